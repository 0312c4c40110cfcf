// When a workspace wakes: whatever needs its squadhub asks here, and only here is it decided.
import type { Condition } from "dynamodb-toolbox/entity/actions/parseCondition";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand, type UpdateItemInput } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import * as Run from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import { conditionHolds, now, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import * as Tenant from "../tenant/index.ts";
import { TenantEntity, type TenantStatus } from "../tenant/index.ts";
import { VisibleError } from "../util/error.ts";
import { settle } from "./settle.ts";
import { start } from "./start.ts";

/** How long a squadhub that could not be started is left alone before it is started automatically. */
const RESTART_INTERVAL_MS = 15 * 60_000;

/**
 * Called when something waits for the squadhub. A sleeping workspace is woken. One that is being stopped or is under
 * maintenance is woken as soon as it has come to rest. One that a failure has stopped is started again after a while.
 * Any number of calls at once make one run.
 */
export const ensureAwake = (): Promise<void> =>
  retryOnConflict(async () => {
    const tenantId = currentTenant();
    const tenant = await Tenant.find(tenantId);
    const status = tenant?.status;
    if (status === "sleeping" || (status === "stopped" && (await canRestart(tenant?.runId)))) await wake();
    if (status !== "stopping" && status !== "maintenance") return;
    // A change of the status meanwhile fails this write; the retry then does nothing, or wakes the workspace.
    await transact(
      TenantEntity.build(ConditionCheck).key({ tenantId }).condition({ attr: "status", eq: status }),
      SquadhubEntity.build(UpdateTransaction)
        .item({ tenantId, neededAt: now() })
        .options({ condition: { attr: "cell", exists: true } }),
    );
  });

/** Records, at most once a minute, that a person has opened the workspace, and wakes a squad that sleeps. */
export async function recordVisit(): Promise<Tenant.Tenant> {
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  await updateRecord(
    { openedAt: now() },
    {
      or: [
        { attr: "openedAt", exists: false },
        { attr: "openedAt", lt: aMinuteAgo },
      ],
    },
  );
  await ensureAwake();
  return Tenant.get();
}

/** Puts a workspace whose squadhub has stopped to sleep, and wakes it again when something has come to need it meanwhile. */
export async function fallAsleep(from: TenantStatus = "stopping"): Promise<void> {
  await settle("sleeping", from);
  const squadhub = await Squadhub.find();
  if (!squadhub?.neededAt) return;
  await wake();
  await updateRecord({ neededAt: $remove() });
}

/** Whether the last run ended long enough ago. A workspace with leftovers is not restarted automatically. */
async function canRestart(runId: string | undefined): Promise<boolean> {
  const run = runId ? await Run.find(runId) : undefined;
  if (!run?.endedAt || run.status === "rollback_incomplete") return false;
  return Date.now() - Date.parse(run.endedAt) > RESTART_INTERVAL_MS;
}

async function wake(): Promise<void> {
  try {
    await start("wake");
  } catch (error) {
    // Another caller was first.
    if (!(error instanceof VisibleError && error.code === "conflict")) throw error;
  }
}

/** Updates the squadhub's record if there is one and `only` holds. */
async function updateRecord(
  values: Omit<UpdateItemInput<typeof SquadhubEntity>, "tenantId">,
  only?: Condition<typeof SquadhubEntity>,
): Promise<void> {
  const exists = { attr: "cell", exists: true } as const;
  await conditionHolds(
    SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), ...values })
      .options({ condition: only ? { and: [exists, only] } : exists })
      .send(),
  );
}
