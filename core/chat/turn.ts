// The turn to write an agent's answer: claimed with a lease, renewed while its writer lives, ended once.
import { randomUUID } from "node:crypto";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { schedules } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { conditionHolds, getItem, now, transact, type Write } from "../table/index.ts";
import { ChatEntity, type ChatStatus, type ChatTurn, ChatTurnEntity, OpenChatEntity } from "./entity.ts";

/** A writer that has not renewed its lease for this long has died. */
const LEASE_MS = 60_000;
/** When a schedule checks whether the writer still lives; schedules are only precise to a minute. */
const CHECK_MS = 120_000;

export interface ChatKey {
  tenantId: string;
  agentId: string;
  chatId: string;
}

/** How a message ended. */
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

/** Claims the agent's turn for a queued message. Undefined when the turn is taken or the message no longer queued. */
export async function claim(key: ChatKey): Promise<ChatTurn | undefined> {
  // Before the claim, so that a writer that dies right after it is found.
  await scheduleCheck(key.chatId);
  const turn = { ...key, claim: randomUUID(), leaseUntil: leaseFromNow() };
  const writes = [
    ChatTurnEntity.build(PutTransaction)
      .item(turn)
      .options({ condition: { attr: "claim", exists: false } }),
    ChatEntity.build(UpdateTransaction)
      .item({ ...key, status: "answering", startedAt: now() })
      .options({ condition: { attr: "status", eq: "queued" } }),
  ];
  return (await conditionHolds(transact(...writes))) ? turn : undefined;
}

/** Renews the lease. False when the turn was taken from its writer, because it was too slow. */
export const renew = ({ tenantId, agentId, claim }: ChatTurn): Promise<boolean> =>
  conditionHolds(
    ChatTurnEntity.build(UpdateItemCommand)
      .item({ tenantId, agentId, leaseUntil: leaseFromNow() })
      .options({ condition: { attr: "claim", eq: claim } })
      .send(),
  );

/** Ends the turn and its message. Does nothing when the turn has been taken over. */
export async function finish(turn: ChatTurn, outcome: Outcome): Promise<void> {
  await conditionHolds(transact(releaseWrite(turn), ...endWrites(turn, "answering", outcome)));
  await schedules.delete(turn.tenantId, checkScheduleName(turn.chatId));
}

/** Ends the turn before the agent took the message, which is queued again. */
export async function requeue(turn: ChatTurn): Promise<void> {
  const { tenantId, agentId, chatId } = turn;
  const queuedWrite = ChatEntity.build(UpdateTransaction).item({
    ...{ tenantId, agentId, chatId },
    status: "queued",
    startedAt: $remove(),
  });
  await conditionHolds(transact(releaseWrite(turn), queuedWrite));
}

/** Fails a message that is still queued. */
export async function fail(key: ChatKey, error: string): Promise<void> {
  await conditionHolds(transact(...endWrites(key, "queued", { status: "failed", error })));
}

/** Schedules a check whether the turn's writer still lives. */
export async function scheduleCheck(chatId: string): Promise<void> {
  const tenantId = currentTenant();
  await schedules.put({
    name: checkScheduleName(chatId),
    group: tenantId,
    expression: `at(${new Date(Date.now() + CHECK_MS).toISOString().slice(0, 19)})`,
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

function endWrites(key: ChatKey, from: ChatStatus, outcome: Outcome): Write[] {
  const { tenantId, agentId, chatId } = key;
  return [
    ChatEntity.build(UpdateTransaction)
      .item({ tenantId, agentId, chatId, ...outcome, endedAt: now() })
      .options({ condition: { attr: "status", eq: from } }),
    OpenChatEntity.build(DeleteTransaction).key({ tenantId, agentId, chatId }),
  ];
}
