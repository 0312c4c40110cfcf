// Starts a workflow for a workspace: only from a status that allows it, and one at a time.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as Account from "../account/index.ts";
import * as Backup from "../backup/index.ts";
import * as Run from "../run/index.ts";
import { conditionHolds, now, transact, type Write } from "../table/index.ts";
import type { TenantItem } from "../tenant/index.ts";
import * as Tenant from "../tenant/index.ts";
import {
  AccountTenantEntity,
  TenantDirectoryEntity,
  TenantEntity,
  type TenantStatus,
} from "../tenant/index.ts";
import { invalidField, notFound, VisibleError } from "../util/error.ts";
import { newId } from "../util/id.ts";
import { definitions, type WorkflowName } from "../workflow/definitions.ts";
import { startsFrom } from "../workflow/start.ts";

export interface StartOptions {
  /** The backup that a restore brings back. */
  backupId?: string;
  /** If the run fails, it waits for operators before it is undone. */
  hold?: boolean;
}

/**
 * Queues a run of the workflow for the tenant of this request. The tenant's status keeps two runs from being under way
 * at once. Throws `conflict` when the status does not allow the workflow or a draft's time is over, `limit_reached` when
 * the plan has no workspace left for a draft, `invalid` for a restore that names no backup, `not_found` for one that
 * does not exist.
 */
export const start = (workflow: WorkflowName, options: StartOptions = {}): Promise<Run.Run> =>
  startOneOf([workflow], options);

/** Like `start`, with the first of the workflows that the tenant's status allows. */
export async function startOneOf(
  workflows: readonly WorkflowName[],
  options: StartOptions = {},
): Promise<Run.Run> {
  const tenant = await Tenant.current();
  const { tenantId, status } = tenant;
  const workflow = workflows.find((each) => startsFrom(each, status));
  if (!workflow) throw notNow(workflows, status);
  if (Tenant.hasLapsed(tenant))
    throw new VisibleError(
      "conflict",
      "This draft was not started within 24 hours. Make the workspace again.",
    );
  // A start that failed may still hold its place, so only a draft is checked here; the reservation checks the rest.
  if (tenant.draftUntil) Tenant.assertRoom(await Account.read(tenant.accountId));
  const backupId = definitions[workflow].needsBackup ? await existingBackup(options.backupId) : undefined;
  const runId = newId("run");
  const isQueued = await conditionHolds(
    transact(
      TenantEntity.build(UpdateTransaction)
        .item({
          tenantId,
          status: definitions[workflow].during,
          runId,
          updatedAt: now(),
          ...(tenant.draftUntil ? noExpiry : {}),
        })
        .options({ condition: { attr: "status", eq: status } }),
      ...Run.queueWrites(tenantId, runId, workflow, { from: status, backupId, hold: options.hold }),
      ...keepDraftWrites(tenant),
    ),
  );
  if (isQueued) return Run.get(runId);
  const changed = (await Tenant.current()).status;
  if (changed === status) throw notNow(workflows, changed);
  // Another status may allow it too.
  return startOneOf(workflows, options);
}

const noExpiry = { draftUntil: $remove(), ttl: $remove() };

/** The writes that keep what was written beside a draft from expiring. */
function keepDraftWrites({ accountId, tenantId, draftUntil }: TenantItem): Write[] {
  if (!draftUntil) return [];
  return [
    AccountTenantEntity.build(UpdateTransaction).item({ accountId, tenantId, ...noExpiry }),
    TenantDirectoryEntity.build(UpdateTransaction).item({ tenantId, ttl: $remove() }),
    Tenant.removeDraftWrite(tenantId, draftUntil),
  ];
}

const alternatives = new Intl.ListFormat("en", { type: "disjunction" });

function notNow(workflows: readonly WorkflowName[], status: TenantStatus): VisibleError {
  const now = status === "maintenance" ? "under maintenance" : status;
  const from = new Set(workflows.flatMap((each) => definitions[each].from));
  return new VisibleError(
    "conflict",
    `The workspace is ${now}. This is possible when it is ${alternatives.format(from)}.`,
  );
}

async function existingBackup(backupId: string | undefined): Promise<string> {
  if (!backupId) throw invalidField("body.backupId", "must name the backup to restore");
  if (!(await Backup.find(backupId))) throw notFound("backup");
  return backupId;
}
