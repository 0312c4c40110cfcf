// Answers an agent's oldest open message: what the gateway streams goes to the pages piece by piece, to the table whole.
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
/** A function works for 15 minutes at most, and has to write down how it ended. */
const LONGEST_MS = 14 * 60_000;
/** A running function hears of an abort only by looking. */
const GLANCE_MS = 1_000;
const RENEW_MS = 15_000;
/** A gateway that has crashed is back within two minutes. */
const PATIENCE_MS = [1, 2, 4, 8, ...Array<number>(10).fill(10)].map((seconds) => seconds * 1_000);

type Stop = "aborted" | "late" | "lost";

/**
 * Answers the agent's oldest open message, if the squad is up and nobody else writes an answer of this agent. Never
 * fails for a gateway that does: then the message says why. What waits longer is answered when the next change of a
 * message, or of the squadhub, calls this again.
 */
export async function answer(agentId: string): Promise<void> {
  const [next] = await openChats(agentId, 1);
  if (!next) return;
  const held = await findTurn(agentId);
  if (held) return hasLiveLease(held) ? scheduleCheck(held.chatId) : interrupt(held);
  const tenant = await Tenant.find(currentTenant());
  if (!tenant) return;
  const key = { tenantId: tenant.tenantId, agentId, chatId: next.chatId };
  const never = unavailableReason(tenant.status);
  if (never) return fail(key, never);
  if (!(await isUp())) return Lifecycle.ensureAwake();
  const chat = await find(agentId, next.chatId);
  const turn = await claim(key);
  if (chat && turn) await write(turn, chat);
}

async function isUp(): Promise<boolean> {
  const [tenant, squadhub] = await Promise.all([Tenant.find(currentTenant()), Squadhub.find()]);
  return tenant?.status === "active" || (tenant?.status === "starting" && squadhub?.readyAt !== undefined);
}

/** Its writer has died: nobody knows how far the agent got, so it is not asked again by itself. */
async function interrupt(turn: ChatTurn): Promise<void> {
  await hangUp(turn);
  await finish(turn, { status: "failed", error: failureMessages.interrupted });
}

/** Ends the agent's turn, wherever the stream of it goes. */
async function hangUp({ chatId }: ChatTurn): Promise<void> {
  await Squadhub.tryGateway({ kind: "hangUp", key: chatId });
}

async function write(turn: ChatTurn, chat: ChatItem): Promise<void> {
  const stop = new AbortController();
  const watching = watch(turn, stop).catch((error: unknown) => {
    // Whether the turn is still ours is not known: its lease decides.
    console.error("An answer that was being written was left.", error);
    stop.abort("lost" satisfies Stop);
  });
  const said = createAnswer(turn);
  try {
    const ending = await listen(turn, chat, said, stop.signal);
    const reason = stop.signal.reason as Stop | undefined;
    if (reason) await hangUp(turn);
    await said.flush();
    if (reason === "lost") return;
    if (ending) await finish(turn, { ...ending, ...said.text() });
    else await requeue(turn);
  } catch (error) {
    await finish(turn, { status: "failed", error: failureMessages.interrupted, ...said.text() });
    throw error;
  } finally {
    stop.abort();
    await watching;
  }
}

/** Hears the agent out. Undefined when nobody took the message, because the squad has gone down. */
async function listen(
  { agentId, chatId }: ChatTurn,
  { text }: ChatItem,
  said: ReturnType<typeof createAnswer>,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  for (const wait of [...PATIENCE_MS, undefined]) {
    let reason: keyof typeof failureMessages = "broken";
    for await (const part of Squadhub.chatWithAgent({ agentId, message: text, key: chatId }, signal)) {
      if (part.kind === "text") said.add(part.text);
      if (part.kind === "end") return { status: "done" };
      if (part.kind === "error") reason = part.reason;
    }
    if (signal.aborted) return endingOf(signal.reason);
    // Else the agent has the message: asked again, it would do everything twice.
    const isUntaken = reason === "unreachable" || reason === "busy";
    if (isUntaken && !(await isUp())) return undefined;
    if (!isUntaken || wait === undefined) return { status: "failed", error: failureMessages[reason] };
    await pause(wait, signal);
    if (signal.aborted) return endingOf(signal.reason);
  }
}

const endingOf = (reason: Stop): Outcome =>
  reason === "aborted" ? { status: "aborted" } : { status: "failed", error: failureMessages.late };

/** What is said, within the limit of an item. */
function createAnswer(turn: ChatTurn) {
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
    text: (): { answer?: string } => {
      if (bytes <= MAX_ANSWER_KB * 1024) return whole ? { answer: whole } : {};
      return {
        answer: `${clip(whole, MAX_ANSWER_KB)}\n\n(Cut: the answer was longer than ${MAX_ANSWER_KB} KB.)`,
      };
    },
  };
}

/** Renews the turn, and stops its writer when somebody has aborted the answer, or it takes too long. */
async function watch(turn: ChatTurn, stop: AbortController): Promise<void> {
  const { signal } = stop;
  const begunAt = Date.now();
  let renewedAt = begunAt;
  for (;;) {
    await pause(GLANCE_MS, signal);
    if (signal.aborted) return;
    if ((await find(turn.agentId, turn.chatId))?.abortedAt) return stop.abort("aborted" satisfies Stop);
    if (Date.now() - begunAt > LONGEST_MS) return stop.abort("late" satisfies Stop);
    if (Date.now() - renewedAt < RENEW_MS) continue;
    renewedAt = Date.now();
    if (!(await renew(turn))) return stop.abort("lost" satisfies Stop);
  }
}

/** Resolves early when `signal` aborts: the caller looks at it. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
