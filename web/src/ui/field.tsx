// Form fields with a label, a hint and an error.
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";

const inputClass = clsx(
  "w-full rounded-xl border border-line bg-card px-3.5 py-2.5 text-base sm:text-[15px] placeholder:text-faint/80",
  "transition-[border-color,box-shadow] hover:border-strong-line focus:border-brand focus:shadow-[0_0_0_3px_var(--glow)] focus:outline-none",
  "aria-invalid:border-bad",
);

interface FieldProps {
  label: string;
  optional?: boolean;
  hint?: ReactNode;
  error?: string;
  /** Renders the input with these attributes. */
  children: (attributes: {
    id: string;
    "aria-describedby": string;
    "aria-invalid": true | undefined;
    className: string;
  }) => ReactNode;
}

export function Field({ label, optional, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 text-sm font-medium">
        {label}
        {optional && <span className="text-[13px] font-normal text-faint">Optional</span>}
      </label>
      {children({
        id,
        "aria-describedby": noteId,
        "aria-invalid": error ? true : undefined,
        className: inputClass,
      })}
      <p id={noteId} aria-live="polite" className={clsx("text-[13px]", error ? "text-bad" : "text-soft")}>
        {error ?? hint}
      </p>
    </div>
  );
}

interface FieldGroupProps {
  legend: string;
  error?: string;
  children: ReactNode;
}

/** Several controls that are one field. */
export function FieldGroup({ legend, error, children }: FieldGroupProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {children}
      {error && (
        <p role="alert" className="text-[13px] text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface SelectFieldProps<T extends string> extends Omit<FieldProps, "children"> {
  options: readonly { value: T; label: string }[];
  value: T;
  onChange(value: T): void;
}

export function SelectField<T extends string>({ options, value, onChange, ...field }: SelectFieldProps<T>) {
  return (
    <Field {...field}>
      {(attributes) => (
        <Select {...attributes} value={value} onChange={({ target }) => onChange(target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** A select box that looks like the other fields. */
function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <div className="relative">
      <select {...rest} className={clsx(className, "appearance-none pr-10")}>
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-3.5 size-4 -translate-y-1/2 text-faint"
        aria-hidden
      />
    </div>
  );
}
