// A switch that takes effect at once.
import clsx from "clsx";

interface Props {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
  disabled?: boolean;
}

export function Switch({ label, checked, onChange, disabled }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className="inline-grid size-11 shrink-0 place-items-center rounded-xl disabled:opacity-55"
    >
      <span
        className={clsx(
          "flex h-5.5 w-9.5 items-center rounded-full p-0.5 transition-colors",
          checked ? "bg-accent" : "bg-strong-line",
        )}
      >
        <span
          className={clsx(
            "size-4.5 rounded-full bg-card shadow-lift transition-transform",
            checked && "translate-x-4",
          )}
        />
      </span>
    </button>
  );
}
