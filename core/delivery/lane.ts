// Lanes: one agent's queue of pending notifications, drained in order when a doorbell rings.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { lanes, schedules } from "#platform";
import type { ForwardResponse } from "../../platform/types/gateway.ts";
import * as Activity from "../activity/index.ts";
import { service } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import type { Pending } from "../notification/index.ts";
import { plans } from "../plan/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import {
  failedConditions,
  getItem,
  keys,
  mainTable,
  type Page,
  type PageQuery,
  queryPage,
  transact,
} from "../table/index.ts";
import * as Task from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";
import { newId } from "../util/id.ts";
import { lease, pending, releaseLease, settle } from "./pending.ts";
import { countWrite, messagesThisHour, nextHour, noticeWrite } from "./quota.ts";

/** A queue brings a doorbell back after these seconds. */
const QUEUE_SECONDS = [5, 15, 45];
/** After that a schedule does, which is only precise to a minute, after these minutes and then every hour. */
const PARK_MINUTES = [2, 5, 15];
const HOUR_MINUTES = 60;
/** A ring is that much too early at most: clocks differ, and nothing else would ring. */
const EARLY_MS = 1000;
/** What is older than this is given up. */
const GIVE_UP_MS = 24 * 3600 * 1000;
/** How many notifications are read at once. */
const BATCH = 25;
/** A drain that has run this long leaves the rest to the next: the function that runs it has two minutes. */
const SHIFT_MS = 60_000;

/** Before the time of the next try, in the list of parked lanes. */
const LISTED = "LANE#";

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
    /** Parked lanes of all tenants are listed, the next to be tried first. */
    gsi1pk: string().hidden().optional(),
    gsi1sk: string().hidden().optional(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `LANESTATE#${agentId}` }),
});
export type Lane = FormattedItem<typeof LaneEntity>;

export interface Drained {
  /** `waiting`: it is not yet time, or no squadhub is up; something else rings. `ringing`: it has rung for the rest. */
  outcome: "empty" | "waiting" | "retrying" | "parked" | "ringing";
  /** The ids of notifications that are undeliverable, and why. */
  givenUp: { notificationId: string; reason: string }[];
}

/**
 * Sends the agent's pending notifications in order and marks each as the gateway accepts it. A ring before the lane's
 * next attempt does nothing. Never throws for a gateway that is away, but sees to it that the lane is rung again.
 * To be called by one at a time for a lane.
 */
export async function drain(agentId: string): Promise<Drained> {
  const begun = Date.now();
  const givenUp: Drained["givenUp"] = [];
  const ended = (outcome: Drained["outcome"]): Drained => ({ outcome, givenUp });
  const [lane, squadhub, tenant, sent, first] = await Promise.all([
    stateOf(agentId),
    Squadhub.find(),
    Tenant.find(currentTenant()),
    messagesThisHour(begun),
    pending(agentId, BATCH),
  ]);
  if (lane && Date.parse(lane.nextAttemptAt) - begun > EARLY_MS) return ended("waiting");
  // A squadhub that is worked on may go back to what it was: what it was told meanwhile would be lost.
  const isUp = squadhub?.readyAt !== undefined && tenant?.status !== "maintenance";
  if (!isUp) {
    if (first.length > 0) await Lifecycle.ensureAwake();
    // Its own report of being ready, or the end of the work, rings every lane; of one that has failed neither comes.
    if (tenant?.status !== "stopped") return ended("waiting");
  }
  // Of a workspace that is gone nothing is sent any more.
  const limit = tenant ? plans[tenant.plan].messagesPerHour : 0;
  let left = limit - sent;
  let attempt = lane?.attempt ?? 0;
  let away = isUp ? undefined : stopped;
  for (let batch = first; batch.length > 0; batch = batch.length < BATCH ? [] : await pending(agentId, BATCH))
    for (const notification of batch) {
      if (left <= 0) return ended(await holdForQuota(agentId, limit));
      if (Date.now() - begun > SHIFT_MS) return ended(await ringForTheRest(agentId));
      const answer = away ?? (await send(notification));
      if (answer === "collected") continue;
      if (answer.ok) {
        await settle(notification, "delivered", countWrite(Date.now()));
        left--;
        attempt = 0;
      } else if (answer.reason === "refused" || isTooOld(notification)) {
        // What is too old is not tried each by each once the gateway has shown to be away.
        if (answer.reason !== "refused") away = answer;
        const { notificationId } = notification;
        if (await giveUp(notification, answer)) givenUp.push({ notificationId, reason: answer.reason });
      } else {
        await releaseLease(notification);
        return ended(await backOff(agentId, attempt + 1, answer.reason));
      }
    }
  if (lane) await clear(agentId);
  return ended("empty");
}

/**
 * What hindered the lane is over: the drain that comes next tries at once. Only to be called where `drain` is: another
 * one that is under way could write its back-off after this.
 */
export const clearBackoff = (agentId: string): Promise<void> => clear(agentId);

