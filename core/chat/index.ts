// Chat between people and agents. Asking only stores the message; the event of that change has it answered.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import * as z from "zod";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import * as Quota from "../delivery/quota.ts";
import { plans } from "../plan/index.ts";
import {
  failedConditions,
  getItem,
  keys,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
} from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import * as Tenant from "../tenant/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { textOf } from "../util/text.ts";
import { type Chat, ChatEntity, type ChatItem, OpenChatEntity } from "./entity.ts";
import { unavailableReason } from "./failure-messages.ts";

export * from "./entity.ts";

export const askInput = z.strictObject({ text: textOf(8).trim().min(1, "must not be empty") });

/**
 * Queues a message to the agent. Throws `not_found`, `conflict` when the squad cannot come up by itself, and
 * `rate_limited` when the plan's messages of this hour are used up.
 */
export const ask = fn(
  z.object({ agentId: Agent.agentId, input: askInput }),
  async ({ agentId, input: { text } }): Promise<Chat> => {
    const [by, agent, { status, plan }] = await Promise.all([
      Agent.authorOf(),
      Agent.find(agentId),
      Tenant.current(),
    ]);
    if (!agent) throw notFound("agent");
    const unavailable = unavailableReason(status);
    if (unavailable) throw new VisibleError("conflict", unavailable);
    const key = { tenantId: currentTenant(), agentId, chatId: newId("chat") };
    const message: ChatItem = { ...key, by, text, status: "queued", createdAt: now() };
    const limit = plans[plan].messagesPerHour;
    try {
      await transact(
        Quota.countWithinLimitWrite(Date.now(), limit),
        ChatEntity.build(PutTransaction).item(message),
        OpenChatEntity.build(PutTransaction).item(key),
      );
    } catch (error) {
      if (failedConditions(error)?.includes(0)) throw limitUsedUp(limit);
      throw error;
    }
    return message;
  },
);

function limitUsedUp(limit: number): VisibleError {
  const next = Quota.nextHour(Date.now());
  return new VisibleError(
    "rate_limited",
    `Your plan’s ${limit} agent messages for this hour are used up. Ask again at ${new Date(next).toISOString().slice(11, 16)} UTC.`,
    { retryAfter: Math.ceil((next - Date.now()) / 1000) },
  );
}

export async function find(agentId: string, chatId: string): Promise<ChatItem | undefined> {
  return getItem(ChatEntity, { tenantId: currentTenant(), agentId, chatId });
}

/** The conversation with an agent, newest first. Throws `not_found`. */
export const list = fn(
  z.object({ agentId: Agent.agentId, page: pageQuery }),
  async ({ agentId, page }): Promise<Page<Chat>> => {
    if (!(await Agent.find(agentId))) throw notFound("agent");
    const where = { partition: keys.tenant(currentTenant()), prefix: `CHAT#${agentId}#`, reverse: true };
    return queryPage(ChatEntity, where, page);
  },
);

/**
 * Ends an answer that is being written, or withdraws a queued message; an ended one stays as it is. The writer of the
 * answer notices within two seconds. Throws `not_found`.
 */
export const abort = fn(
  z.object({ agentId: Agent.agentId, chatId: idOf("chat") }),
  ({ agentId, chatId }): Promise<Chat> =>
    retryOnConflict(async () => {
      const found = await find(agentId, chatId);
      if (!found) throw notFound("chat");
      const key = { tenantId: found.tenantId, agentId, chatId };
      const { status, abortedAt = now() } = found;
      const update = ChatEntity.build(UpdateTransaction);
      const unchanged = { condition: { attr: "status", eq: status } } as const;
      if (status === "queued") {
        const ended = { status: "aborted", abortedAt, endedAt: abortedAt } as const;
        await transact(
          update.item({ ...key, ...ended }).options(unchanged),
          OpenChatEntity.build(DeleteTransaction).key(key),
        );
        return { ...found, ...ended };
      }
      if (status === "answering" && !found.abortedAt)
        await transact(update.item({ ...key, abortedAt }).options(unchanged));
      return found;
    }),
);
