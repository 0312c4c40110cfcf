// The fields that a new task and a routine have in common.
import { Field } from "../ui/field.tsx";

interface Props {
  value: string;
  onChange(value: string): void;
  error?: string;
}

export function TitleField({ value, onChange, error, placeholder }: Props & { placeholder: string }) {
  return (
    <Field label="Title" error={error}>
      {(attributes) => (
        <input
          {...attributes}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          maxLength={200}
          placeholder={placeholder}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type this
          autoFocus
        />
      )}
    </Field>
  );
}

export function DescriptionField({ value, onChange, error }: Props) {
  return (
    <Field label="Description" optional error={error}>
      {(attributes) => (
        <textarea
          {...attributes}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          rows={4}
          placeholder="What the squad needs to know. You can use Markdown."
        />
      )}
    </Field>
  );
}
