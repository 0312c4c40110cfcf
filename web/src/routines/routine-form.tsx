// Makes a routine, or changes one.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask, fieldError, useIdempotencyKey } from "../api.ts";
import { priorities, priorityWords } from "../board/priority.tsx";
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
      <Field
        label="Title"
        error={
          fieldError(save.error, "title") ??
          (isTried && !title.trim() ? "Say what is to be done." : undefined)
        }
      >
        {(attributes) => (
          <input
            {...attributes}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
            maxLength={200}
            placeholder="What is to be done each time?"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type this
            autoFocus
          />
        )}
      </Field>
      <Field label="Description" optional error={fieldError(save.error, "description")}>
        {(attributes) => (
          <textarea
            {...attributes}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
            rows={3}
            placeholder="What the squad needs to know. Markdown works."
          />
        )}
      </Field>
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
              onChange={({ target }) =>
                setPriority(priorities.find((each) => each === target.value) ?? "normal")
              }
            >
              {priorities.map((each) => (
                <option key={each} value={each}>
                  {priorityWords[each]}
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