type Failure = Extract<ForwardResponse, { ok: false }>;
const stopped: Failure = { ok: false, reason: "unreachable", message: "the squadhub is stopped" };

/** Hands it to the gateway, unless the agent has just collected it itself. */
async function send(notification: Pending): Promise<ForwardResponse | "collected"> {
  const [held, message] = await Promise.all([lease(notification), textOf(notification)]);
  if (!held) return "collected";
  const { agentId, notificationId } = notification;
  return Squadhub.tryGateway({ kind: "send", agentId, message, idempotencyKey: notificationId });
}

/** What an agent reads when a notification reaches it. */
async function textOf({ type, from, content, taskId }: Pending): Promise<string> {
  const task = taskId ? await Task.find(taskId) : undefined;
  const about = task ? `\n\nTask ${task.taskId}: “${task.title}” (${task.status}, ${task.priority})` : "";
  return `[${type}] from ${from.name}\n\n${content}${about}`;
}

const isTooOld = ({ createdAt }: Pending) => Date.now() - Date.parse(createdAt) > GIVE_UP_MS;

async function giveUp(notification: Pending, { message }: Failure): Promise<boolean> {
  const told = Activity.activityWrite(
    "notification_undeliverable",
    service,
    `could not deliver a notification to ${notification.agentId}: ${message}`,
    notification.taskId,
  );
  return settle(notification, "undeliverable", told);
}

async function backOff(agentId: string, attempt: number, reason: string): Promise<Drained["outcome"]> {
  const seconds = QUEUE_SECONDS[attempt - 1];
  const minutes = PARK_MINUTES[attempt - 1 - QUEUE_SECONDS.length] ?? HOUR_MINUTES;
  const at = Date.now() + (seconds ? seconds * 1000 : minutes * 60_000);
  if (!seconds) return park(agentId, attempt, at, reason);
  // First what rings, then what heeds no ring before: a crash in between costs a try, not the lane.
  await lanes.ringLater({ tenantId: currentTenant(), agentId }, seconds);
  await wait(agentId, "retrying", attempt, at, reason);
  return "retrying";
}

/** What is left of a long lane is another doorbell's, so that no function runs out of time. */
async function ringForTheRest(agentId: string): Promise<Drained["outcome"]> {
  await lanes.ring({ tenantId: currentTenant(), agentId }, newId("event"));
  return "ringing";
}

/** The plan's messages of this hour are used up: the lane goes on when the next one begins. */
async function holdForQuota(agentId: string, limit: number): Promise<Drained["outcome"]> {
  const message = `used up the plan’s ${limit} agent messages an hour; what waits goes out when the next begins`;
  try {
    await transact(noticeWrite(Date.now()), Activity.activityWrite("messages_held", service, message));
  } catch (error) {
    // Another lane of this squad has told it already.
    if (!failedConditions(error)) throw error;
  }
  return park(agentId, 0, nextHour(Date.now()), "quota");
}

/** To the second, as a schedule says it. */
const toTheSecond = (at: number) => new Date(Math.floor(at / 1000) * 1000).toISOString();

async function wait(
  agentId: string,
  state: "retrying" | "parked",
  attempt: number,
  at: number,
  reason: string,
): Promise<void> {
  const nextAttemptAt = toTheSecond(at);
  const listed =
    state === "parked"
      ? { gsi1pk: keys.operations("LANES"), gsi1sk: LISTED + nextAttemptAt }
      : { gsi1pk: $remove(), gsi1sk: $remove() };
  await LaneEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), agentId, state, attempt, nextAttemptAt, reason, ...listed })
    .send();
}

async function park(
  agentId: string,
  attempt: number,
  at: number,
  reason: string,
): Promise<Drained["outcome"]> {
  const lane = { tenantId: currentTenant(), agentId };
  await schedules.put({
    name: scheduleName(agentId),
    group: lane.tenantId,
    expression: `at(${toTheSecond(at).slice(0, 19)})`,
    timezone: "UTC",
    windowMinutes: 24 * 60,
    target: { kind: "lane", ...lane },
  });
  await wait(agentId, "parked", attempt, at, reason);
  return "parked";
}

const scheduleName = (agentId: string) => `lane-${agentId}`;

/** How the lane stands, unless nothing has failed. */
export async function stateOf(agentId: string) {
  return getItem(LaneEntity, { tenantId: currentTenant(), agentId });
}

/** A page of the parked lanes of all tenants, the next to be tried first. It may lag behind by a moment. */
export const listParked = (page: PageQuery): Promise<Page<Lane>> =>
  queryPage(LaneEntity, { index: "gsi1", partition: keys.operations("LANES"), prefix: LISTED }, page);

/** Forgets past failures. */
async function clear(agentId: string): Promise<void> {
  const tenantId = currentTenant();
  const lane = await stateOf(agentId);
  if (!lane) return;
  if (lane.state === "parked") await schedules.delete(tenantId, scheduleName(agentId));
  await LaneEntity.build(DeleteItemCommand).key({ tenantId, agentId }).send();
}
