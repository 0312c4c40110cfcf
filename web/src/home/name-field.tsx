// The field for a workspace's name, which turns what is typed into a valid name.
import { type RefObject, useState } from "react";
import { Field } from "../ui/field.tsx";
import { invalidCharacters, toWorkspaceName, validateName } from "./name.ts";

interface Props {
  input: RefObject<HTMLInputElement | null>;
  value: string;
  onChange(name: string): void;
  /** The form was submitted, so that a missing name is an error. */
  isSubmitted: boolean;
  /** Why the API refused the name. */
  error: string | undefined;
}

export function NameField({ input, value, onChange, isSubmitted, error }: Props) {
  const [isLeft, setLeft] = useState(false);
  const isEmpty = value === "";
  // While the name is typed, only errors that more typing cannot cure are shown.
  const problem = isEmpty
    ? isSubmitted
      ? "Enter a name."
      : undefined
    : isLeft || isSubmitted
      ? validateName(value)
      : invalidCharacters(value);
  return (
    <Field
      label="Name"
      error={problem ?? error}
      hint="3 to 20 characters: a–z, 0–9 and hyphens. It must be unique."
    >
      {(attributes) => (
        <input
          {...attributes}
          ref={input}
          value={value}
          onChange={({ target }) => onChange(toWorkspaceName(target.value))}
          onBlur={() => setLeft(!isEmpty)}
          placeholder="acme"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          // biome-ignore lint/a11y/noAutofocus: the page is this form
          autoFocus
        />
      )}
    </Field>
  );
}
