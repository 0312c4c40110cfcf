// The days and the colour of a routine.
import clsx from "clsx";
import { FieldGroup } from "../ui/field.tsx";
import { type Color, colors, dotClass } from "./colors.ts";
import { week } from "./schedule.ts";

interface DayProps {
  days: number[];
  onChange(days: number[]): void;
  error?: string;
}

export function DayChoice({ days, onChange, error }: DayProps) {
  return (
    <FieldGroup legend="Days" error={error}>
      <div className="grid grid-cols-7 gap-1.5">
        {week.map(({ day, name }) => {
          const isChosen = days.includes(day);
          return (
            <button
              key={day}
              type="button"
              aria-label={name}
              aria-pressed={isChosen}
              onClick={() => onChange(isChosen ? days.filter((each) => each !== day) : [...days, day])}
              className={clsx(
                "min-h-10 rounded-xl border text-[13px] font-medium transition-colors",
                isChosen ? "border-brand bg-tint" : "border-line text-soft hover:border-strong-line",
              )}
            >
              {name.slice(0, 2)}
            </button>
          );
        })}
      </div>
    </FieldGroup>
  );
}

export function ColorChoice({ color, onChange }: { color: Color; onChange(color: Color): void }) {
  return (
    <FieldGroup legend="Colour">
      <div className="flex gap-1">
        {colors.map((each) => (
          <label
            key={each}
            title={each}
            className="grid size-10 cursor-pointer place-items-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name="color"
              aria-label={each}
              checked={color === each}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            <span
              className={clsx(
                "size-6 rounded-full ring-offset-2 ring-offset-card",
                dotClass(each),
                color === each && "ring-2 ring-ink",
              )}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
