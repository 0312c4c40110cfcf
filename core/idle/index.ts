// When a workspace falls asleep by itself: its plan's idle time after the last sign of work, if nothing is left to do.
// Nobody looks at workspaces in turn: each sign of work moves the workspace's own look.
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
import { isConditionFailure, keys, queryAll, queryPage } from "../table/index.ts";
import * as Task from "../task/index.ts";
import { TaskEntity } from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";
import { VisibleError } from "../util/error.ts";

const MINUTE_MS = 60_000;
/** A look is that much too early at most: schedules know no milliseconds. */
const EARLY_MS = 1000;

/** Somebody has worked, or needs somebody to: the workspace stays awake for its plan's idle time from now. */
export async function extendDeadline(): Promise<void> {
  const minutes = await idleMinutes();
  if (minutes) await scheduleIdleCheck(minutes);
}

/** The time of a look has come: a workspace in which nothing is left to do goes to sleep, another is looked at later. */
export async function sleepIfIdle(): Promise<void> {
  const [minutes, squadhub] = await Promise.all([idleMinutes(), Squadhub.find()]);
  if (!minutes || !squadhub?.idleCheckAt) return;
  const { idleCheckAt } = squadhub;
  // Somebody worked while this look was on its way. A schedule that has fired may be deleted after that: once more.
  if (Date.parse(idleCheckAt) - Date.now() > EARLY_MS) return putIdleSchedule(idleCheckAt);
  if ((await hasPending()) || (await hasOpenChat()) || (await hasWork())) return scheduleIdleCheck(minutes);
  try {
    await Lifecycle.start("sleep");
  } catch (error) {
    // Something else is being done to it.
    if (!(error instanceof VisibleError && error.code === "conflict")) throw error;
  }
}

/** Undefined for a workspace that does not run now, or never sleeps by itself. */
async function idleMinutes(): Promise<number | undefined> {
  const tenant = await Tenant.find(currentTenant());
  return tenant?.status === "active" ? plans[tenant.plan].idleMinutes : undefined;
}

/** Moves the look, at most once a minute; the minute more makes that the whole idle time passes all the same. */
async function scheduleIdleCheck(minutes: number): Promise<void> {
  const tenantId = currentTenant();
  const at = Date.now() + (minutes + 1) * MINUTE_MS;
  const idleCheckAt = new Date(at).toISOString();
  const change = SquadhubEntity.build(UpdateItemCommand);
  const isNew: Condition<typeof SquadhubEntity> = {
    or: [
      { attr: "idleCheckAt", exists: false },
      { attr: "idleCheckAt", lt: new Date(at - MINUTE_MS).toISOString() },
      // The plan's time has become shorter.
      { attr: "idleCheckAt", gt: new Date(at + MINUTE_MS).toISOString() },
    ],
  };
  try {
    await change
      .item({ tenantId, idleCheckAt })
      .options({ condition: { and: [{ attr: "cell", exists: true }, isNew] } })
      .send();
  } catch (error) {
    if (isConditionFailure(error)) return;
    throw error;
  }
  try {
    await putIdleSchedule(idleCheckAt);
  } catch (error) {
    // Whoever tries this again must not find it done.
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

/** Whether a task is in progress: its agents' next heartbeats go on with it. */
async function hasWork(): Promise<boolean> {
  const partition = keys.tenant(currentTenant());
  const where = { partition, prefix: Task.statusKey("in_progress"), index: "gsi1" } as const;
  for await (const task of queryAll(TaskEntity, where)) if (!Task.isStuck(task)) return true;
  return false;
}
