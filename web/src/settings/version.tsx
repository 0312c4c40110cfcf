// The squadhub's version: a button to upgrade it when there is a newer one, else to restart it.
import { CircleArrowUp, RotateCw } from "lucide-react";
import { useState } from "react";
import type { Tenant } from "../queries.ts";
import { canStart, useStart } from "../run/use-start.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";

export function Version({ tenant, isOutdated }: { tenant: Tenant; isOutdated: boolean }) {
  const [isConfirming, setConfirming] = useState(false);
  const start = useStart(tenant.tenantId);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3 text-sm">
      <p className="min-w-0 flex-1 basis-56">
        {isOutdated ? (
          <span className="font-medium">A newer version is available.</span>
        ) : (
          <span className="text-soft">The squadhub is up to date.</span>
        )}
      </p>
      <Button
        kind={isOutdated ? "primary" : "secondary"}
        onClick={() => setConfirming(true)}
        disabled={!canStart(tenant, isOutdated ? "upgrade" : "restart")}
      >
        {isOutdated ? (
          <CircleArrowUp className="size-4" aria-hidden />
        ) : (
          <RotateCw className="size-4" aria-hidden />
        )}
        {isOutdated ? "Upgrade" : "Restart"}
      </Button>
      <Confirm
        open={isConfirming}
        onClose={() => setConfirming(false)}
        title={isOutdated ? "Upgrade the squadhub?" : "Restart the squadhub?"}
        description={
          isOutdated
            ? "Its files are backed up first. If the new version does not start, the old version and its files come back by themselves. This takes about a minute. The squad reads what you write when it is back."
            : "The squad is away for about half a minute. It reads what you write when it is back."
        }
        action={isOutdated ? "Upgrade" : "Restart"}
        kind="primary"
        mutation={{ ...start, mutate: () => start.mutate(isOutdated ? "upgrade" : "restart") }}
      />
    </div>
  );
}
