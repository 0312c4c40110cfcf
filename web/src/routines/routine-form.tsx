// Makes a routine, or changes one.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask, fieldError, useIdempotencyKey } from "../api.ts";
import { priorityOptions } from "../board/priority.tsx";
import { DescriptionField, TitleField } from "../board/task-fields.tsx";
import { keys } from "../keys.ts";
import type { Routine } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { ColorChoice, DayChoice } from "./choices.tsx";
import { colorOf } from "./colors.ts";
import { fromTime, timeOf } from "./schedule.ts";

interface Props {
  tenantId: string;
  /** The workspace's time zone, in words. */
  zone: string;
  /** Undefined: a new one. */
  routine: Routine | undefined;
  onDone(): void;
}

export function RoutineForm({ tenantId, zone, routine, onDone }: Props) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [title, setTitle] = useState(routine?.title ?? "");
  const [description, setDescription] = useState(routine?.description ?? "");
  const [priority, setPriority] = useState(routine?.priority ?? "normal");
  const [color, setColor] = useState(colorOf(routine?.color ?? "slate"));
  const [days, setDays] = useState(routine?.schedule.daysOfWeek ?? [1, 2, 3, 4, 5]);
  const [time, setTime] = useState(timeOf(routine?.schedule ?? { hour: 9, minute: 0 }));
  const [isTried, setTried] = useState(false);
  const at = fromTime(time);

  const save = useMutation({
    mutationFn: (schedule: Routine["schedule"]) => {
      const body = { title: title.trim(), description: description.trim(), priority, color, schedule };
      return ask((api) =>
        routine
          ? api.PATCH("/t/{tenantId}/routines/{routineId}", {
              params: { path: { tenantId, routineId: routine.routineId } },
              body: { ...body, version: routine.version },
            })
          : api.POST("/t/{tenantId}/routines", {
              params: { path: { tenantId }, header: { "Idempotency-Key": keyFor(body) } },
              body,
            }),
      );
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: keys.routines(tenantId) }),
  });

  const isShownAbove = ["title", "description"].some((field) => fieldError(save.error, field));

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (title.trim() && at && days.length > 0 && !save.isPending) save.mutate({ daysOfWeek: days, ...at });
  }

  return (
    <form onSubmit={onSubmit} noValidate className="mt-4 grid gap-3">
      <TitleField
        value={title}
        onChange={setTitle}
        error={fieldError(save.error, "title") ?? (isTried && !title.trim() ? "Enter a title." : undefined)}
        placeholder="What should be done each time?"
      />
      <DescriptionField
        value={description}
        onChange={setDescription}
        error={fieldError(save.error, "description")}
      />
      <DayChoice
        days={days}
        onChange={setDays}
        error={isTried && days.length === 0 ? "Choose a day." : undefined}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Time"
          hint={zone && `In ${zone}`}
          error={isTried && !at ? "Say at what time." : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="time"
              value={time}
              onChange={({ target }) => setTime(target.value)}
              required
            />
          )}
        </Field>
        <Field label="Priority">
          {(attributes) => (
            <Select
              {...attributes}
              value={priority}
              onChange={({ target }) => setPriority(target.value as Routine["priority"])}
            >
              {priorityOptions.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <ColorChoice color={color} onChange={setColor} />
      {!isShownAbove && <FormProblem error={save.error} />}
      <Button type="submit" kind="primary" busy={save.isPending} className="mt-2 max-sm:min-h-12">
        {routine ? "Save" : "Create routine"}
      </Button>
    </form>
  );
}
