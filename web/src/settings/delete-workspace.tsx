// Deletes the workspace, once its name has been typed.
import { type FormEvent, useState } from "react";
import type { Tenant } from "../queries.ts";
import { canStart, useStart } from "../run/use-start.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";

export function DeleteWorkspace({ tenant }: { tenant: Tenant }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <section aria-label="Delete workspace" className="rounded-2xl border border-bad/30 p-5">
      <h2 className="font-semibold">Delete this workspace</h2>
      <p className="mt-1 mb-4 text-sm text-soft">
        Stops the squad and erases its board, its files and its keys. This cannot be taken back.
      </p>
      <Button
        className="text-bad"
        onClick={() => setAsking(true)}
        disabled={!canStart(tenant, "deprovision")}
      >
        Delete workspace
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Delete “${tenant.name}”?`}
        description="Everything in it is erased for good, for everybody in it."
      >
        <Confirm tenant={tenant} />
      </Dialog>
    </section>
  );
}

function Confirm({ tenant: { tenantId, name } }: { tenant: Tenant }) {
  const [typed, setTyped] = useState("");
  const remove = useStart(tenantId);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (typed === name && !remove.isPending) remove.mutate("deprovision");
  }

  return (
    <form onSubmit={onSubmit} className="mt-5 grid gap-4">
      <Field label={`Type “${name}” to go on`}>
        {(attributes) => (
          <input
            {...attributes}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <FormProblem error={remove.error} />
      <Button type="submit" kind="danger" disabled={typed !== name} busy={remove.isPending}>
        Delete for good
      </Button>
    </form>
  );
}
