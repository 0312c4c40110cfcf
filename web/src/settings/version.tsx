// The squadhub's version: upgraded when there is a newer one, else restarted as it is.
import { CircleArrowUp, RotateCw } from "lucide-react";
import { useState } from "react";
import type { Tenant } from "../queries.ts";
import { canStart, useStart } from "../run/use-start.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";

export function Version({ tenant, isOutdated }: { tenant: Tenant; isOutdated: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const start = useStart(tenant.tenantId);
  const isFree = canStart(tenant, isOutdated ? "upgrade" : "restart");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3 text-sm">
      <p className="min-w-0 flex-1 basis-56">
        {isOutdated ? (
          <span className="font-medium">A newer version is available.</span>
        ) : (
          <span className="text-soft">It runs the present version.</span>
        )}
      </p>
      <Button kind={isOutdated ? "primary" : "secondary"} onClick={() => setAsking(true)} disabled={!isFree}>
        {isOutdated ? (
          <CircleArrowUp className="size-4" aria-hidden />
        ) : (
          <RotateCw className="size-4" aria-hidden />
        )}
        {isOutdated ? "Upgrade" : "Restart"}
      </Button>
      <Confirm
        open={isAsking}
        onClose={() => setAsking(false)}
        title={isOutdated ? "Upgrade the squadhub?" : "Restart the squadhub?"}
        description={
          isOutdated
            ? "Its files are backed up first. Should the new version not start, it goes back by itself to the one from before, with its files as they were. It takes about a minute; what is written meanwhile waits."
            : "The squad is away for half a minute. What is written meanwhile waits for it."
        }
        action={isOutdated ? "Upgrade" : "Restart"}
        kind="primary"
        doing={{ ...start, mutate: () => start.mutate(isOutdated ? "upgrade" : "restart") }}
      />
    </div>
  );
}
