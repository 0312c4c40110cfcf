// Lanes: one agent's queue of pending notifications, drained in order when a doorbell rings.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { lanes, schedules } from "#platform";
import type { ForwardResponse } from "../../platform/types.ts";
import { activityOf } from "../activity/index.ts";
import { currentTenant } from "../actor.ts";
import { find as findAgent, seen } from "../agent/index.ts";
import { service } from "../author.ts";
import { tryGateway } from "../squadhub/gateway.ts";
import { find as findSquadhub } from "../squadhub/index.ts";
import { failedConditions, keys, mainTable, now, transact } from "../table.ts";
import { find as findTask } from "../task/entity.ts";
import { need } from "../tenant/waking.ts";
import { type Notification, pending, settle } from "./index.ts";
import { left, nextHour, spent, telling } from "./quota.ts";

/** A queue brings a doorbell back after these seconds. */
const QUEUE_SECONDS = [5, 15, 45];
/** After that a schedule does, which is only precise to a minute, after these minutes and then every hour. */
const PARK_MINUTES = [2, 5, 15];
const HOUR_MINUTES = 60;
/** A ring is that much too early at most: clocks differ, and nothing else would ring. */
const EARLY_MS = 1000;
/** What is older than this is given up. */
const GIVE_UP_MS = 24 * 3600 * 1000;

const LaneEntity = new Entity({
  name: "Lane",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    state: string().enum("retrying", "parked"),
    attempt: number(),
    nextAttemptAt: string(),
    reason: string(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `LANESTATE#${agentId}` }),
});

/** `waiting`: it is not yet time, or no squadhub is up; something else rings. */
export type DrainOutcome = "empty" | "waiting" | "retrying" | "parked";

/**
 * Sends the agent's pending notifications in order and marks each as the gateway accepts it. A ring before the lane's
 * next attempt does nothing. Never throws for a gateway that is away, but sees to it that the lane is rung again.
 * To be called by one at a time for a lane.
 */
export async function drain(agentId: string): Promise<DrainOutcome> {
  const lane = await stateOf(agentId);
  const waits = lane ? Date.parse(lane.nextAttemptAt) - Date.now() : 0;
  if (waits > EARLY_MS) return "waiting";

  const squadhub = await findSquadhub();
  if (!squadhub?.readyAt) {
    if ((await pending(agentId, 1)).length > 0) await need();
    // Its own report of being ready rings every lane.
    return "waiting";
  }
  let attempt = lane?.attempt ?? 0;
  const quota = await left(Date.now());
  for (;;) {
    const batch = await pending(agentId);
    if (batch.length === 0) break;
    for (const notification of batch) {
      if (quota.left <= 0) return holdForQuota(agentId, quota.limit);
      const answer = await tryGateway({
        kind: "send",
        agentId,
        message: await textOf(notification),
        idempotencyKey: notification.notificationId,
      });
      if (answer.ok) {
        await settle(notification, "delivered", spent(Date.now()));
        quota.left--;
        attempt = 0;
      } else if (answer.reason === "refused" || isTooOld(notification)) await giveUp(notification, answer);
      else return backOff(agentId, attempt + 1, answer.reason);
    }
  }
  if (lane) await clear(agentId);
  return "empty";
}

/**
 * What hindered the lane is over: the drain that comes next tries at once. Only to be called where `drain` is: another
 * one that is under way could write its back-off after this.
 */
export const startAfresh = (agentId: string): Promise<void> => clear(agentId);

/** What an agent reads when a notification reaches it. */
async function textOf({ type, from, content, taskId }: Notification): Promise<string> {
  const task = taskId ? await findTask(taskId) : undefined;
  const about = task ? `\n\nTask ${task.taskId}: “${task.title}” (${task.status}, ${task.priority})` : "";
  return `[${type}] from ${from.name}\n\n${content}${about}`;
}

