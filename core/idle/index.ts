// When a workspace falls asleep by itself: its plan's idle time after the last sign of work, if nothing is left to do.
// There is no scan of workspaces: each sign of work moves the workspace's own scheduled check.
import type { Condition } from "dynamodb-toolbox/entity/actions/parseCondition";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { schedules } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Chat from "../chat/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import { PendingEntity } from "../notification/index.ts";
import { plans } from "../plan/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import { conditionHolds, keys, queryAll, queryPage } from "../table/index.ts";
import * as Task from "../task/index.ts";
import { TaskEntity } from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";
import { VisibleError } from "../util/error.ts";

const MINUTE_MS = 60_000;
/** How early a check can be: schedules have no milliseconds. */
const EARLY_MS = 1000;

/** Called on a sign of work: the workspace stays awake for its plan's idle time from now. */
export async function extendDeadline(): Promise<void> {
  const minutes = await idleMinutes();
  if (minutes) await scheduleIdleCheck(minutes);
}

/** The scheduled check: puts a workspace with nothing left to do to sleep, and schedules the next check for any other. */
export async function sleepIfIdle(): Promise<void> {
  const [minutes, squadhub] = await Promise.all([idleMinutes(), Squadhub.find()]);
  if (!minutes || !squadhub?.idleCheckAt) return;
  const { idleCheckAt } = squadhub;
  // A sign of work has moved the check while this one was on its way. The schedule that has fired may be deleted after
  // it was moved, so it is put once more.
  if (Date.parse(idleCheckAt) - Date.now() > EARLY_MS) return putIdleSchedule(idleCheckAt);
  if ((await hasPending()) || (await hasOpenChat()) || (await hasWork())) return scheduleIdleCheck(minutes);
  try {
    await Lifecycle.start("sleep");
  } catch (error) {
    // Another run is under way.
    if (!(error instanceof VisibleError && error.code === "conflict")) throw error;
  }
}

/** Undefined for a workspace that is not active, or that never sleeps by itself. */
async function idleMinutes(): Promise<number | undefined> {
  const tenant = await Tenant.find(currentTenant());
  return tenant?.status === "active" ? plans[tenant.plan].idleMinutes : undefined;
}

/** Moves the check, at most once a minute. The extra minute ensures that the whole idle time passes nevertheless. */
async function scheduleIdleCheck(minutes: number): Promise<void> {
  const tenantId = currentTenant();
  const at = Date.now() + (minutes + 1) * MINUTE_MS;
  const idleCheckAt = new Date(at).toISOString();
  const change = SquadhubEntity.build(UpdateItemCommand);
  const isNew: Condition<typeof SquadhubEntity> = {
    or: [
      { attr: "idleCheckAt", exists: false },
      { attr: "idleCheckAt", lt: new Date(at - MINUTE_MS).toISOString() },
      // The plan's idle time has become shorter.
      { attr: "idleCheckAt", gt: new Date(at + MINUTE_MS).toISOString() },
    ],
  };
  const isMoved = await conditionHolds(
    change
      .item({ tenantId, idleCheckAt })
      .options({ condition: { and: [{ attr: "cell", exists: true }, isNew] } })
      .send(),
  );
  if (!isMoved) return;
  try {
    await putIdleSchedule(idleCheckAt);
  } catch (error) {
    // A retry must not find the check moved already.
    await change
      .item({ tenantId, idleCheckAt: $remove() })
      .options({ condition: { attr: "idleCheckAt", eq: idleCheckAt } })
      .send();
    throw error;
  }
}

function putIdleSchedule(at: string): Promise<void> {
  const tenantId = currentTenant();
  return schedules.put({
    name: "idle",
    group: tenantId,
    expression: `at(${at.slice(0, 19)})`,
    timezone: "UTC",
    windowMinutes: 24 * 60,
    target: { kind: "idle", tenantId },
  });
}

async function hasPending(): Promise<boolean> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "LANE#" };
  return (await queryPage(PendingEntity, where, { limit: 1 })).items.length > 0;
}

const hasOpenChat = async (): Promise<boolean> => (await Chat.openChats(undefined, 1)).length > 0;

/** Whether a task is in progress: its agents go on with it at their next heartbeats. */
async function hasWork(): Promise<boolean> {
  const partition = keys.tenant(currentTenant());
  const where = { partition, prefix: Task.statusKey("in_progress"), index: "gsi1" } as const;
  for await (const task of queryAll(TaskEntity, where)) if (!Task.isStuck(task)) return true;
  return false;
}
