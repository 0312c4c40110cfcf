// Whose turn it is to write an agent's answer: claimed for a while, renewed while its writer lives, ended once.
import { randomUUID } from "node:crypto";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { schedules } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { failedConditions, getItem, isConditionFailure, now, transact, type Write } from "../table/index.ts";
import { ChatEntity, type ChatStatus, type ChatTurn, ChatTurnEntity, OpenChatEntity } from "./entity.ts";

/** A writer that has not renewed its turn for so long has died. */
const LEASE_MS = 60_000;
/** When somebody looks whether the writer still lives; a schedule is only precise to a minute. */
const LOOK_MS = 120_000;

export interface ChatKey {
  tenantId: string;
  agentId: string;
  chatId: string;
}

/** How an answer is over. */
export interface Outcome {
  status: Extract<ChatStatus, "done" | "failed" | "aborted">;
  answer?: string;
  error?: string;
}

const leaseFromNow = () => new Date(Date.now() + LEASE_MS).toISOString();

export async function findTurn(agentId: string): Promise<ChatTurn | undefined> {
  return getItem(ChatTurnEntity, { tenantId: currentTenant(), agentId });
}

export const hasLiveLease = ({ leaseUntil }: ChatTurn): boolean => Date.parse(leaseUntil) > Date.now();

/** Takes the agent's turn for a message that waits; undefined when somebody has it, or the message waits no more. */
export async function claim(key: ChatKey): Promise<ChatTurn | undefined> {
  // First: who dies with the turn in hand must be found.
  await scheduleCheck(key.chatId);
  const turn = { ...key, claim: randomUUID(), leaseUntil: leaseFromNow() };
  const isMine = await tryTransact(
    ChatTurnEntity.build(PutTransaction)
      .item(turn)
      .options({ condition: { attr: "claim", exists: false } }),
    ChatEntity.build(UpdateTransaction)
      .item({ ...key, status: "answering", startedAt: now() })
      .options({ condition: { attr: "status", eq: "queued" } }),
  );
  return isMine ? turn : undefined;
}

/** False when the turn has been taken from its writer, who was too slow. */
export async function renew({ tenantId, agentId, claim }: ChatTurn): Promise<boolean> {
  try {
    await ChatTurnEntity.build(UpdateItemCommand)
      .item({ tenantId, agentId, leaseUntil: leaseFromNow() })
      .options({ condition: { attr: "claim", eq: claim } })
      .send();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** Ends the turn and its message; nothing when the turn is somebody else's by now. */
export async function finish(turn: ChatTurn, ending: Outcome): Promise<void> {
  await tryTransact(releaseWrite(turn), ...endWrites(turn, "answering", ending));
  await schedules.delete(turn.tenantId, checkScheduleName(turn.chatId));
}

/** Ends the turn before anything was said: the message waits again. */
export async function requeue(turn: ChatTurn): Promise<void> {
  const { tenantId, agentId, chatId } = turn;
  await tryTransact(
    releaseWrite(turn),
    ChatEntity.build(UpdateTransaction).item({
      ...{ tenantId, agentId, chatId },
      status: "queued",
      startedAt: $remove(),
    }),
  );
}

/** Ends a message that nobody has begun to answer. */
export async function fail(key: ChatKey, error: string): Promise<void> {
  await tryTransact(...endWrites(key, "queued", { status: "failed", error }));
}

/** Has it looked at in a while whether the turn's writer still lives. */
export async function scheduleCheck(chatId: string): Promise<void> {
  const tenantId = currentTenant();
  await schedules.put({
    name: checkScheduleName(chatId),
    group: tenantId,
    expression: `at(${new Date(Date.now() + LOOK_MS).toISOString().slice(0, 19)})`,
    timezone: "UTC",
    windowMinutes: 24 * 60,
    target: { kind: "chat", tenantId },
  });
}

const checkScheduleName = (chatId: string) => `chat-${chatId}`;

const releaseWrite = ({ tenantId, agentId, claim }: ChatTurn): Write =>
  ChatTurnEntity.build(DeleteTransaction)
    .key({ tenantId, agentId })
    .options({ condition: { attr: "claim", eq: claim } });

function endWrites(key: ChatKey, from: ChatStatus, ending: Outcome): Write[] {
  const { tenantId, agentId, chatId } = key;
  return [
    ChatEntity.build(UpdateTransaction)
      .item({ tenantId, agentId, chatId, ...ending, endedAt: now() })
      .options({ condition: { attr: "status", eq: from } }),
    OpenChatEntity.build(DeleteTransaction).key({ tenantId, agentId, chatId }),
  ];
}

async function tryTransact(...writes: Write[]): Promise<boolean> {
  try {
    await transact(...writes);
    return true;
  } catch (error) {
    if (failedConditions(error)) return false;
    throw error;
  }
}
