// Drains a lane: sends an agent's pending notifications in order when its doorbell rings.
import { lanes } from "#platform";
import type { ForwardResponse } from "../../platform/types/gateway.ts";
import * as Activity from "../activity/index.ts";
import { service } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import type { Pending } from "../notification/index.ts";
import { plans } from "../plan/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { conditionHolds, transact } from "../table/index.ts";
import * as Task from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";
import { newId } from "../util/id.ts";
import * as Lane from "./lane.ts";
import { lease, listPending, releaseLease, settle } from "./pending.ts";
import { countWrite, messagesThisHour, nextHour, noticeWrite } from "./quota.ts";

/** A ring may come this much too early, since clocks differ and nothing else would ring. */
const MAX_EARLY_MS = 1000;
/** Undelivered notifications older than this are given up. */
const MAX_AGE_MS = 24 * 3600 * 1000;
/** How many notifications are read at once. */
const BATCH = 25;
/** After this long the rest is left to the next drain: the function that runs it has two minutes. */
const MAX_DRAIN_MS = 60_000;

export interface DrainResult {
  /** `waiting`: not due yet, or no squadhub is up; something else rings. `ringing`: the rest has been rung for. */
  outcome: "empty" | "waiting" | "retrying" | "parked" | "ringing";
  /** The notifications that became undeliverable, and why. */
  undeliverable: { notificationId: string; reason: string }[];
}

type Failure = Extract<ForwardResponse, { ok: false }>;
const stopped: Failure = { ok: false, reason: "unreachable", message: "the squad is stopped" };

/** What changes while a lane is drained. */
interface Progress {
  startedAt: number;
  /** Messages that the plan still allows this hour, and its limit. */
  messagesLeft: number;
  limit: number;
  /** Failed attempts since the last successful one. */
  attempt: number;
  /** Set once the gateway is known to be unreachable. */
  gatewayFailure: Failure | undefined;
  undeliverable: DrainResult["undeliverable"];
}

/**
 * Sends the agent's pending notifications in order and marks each as the gateway accepts it. Does nothing before the
 * lane's next attempt is due. An unreachable gateway is no error: the lane is rung again later. Only one drain of a lane
 * may run at a time.
 */
export async function drain(agentId: string): Promise<DrainResult> {
  const startedAt = Date.now();
  const [lane, squadhub, tenant, used, first] = await Promise.all([
    Lane.find(agentId),
    Squadhub.find(),
    Tenant.find(currentTenant()),
    messagesThisHour(startedAt),
    listPending(agentId, BATCH),
  ]);
  const undeliverable: DrainResult["undeliverable"] = [];
  const isDue = !lane || Date.parse(lane.nextAttemptAt) - startedAt <= MAX_EARLY_MS;
  if (!isDue) return { outcome: "waiting", undeliverable };
  // Maintenance may roll the squadhub back: what it received meanwhile would be lost.
  const isUp = squadhub?.readyAt !== undefined && tenant?.status !== "maintenance";
  if (!isUp && first.length > 0) await Lifecycle.ensureAwake();
  // The report of readiness, or the end of the maintenance, rings every lane. A stopped squadhub sends neither.
  if (!isUp && tenant?.status !== "stopped") return { outcome: "waiting", undeliverable };
  // A workspace that no longer exists sends nothing.
  const limit = tenant ? plans[tenant.plan].messagesPerHour : 0;
  const progress: Progress = {
    ...{ startedAt, limit, undeliverable },
    messagesLeft: limit - used,
    attempt: lane?.attempt ?? 0,
    gatewayFailure: isUp ? undefined : stopped,
  };
  for (let batch = first; batch.length > 0; batch = await nextBatch(agentId, batch))
    for (const notification of batch) {
      const outcome = await deliver(notification, progress);
      if (outcome) return { outcome, undeliverable };
    }
  if (lane) await Lane.clearBackoff(agentId);
  return { outcome: "empty", undeliverable };
}

const nextBatch = async (agentId: string, batch: Pending[]): Promise<Pending[]> =>
  batch.length < BATCH ? [] : listPending(agentId, BATCH);

/** Delivers one notification, or gives it up. Returns an outcome when the drain ends with it. */
async function deliver(
  notification: Pending,
  progress: Progress,
): Promise<DrainResult["outcome"] | undefined> {
  const { agentId, notificationId } = notification;
  if (progress.messagesLeft <= 0) return holdForQuota(agentId, progress.limit);
  if (Date.now() - progress.startedAt > MAX_DRAIN_MS) return ringForTheRest(agentId);
  const answer = progress.gatewayFailure ?? (await send(notification));
  if (answer === "collected") return undefined;
  if (answer.ok) {
    await settle(notification, "delivered", countWrite(Date.now()));
    progress.messagesLeft--;
    progress.attempt = 0;
    return undefined;
  }
  if (answer.reason !== "refused" && !isTooOld(notification)) {
    await releaseLease(notification);
    return Lane.backOff(agentId, progress.attempt + 1, answer.reason);
  }
  // Once the gateway has failed, older notifications are not tried one by one.
  if (answer.reason !== "refused") progress.gatewayFailure = answer;
  if (await giveUp(notification, answer))
    progress.undeliverable.push({ notificationId, reason: answer.reason });
  return undefined;
}

/** Sends it to the gateway, unless the agent has just collected it itself. */
async function send(notification: Pending): Promise<ForwardResponse | "collected"> {
  const [isLeased, message] = await Promise.all([lease(notification), textOf(notification)]);
  if (!isLeased) return "collected";
  const { agentId, notificationId } = notification;
  return Squadhub.tryGateway({ kind: "send", agentId, message, idempotencyKey: notificationId });
}

/** The message in which an agent receives a notification. */
async function textOf({ type, from, content, taskId }: Pending): Promise<string> {
  const task = taskId ? await Task.find(taskId) : undefined;
  const about = task ? `\n\nTask ${task.taskId}: “${task.title}” (${task.status}, ${task.priority})` : "";
  return `[${type}] from ${from.name}\n\n${content}${about}`;
}

const isTooOld = ({ createdAt }: Pending) => Date.now() - Date.parse(createdAt) > MAX_AGE_MS;

async function giveUp(notification: Pending, { message }: Failure): Promise<boolean> {
  const { agentId, taskId } = notification;
  const action = `could not deliver a notification to ${agentId}: ${message}`;
  const activity = Activity.activityWrite("notification_undeliverable", service, action, taskId);
  return settle(notification, "undeliverable", activity);
}

/** Leaves the rest of a long lane to another doorbell, so that no function runs out of time. */
async function ringForTheRest(agentId: string): Promise<"ringing"> {
  await lanes.ring({ tenantId: currentTenant(), agentId }, newId("event"));
  return "ringing";
}

/** Parks the lane until the next hour, because the plan's messages of this hour are used up. The feed says so once. */
async function holdForQuota(agentId: string, limit: number): Promise<"parked"> {
  const action = `held back messages until the next hour: the plan’s ${limit} agent messages an hour are used up`;
  // Fails when another lane of this squad has written the activity already.
  await conditionHolds(
    transact(noticeWrite(Date.now()), Activity.activityWrite("messages_held", service, action)),
  );
  return Lane.park(agentId, 0, nextHour(Date.now()), "quota");
}
