// When a workspace wakes: what needs its squadhub says so here, and nowhere else is it decided.
import type { Condition } from "dynamodb-toolbox/entity/actions/parseCondition";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand, type UpdateItemInput } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import * as Run from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import { isConditionFailure, now, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import * as Tenant from "../tenant/index.ts";
import { TenantEntity, type TenantItem, type TenantStatus } from "../tenant/index.ts";
import { VisibleError } from "../util/error.ts";
import { settle } from "./settle.ts";
import { start } from "./start.ts";

/** How long a squadhub that could not be started is left alone, however many need it. */
const RESTART_INTERVAL_MS = 15 * 60_000;

/**
 * Something waits for the squadhub: one that sleeps is woken, one that is on its way to sleep, or may come to rest
 * there, is woken as soon as it is there; one that a failure has stopped is started again, after a rest. Many who need
 * it at once make one run.
 */
export const ensureAwake = (): Promise<void> =>
  retryOnConflict(async () => {
    const tenantId = currentTenant();
    const tenant = await Tenant.find(tenantId);
    const status = tenant?.status;
    if (status === "sleeping" || (status === "stopped" && (await canRestart(tenant?.runId)))) await wake();
    if (status !== "stopping" && status !== "maintenance") return;
    // Only while it is so: one that has opened meanwhile needs nothing, one that has fallen asleep is woken.
    await transact(
      TenantEntity.build(ConditionCheck).key({ tenantId }).condition({ attr: "status", eq: status }),
      SquadhubEntity.build(UpdateTransaction)
        .item({ tenantId, neededAt: now() })
        .options({ condition: { attr: "cell", exists: true } }),
    );
  });

/** A person has opened the workspace: a sign of work, noted once a minute, for which a squad that sleeps is woken. */
export async function recordVisit(): Promise<TenantItem> {
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  await change(
    { openedAt: now() },
    {
      or: [
        { attr: "openedAt", exists: false },
        { attr: "openedAt", lt: aMinuteAgo },
      ],
    },
  );
  await ensureAwake();
  return Tenant.current();
}

/** The squadhub has stopped: the workspace sleeps, unless something has come to need it meanwhile. */
export async function fallAsleep(from: TenantStatus = "stopping"): Promise<void> {
  await settle("sleeping", from);
  const squadhub = await Squadhub.find();
  if (!squadhub?.neededAt) return;
  await wake();
  await change({ neededAt: $remove() });
}

/** Whether the run that came last is over for so long. One that has left something behind is the reaper's, or a person's. */
async function canRestart(runId: string | undefined): Promise<boolean> {
  const run = runId ? await Run.find(runId) : undefined;
  if (!run?.endedAt || run.status === "rollback_incomplete") return false;
  return Date.now() - Date.parse(run.endedAt) > RESTART_INTERVAL_MS;
}

async function wake(): Promise<void> {
  try {
    await start("wake");
  } catch (error) {
    // Somebody else was first.
    if (!(error instanceof VisibleError && error.code === "conflict")) throw error;
  }
}

/** Changes the squadhub's record if there is one and `only` holds; else it stays as it is. */
async function change(
  values: Omit<UpdateItemInput<typeof SquadhubEntity>, "tenantId">,
  only?: Condition<typeof SquadhubEntity>,
): Promise<void> {
  const exists = { attr: "cell", exists: true } as const;
  try {
    await SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), ...values })
      .options({ condition: only ? { and: [exists, only] } : exists })
      .send();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
