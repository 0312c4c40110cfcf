// Asks before an action that is hard to undo. Where much is at stake, a phrase has to be typed first.
import { type FormEvent, type ReactNode, useState } from "react";
import { Button, type ButtonKind } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { FormProblem } from "./problem.tsx";

interface FormProps {
  onClose(): void;
  /** The label of the button that does it. */
  action: string;
  kind?: ButtonKind;
  mutation: { mutate(): void; isPending: boolean; error: unknown };
  /** Has to be typed before the button can be pressed. Upper and lower case are the same. */
  phrase?: string;
  /** Fields above the phrase. */
  children?: ReactNode;
}

interface Props extends FormProps {
  open: boolean;
  title: string;
  description: string;
}

export function Confirm({ open, title, description, ...form }: Props) {
  return (
    <Dialog open={open} onClose={form.onClose} title={title} description={description}>
      <ConfirmForm {...form} />
    </Dialog>
  );
}

function ConfirmForm({ onClose, action, kind = "danger", mutation, phrase, children }: FormProps) {
  const [typed, setTyped] = useState({ phrase, text: "" });
  // Another phrase begins with an empty field.
  const text = typed.phrase === phrase ? typed.text : "";
  const canSubmit = phrase === undefined || text.trim().toLowerCase() === phrase.toLowerCase();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (canSubmit && !mutation.isPending) mutation.mutate();
  }

  return (
    <form onSubmit={onSubmit} noValidate className="mt-5 grid gap-4">
      {children}
      {phrase !== undefined && (
        <Field label={`Type “${phrase}” to confirm`}>
          {(attributes) => (
            <input
              {...attributes}
              value={text}
              onChange={({ target }) => setTyped({ phrase, text: target.value })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      <FormProblem error={mutation.error} />
      <div className="flex flex-wrap justify-end gap-2 max-sm:flex-col-reverse">
        <Button kind="quiet" onClick={onClose} className="max-sm:min-h-12">
          Cancel
        </Button>
        <Button
          type="submit"
          kind={kind}
          disabled={!canSubmit}
          busy={mutation.isPending}
          className="max-sm:min-h-12"
        >
          {action}
        </Button>
      </div>
    </form>
  );
}
