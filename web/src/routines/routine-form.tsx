// The form for a new routine, or for changes to one.
import { type FormEvent, useState } from "react";
import { fieldError } from "../api.ts";
import { priorityOptions } from "../board/priority.tsx";
import { DescriptionField, TitleField } from "../board/task-fields.tsx";
import type { Routine } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectField } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { ColorChoice, DayChoice } from "./choices.tsx";
import { colorOf } from "./colors.ts";
import { useSaveRoutine } from "./mutations.ts";
import { fromTime, timeOf } from "./schedule.ts";

interface Props {
  tenantId: string;
  /** The workspace's time zone, for people to read. */
  zone: string;
  /** Undefined for a new one. */
  routine: Routine | undefined;
  onDone(): void;
}

// One form: its state and its fields belong together.
export function RoutineForm({ tenantId, zone, routine, onDone }: Props) {
  const [title, setTitle] = useState(routine?.title ?? "");
  const [description, setDescription] = useState(routine?.description ?? "");
  const [priority, setPriority] = useState(routine?.priority ?? "normal");
  const [color, setColor] = useState(colorOf(routine?.color ?? "slate"));
  const [days, setDays] = useState(routine?.schedule.daysOfWeek ?? [1, 2, 3, 4, 5]);
  const [time, setTime] = useState(timeOf(routine?.schedule ?? { hour: 9, minute: 0 }));
  const [isSubmitted, setSubmitted] = useState(false);
  const at = fromTime(time);

  const save = useSaveRoutine(tenantId, routine);
  const isShownAbove = ["title", "description"].some((field) => fieldError(save.error, field));

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (title.trim() && at && days.length > 0 && !save.isPending) {
      const schedule = { daysOfWeek: days, ...at };
      const input = { title: title.trim(), description: description.trim(), priority, color, schedule };
      save.mutate(input, { onSuccess: onDone });
    }
  }

  return (
    <form onSubmit={onSubmit} noValidate className="mt-4 grid gap-3">
      <TitleField
        value={title}
        onChange={setTitle}
        error={
          fieldError(save.error, "title") ?? (isSubmitted && !title.trim() ? "Enter a title." : undefined)
        }
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
        error={isSubmitted && days.length === 0 ? "Choose at least one day." : undefined}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Time"
          hint={zone && `In ${zone}`}
          error={isSubmitted && !at ? "Enter a time." : undefined}
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
        <SelectField<Routine["priority"]>
          label="Priority"
          options={priorityOptions}
          value={priority}
          onChange={setPriority}
        />
      </div>
      <ColorChoice color={color} onChange={setColor} />
      {!isShownAbove && <FormProblem error={save.error} />}
      <Button type="submit" kind="primary" busy={save.isPending} className="mt-2 max-sm:min-h-12">
        {routine ? "Save" : "Create routine"}
      </Button>
    </form>
  );
}
