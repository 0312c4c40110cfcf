// Asks before something that cannot be taken back.
import { Button, type ButtonKind } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FormProblem } from "./problem.tsx";

interface Props {
  open: boolean;
  onClose(): void;
  title: string;
  description: string;
  /** What the button says. */
  action: string;
  kind?: ButtonKind;
  doing: { mutate(): void; isPending: boolean; error: unknown };
}

export function Confirm({ open, onClose, title, description, action, kind = "danger", doing }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title} description={description}>
      <div className="mt-5 grid gap-4">
        <FormProblem error={doing.error} />
        <div className="flex flex-wrap justify-end gap-2 max-sm:flex-col-reverse">
          <Button kind="quiet" onClick={onClose} className="max-sm:min-h-12">
            Cancel
          </Button>
          <Button
            kind={kind}
            onClick={() => doing.mutate()}
            busy={doing.isPending}
            className="max-sm:min-h-12"
          >
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
