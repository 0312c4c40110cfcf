// A workflow is started for a workspace: when its status allows it, and once at a time.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as Account from "../account/index.ts";
import * as Backup from "../backup/index.ts";
import * as Run from "../run/index.ts";
import { failedConditions, now, transact } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import {
  AccountTenantEntity,
  TenantDirectoryEntity,
  TenantEntity,
  type TenantStatus,
} from "../tenant/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { newId } from "../util/id.ts";
import type { WorkflowName } from "../workflow/definitions.ts";

/** From which statuses a workflow starts, and to which it brings the tenant meanwhile. */
export const startable: Record<WorkflowName, { from: TenantStatus[]; to: TenantStatus }> = {
  provision: { from: ["draft", "error"], to: "provisioning" },
  deprovision: { from: ["active", "sleeping", "stopped", "suspended", "error"], to: "deprovisioning" },
  sleep: { from: ["active"], to: "stopping" },
  wake: { from: ["sleeping", "stopped"], to: "starting" },
  restart: { from: ["active"], to: "starting" },
  backup: { from: ["active"], to: "maintenance" },
  backupAtRest: { from: ["sleeping", "stopped"], to: "maintenance" },
  upgrade: { from: ["active", "sleeping", "stopped"], to: "maintenance" },
  restore: { from: ["active", "sleeping", "stopped"], to: "maintenance" },
};

export interface StartOptions {
  /** What a restore brings back. */
  backupId?: string;
  /** Should the run fail, it waits for operators before it is undone. */
  hold?: boolean;
}

/**
 * Queues a run for the tenant of this request: `provision` for a draft or after a failed start, `deprovision` at any
 * rest, `sleep` and `restart` of one that runs, `wake` of one that does not; the rest as `startable` says. The tenant's
 * status is what keeps two from running at once. Throws `conflict` while another run is under way or when the draft's
 * time is over, `limit_reached`, `invalid` for a restore that names no backup, `not_found` for one that is not there.
 */
export async function start(workflow: WorkflowName, options: StartOptions = {}): Promise<Run.Run> {
  const { tenantId, accountId, draftUntil, status } = await Tenant.current();
  const { from, to } = startable[workflow];
  if (!from.includes(status)) throw notNow(status, from);
  if (Tenant.hasLapsed({ draftUntil }))
    throw new VisibleError(
      "conflict",
      "This draft was not started within 24 hours. Make the workspace again.",
    );
  // A start that failed may still hold its place: reserving looks at that.
  if (draftUntil && workflow === "provision") Tenant.assertRoom(await Account.read(accountId));
  const backupId = workflow === "restore" ? await restorable(options.backupId) : undefined;
  const runId = newId("run");
  const kept = { draftUntil: $remove(), ttl: $remove() };
  try {
    await transact(
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: to, runId, updatedAt: now(), ...(draftUntil ? kept : {}) })
        .options({ condition: { attr: "status", eq: status } }),
      ...Run.queueWrites(tenantId, runId, workflow, { from: status, backupId, hold: options.hold }),
      ...(draftUntil
        ? [
            AccountTenantEntity.build(UpdateTransaction).item({ accountId, tenantId, ...kept }),
            TenantDirectoryEntity.build(UpdateTransaction).item({ tenantId, ttl: $remove() }),
            Tenant.removeDraftWrite(tenantId, draftUntil),
          ]
        : []),
    );
  } catch (error) {
    if (!failedConditions(error)) throw error;
    const meanwhile = (await Tenant.current()).status;
    // It has come from one status that would do to another.
    if (meanwhile !== status) return start(workflow, options);
    throw notNow(meanwhile, from);
  }
  return Run.get(runId);
}

function notNow(status: TenantStatus, from: TenantStatus[]): VisibleError {
  const now = status === "maintenance" ? "being worked on" : status;
  return new VisibleError("conflict", `The workspace is ${now}; this works when it is ${from.join(", ")}.`);
}

async function restorable(backupId: string | undefined): Promise<string> {
  if (!backupId) {
    const fields = [{ field: "body.backupId", message: "says what a restore brings back" }];
    throw new VisibleError("invalid", "body.backupId: says what a restore brings back", { fields });
  }
  if (!(await Backup.find(backupId))) throw notFound("backup");
  return backupId;
}