const isTooOld = ({ createdAt }: Notification) => Date.now() - Date.parse(createdAt) > GIVE_UP_MS;

async function giveUp(
  notification: Notification,
  { message }: Extract<ForwardResponse, { ok: false }>,
): Promise<void> {
  const told = activityOf(
    "notification_undeliverable",
    service,
    `could not deliver a notification to ${notification.agentId}: ${message}`,
    notification.taskId,
  );
  await settle(notification, "undeliverable", told);
}

async function backOff(agentId: string, attempt: number, reason: string): Promise<DrainOutcome> {
  const seconds = QUEUE_SECONDS[attempt - 1];
  const minutes = PARK_MINUTES[attempt - 1 - QUEUE_SECONDS.length] ?? HOUR_MINUTES;
  const at = Date.now() + (seconds ? seconds * 1000 : minutes * 60_000);
  if (!seconds) return park(agentId, attempt, at, reason);
  await wait(agentId, "retrying", attempt, at, reason);
  await lanes.ringLater({ tenantId: currentTenant(), agentId }, seconds);
  return "retrying";
}

/** The plan's messages of this hour are used up: the lane goes on when the next one begins. */
async function holdForQuota(agentId: string, limit: number): Promise<DrainOutcome> {
  const message = `used up the plan’s ${limit} agent messages an hour; what waits goes out when the next begins`;
  try {
    await transact(telling(Date.now()), activityOf("messages_held", service, message));
  } catch (error) {
    // Another lane of this squad has told it already.
    if (!failedConditions(error)) throw error;
  }
  return park(agentId, 0, nextHour(Date.now()), "quota");
}

async function wait(
  agentId: string,
  state: "retrying" | "parked",
  attempt: number,
  at: number,
  reason: string,
): Promise<string> {
  // To the second, as a schedule says it.
  const nextAttemptAt = new Date(Math.floor(at / 1000) * 1000).toISOString();
  await LaneEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), agentId, state, attempt, nextAttemptAt, reason })
    .send();
  return nextAttemptAt;
}

async function park(agentId: string, attempt: number, at: number, reason: string): Promise<DrainOutcome> {
  const lane = { tenantId: currentTenant(), agentId };
  const nextAttemptAt = await wait(agentId, "parked", attempt, at, reason);
  await schedules.put({
    name: scheduleName(agentId),
    group: lane.tenantId,
    expression: `at(${nextAttemptAt.slice(0, 19)})`,
    timezone: "UTC",
    windowMinutes: 24 * 60,
    target: { kind: "lane", lane },
  });
  return "parked";
}

const scheduleName = (agentId: string) => `lane-${agentId}`;

/** How the lane stands, unless nothing has failed. */
export async function stateOf(agentId: string) {
  const { Item } = await LaneEntity.build(GetItemCommand)
    .key({ tenantId: currentTenant(), agentId })
    .options({ consistent: true })
    .send();
  return Item;
}

/** Forgets past failures. */
async function clear(agentId: string): Promise<void> {
  const tenantId = currentTenant();
  const lane = await stateOf(agentId);
  if (!lane) return;
  if (lane.state === "parked") await schedules.delete(tenantId, scheduleName(agentId));
  await LaneEntity.build(DeleteItemCommand).key({ tenantId, agentId }).send();
}

/** `clawe check`: a sign of life that hands over what is pending and marks it delivered. */
export async function check(agentId: string): Promise<{ known: boolean; notifications: Notification[] }> {
  if (!(await findAgent(agentId))) return { known: false, notifications: [] };
  await seen(agentId);
  const notifications: Notification[] = [];
  for (let batch = await pending(agentId, 100); batch.length > 0; batch = await pending(agentId, 100))
    for (const notification of batch)
      if (await settle(notification, "delivered"))
        notifications.push({ ...notification, status: "delivered", settledAt: now() });
  if (notifications.length > 0) await clear(agentId);
  return { known: true, notifications };
}
