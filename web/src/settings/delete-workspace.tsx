// Deletes the workspace after its name has been typed.
import { useState } from "react";
import type { Tenant } from "../queries.ts";
import { canStart, useStart } from "../run/use-start.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";

export function DeleteWorkspace({ tenant }: { tenant: Tenant }) {
  const { tenantId, name } = tenant;
  const [isOpen, setOpen] = useState(false);
  const start = useStart(tenantId);
  return (
    <section aria-label="Delete workspace" className="rounded-2xl border border-bad/30 p-5">
      <h2 className="font-semibold">Delete this workspace</h2>
      <p className="mt-1 mb-4 text-sm text-soft">
        This stops the squad and erases the workspace’s board, files and keys. It cannot be undone.
      </p>
      <Button className="text-bad" onClick={() => setOpen(true)} disabled={!canStart(tenant, "deprovision")}>
        Delete workspace
      </Button>
      <Confirm
        open={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete “${name}”?`}
        description="Everything in it is erased for good, for all of its members."
        phrase={name}
        action="Delete for good"
        mutation={{ ...start, mutate: () => start.mutate("deprovision") }}
      />
    </section>
  );
}
