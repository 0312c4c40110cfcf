// Starting a workflow for a workspace: a menu of what makes sense now, and a question before it is done.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { ask, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { useMayAct } from "./actions.tsx";
import type { SquadhubOverview, Workflow } from "./queries.ts";
import { offered, workflows } from "./workflows.ts";

type Whose = Pick<SquadhubOverview, "tenantId" | "name" | "startable">;

/** The first of what makes sense is a button of its own; all of it is in the menu. */
export function StartButtons({ tenant }: { tenant: Whose }) {
  const mayAct = useMayAct();
  const [asked, setAsked] = useState<Workflow>();
  const startable = offered(tenant.startable);
  const [first, ...others] = startable;
  if (!mayAct || !first) return null;
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
  tenant: Whose;
  workflow: Workflow;
  onClose(): void;
}

function StartDialog({ tenant: { tenantId, name }, workflow, onClose }: DialogProps) {
  const { label, text, isDestructive, canHold } = workflows[workflow];
  const [hold, setHold] = useState(false);
  const [typed, setTyped] = useState("");
  const holdId = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const starting = useMutation({
    mutationFn: () => {
      const body = { workflow, hold: canHold && hold };
      const params = { path: { tenantId }, header: { "Idempotency-Key": keyOf(body) } };
      return ask((api) => api.POST("/ops/tenants/{tenantId}/runs", { params, body }));
    },
    async onSuccess({ runId }) {
      await navigate({ to: "/ops/executions/$workflow/$name", params: { workflow, name: runId } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.ops }),
  });
  const mayStart = !isDestructive || typed.trim() === name;
  return (
    <Dialog open onClose={onClose} title={`${label}: ${name}`} description={text}>
      <form
        className="mt-5 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayStart) starting.mutate();
        }}
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
                Nothing is undone for up to 72 hours, so that you can look inside.
              </span>
            </span>
          </label>
        )}
        {isDestructive && (
          <Field label={`Type ${name} to go on`}>
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
        )}
        <FormProblem error={starting.error} />
        <div className="flex flex-wrap justify-end gap-2 max-sm:flex-col-reverse">
          <Button kind="quiet" onClick={onClose} className="max-sm:min-h-12">
            Cancel
          </Button>
          <Button
            type="submit"
            kind={isDestructive ? "danger" : "primary"}
            disabled={!mayStart}
            busy={starting.isPending}
            className="max-sm:min-h-12"
          >
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
