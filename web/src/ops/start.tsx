// Starts a workflow for a workspace: a menu of those that make sense now, and a dialog to confirm.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { useCanAct } from "./actions.tsx";
import type { SquadhubOverview, Workflow } from "./queries.ts";
import { offered, workflows } from "./workflows.ts";

type StartTarget = Pick<SquadhubOverview, "tenantId" | "name" | "startable">;

/** The first workflow that makes sense has a button of its own. The menu has all of them. */
export function StartButtons({ tenant }: { tenant: StartTarget }) {
  const canAct = useCanAct();
  const [asked, setAsked] = useState<Workflow>();
  const startable = offered(tenant.startable);
  const [first, ...others] = startable;
  if (!canAct || !first) return null;
  return (
    <span className="flex items-center gap-1.5">
      {!workflows[first].isDestructive && (
        <Button onClick={() => setAsked(first)}>{workflows[first].label}</Button>
      )}
      {(others.length > 0 || workflows[first].isDestructive) && (
        <Menu
          label={`Workflows for ${tenant.name}`}
          trigger={
            <Button kind="quiet" aria-label={`More for ${tenant.name}`} className="px-2.5!">
              <ChevronDown className="size-4" aria-hidden />
            </Button>
          }
        >
          {startable.map((workflow) => (
            <MenuItem
              key={workflow}
              onSelect={() => setAsked(workflow)}
              className={workflows[workflow].isDestructive ? "text-bad" : undefined}
            >
              {workflows[workflow].label}
            </MenuItem>
          ))}
        </Menu>
      )}
      {asked && <StartDialog tenant={tenant} workflow={asked} onClose={() => setAsked(undefined)} />}
    </span>
  );
}

interface DialogProps {
  tenant: StartTarget;
  workflow: Workflow;
  onClose(): void;
}

function StartDialog({ tenant: { tenantId, name }, workflow, onClose }: DialogProps) {
  const { label, text, isDestructive, canHold } = workflows[workflow];
  const [hold, setHold] = useState(false);
  const holdId = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const start = useMutation({
    mutationFn: () => {
      const body = { workflow, hold: canHold && hold };
      const params = { path: { tenantId }, header: { "Idempotency-Key": keyFor(body) } };
      return request((api) => api.POST("/ops/tenants/{tenantId}/runs", { params, body }));
    },
    async onSuccess({ runId }) {
      await navigate({ to: "/ops/executions/$workflow/$name", params: { workflow, name: runId } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.ops }),
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={`${label}: ${name}`}
      description={text}
      phrase={isDestructive ? name : undefined}
      action={label}
      kind={isDestructive ? "danger" : "primary"}
      mutation={start}
    >
      {canHold && (
        <label htmlFor={holdId} className="flex cursor-pointer items-start gap-3 text-sm">
          <input
            id={holdId}
            type="checkbox"
            checked={hold}
            onChange={({ target }) => setHold(target.checked)}
            className="mt-0.5 size-4.5 accent-(--accent)"
          />
          <span>
            <span className="font-medium">Hold if it fails</span>
            <span className="mt-0.5 block text-soft">
              Nothing is rolled back for up to 72 hours, so that you can look inside.
            </span>
          </span>
        </label>
      )}
    </Confirm>
  );
}
