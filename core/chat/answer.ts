// Answers an agent's oldest open message: streams the gateway's answer to open pages and stores it whole at its end.
import { setTimeout as delay } from "node:timers/promises";
import { currentTenant } from "../actor/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import * as Tenant from "../tenant/index.ts";
import { clip } from "../util/text.ts";
import { createDeltaStream } from "./delta-stream.ts";
import { type ChatItem, type ChatTurn, openChats } from "./entity.ts";
import { failureMessages, unavailableReason } from "./failure-messages.ts";
import { find } from "./index.ts";
import {
  claim,
  fail,
  findTurn,
  finish,
  hasLiveLease,
  type Outcome,
  renew,
  requeue,
  scheduleCheck,
} from "./turn.ts";

const MAX_ANSWER_KB = 64;
/** A function runs for 15 minutes at most, and needs time to store the outcome. */
const MAX_ANSWER_MS = 14 * 60_000;
/** Reading the message is the only way to learn of an abort (decision 0018). */
const ABORT_POLL_MS = 1_000;
const RENEW_MS = 15_000;
/** Waits between attempts to reach the gateway. A crashed gateway is back within two minutes. */
const RETRY_DELAYS_MS = [1, 2, 4, 8, ...Array<number>(10).fill(10)].map((seconds) => seconds * 1_000);

type StopReason = "aborted" | "timeout" | "lost";

/**
 * Answers the agent's oldest open message, if the squad is up and no other answer of this agent is being written. A
 * failing gateway is no error: the message then says why it failed. Later messages are answered when the next change of
 * a message, or of the squadhub, calls this again.
 */
export async function answer(agentId: string): Promise<void> {
  const [next] = await openChats(agentId, 1);
  if (!next) return;
  const current = await findTurn(agentId);
  if (current) return hasLiveLease(current) ? scheduleCheck(current.chatId) : interrupt(current);
  const tenant = await Tenant.find(currentTenant());
  if (!tenant) return;
  const key = { tenantId: tenant.tenantId, agentId, chatId: next.chatId };
  const unavailable = unavailableReason(tenant.status);
  if (unavailable) return fail(key, unavailable);
  if (!(await isUp())) return Lifecycle.ensureAwake();
  const chat = await find(agentId, next.chatId);
  const turn = await claim(key);
  if (chat && turn) await writeAnswer(turn, chat);
}

async function isUp(): Promise<boolean> {
  const [tenant, squadhub] = await Promise.all([Tenant.find(currentTenant()), Squadhub.find()]);
  return tenant?.status === "active" || (tenant?.status === "starting" && squadhub?.readyAt !== undefined);
}

/** The writer of this turn has died. How far the agent got is unknown, so the message is not sent again. */
async function interrupt(turn: ChatTurn): Promise<void> {
  await hangUp(turn);
  await finish(turn, { status: "failed", error: failureMessages.interrupted });
}

/** Ends the agent's turn in the gateway. */
async function hangUp({ chatId }: ChatTurn): Promise<void> {
  await Squadhub.tryGateway({ kind: "hangUp", key: chatId });
}

async function writeAnswer(turn: ChatTurn, chat: ChatItem): Promise<void> {
  const stop = new AbortController();
  const watching = watch(turn, stop).catch((error: unknown) => {
    // Whether the turn is still ours is unknown; its lease decides.
    console.error("An answer was abandoned, because its turn could not be watched.", error);
    stop.abort("lost" satisfies StopReason);
  });
  const buffer = createAnswerBuffer(turn);
  try {
    const outcome = await streamAnswer(turn, chat, buffer, stop.signal);
    const reason = stop.signal.reason as StopReason | undefined;
    if (reason) await hangUp(turn);
    await buffer.flush();
    if (reason === "lost") return;
    if (outcome) await finish(turn, { ...outcome, ...buffer.content() });
    else await requeue(turn);
  } catch (error) {
    await finish(turn, { status: "failed", error: failureMessages.interrupted, ...buffer.content() });
    throw error;
  } finally {
    stop.abort();
    await watching;
  }
}

/** Sends the message and reads the answer to its end. Undefined when the squad went down before it took the message. */
async function streamAnswer(
  { agentId, chatId }: ChatTurn,
  { text }: ChatItem,
  buffer: ReturnType<typeof createAnswerBuffer>,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  for (const retryDelay of [...RETRY_DELAYS_MS, undefined]) {
    let reason: keyof typeof failureMessages = "broken";
    for await (const part of Squadhub.chatWithAgent({ agentId, message: text, key: chatId }, signal)) {
      if (part.kind === "text") buffer.add(part.text);
      if (part.kind === "end") return { status: "done" };
      if (part.kind === "error") reason = part.reason;
    }
    if (signal.aborted) return outcomeOf(signal.reason);
    // Once the agent has the message, sending it again would do everything twice.
    const isUntaken = reason === "unreachable" || reason === "busy";
    if (isUntaken && !(await isUp())) return undefined;
    if (!isUntaken || retryDelay === undefined) return { status: "failed", error: failureMessages[reason] };
    await pause(retryDelay, signal);
    if (signal.aborted) return outcomeOf(signal.reason);
  }
}

const outcomeOf = (reason: StopReason): Outcome =>
  reason === "aborted" ? { status: "aborted" } : { status: "failed", error: failureMessages.timeout };

/** Collects the answer, within the size limit of an item, and passes it on to open pages. */
function createAnswerBuffer(turn: ChatTurn) {
  const deltas = createDeltaStream(turn);
  let whole = "";
  let bytes = 0;
  return {
    add(text: string): void {
      if (bytes > MAX_ANSWER_KB * 1024) return;
      whole += text;
      bytes += Buffer.byteLength(text);
      deltas.add(text);
    },
    flush: deltas.flush,
    content: (): { answer?: string } => {
      if (bytes <= MAX_ANSWER_KB * 1024) return whole ? { answer: whole } : {};
      return {
        answer: `${clip(whole, MAX_ANSWER_KB)}\n\n(This answer was cut off after ${MAX_ANSWER_KB} KB.)`,
      };
    },
  };
}

/** Renews the turn's lease. Stops its writer when the answer is aborted or takes too long, or the lease is lost. */
async function watch(turn: ChatTurn, stop: AbortController): Promise<void> {
  const { signal } = stop;
  const startedAt = Date.now();
  let renewedAt = startedAt;
  for (;;) {
    await pause(ABORT_POLL_MS, signal);
    if (signal.aborted) return;
    if ((await find(turn.agentId, turn.chatId))?.abortedAt) return stop.abort("aborted" satisfies StopReason);
    if (Date.now() - startedAt > MAX_ANSWER_MS) return stop.abort("timeout" satisfies StopReason);
    if (Date.now() - renewedAt < RENEW_MS) continue;
    renewedAt = Date.now();
    if (!(await renew(turn))) return stop.abort("lost" satisfies StopReason);
  }
}

/** Resolves early when `signal` aborts; the caller checks it. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
