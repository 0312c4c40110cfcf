// One choice among a few, side by side.
import clsx from "clsx";

interface Props<T extends string> {
  /** The name of the radio group. */
  name: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange(value: T): void;
}

export function Segmented<T extends string>({ name, options, value, onChange }: Props<T>) {
  return (
    <div className="flex w-full rounded-xl bg-well p-1">
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "flex min-h-9 flex-1 cursor-pointer items-center justify-center rounded-lg text-sm font-medium transition-colors has-focus-visible:outline-2 has-focus-visible:outline-brand",
            value === option.value ? "bg-card shadow-lift" : "text-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
