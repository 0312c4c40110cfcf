// How chats are stored: a person's message with the agent's answer, what is still open in order, and whose turn it is.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { author, authorShape } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { keys, mainTable, queryPage } from "../table/index.ts";
import { idOf } from "../util/id.ts";

export const chatStatus = z.enum(["queued", "answering", "done", "failed", "aborted"]);
export type ChatStatus = z.output<typeof chatStatus>;

export const chat = z
  .object({
    chatId: idOf("chat"),
    agentId: Agent.agentId,
    by: author,
    text: z.string(),
    status: chatStatus,
    answer: z
      .string()
      .optional()
      .describe("Once it is over; of one that failed or was aborted, what had been said until then"),
    error: z.string().optional().describe("Why it failed, and what to do"),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Chat" });
export type Chat = z.output<typeof chat>;

export const ChatEntity = new Entity({
  name: "Chat",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    chatId: string().key(),
    by: map(authorShape),
    text: string(),
    status: string().enum(...chatStatus.options),
    answer: string().optional(),
    error: string().optional(),
    /** Somebody wants the answer to end: whoever writes it looks here. */
    abortedAt: string().optional(),
    createdAt: string(),
    startedAt: string().optional(),
    endedAt: string().optional(),
  }),
  computeKey: ({ tenantId, agentId, chatId }) => ({
    pk: keys.tenant(tenantId),
    sk: `CHAT#${agentId}#${chatId}`,
  }),
});
export type ChatItem = FormattedItem<typeof ChatEntity>;

/** What is queued or being answered, per agent and in order. It is gone when the answer is over. */
export const OpenChatEntity = new Entity({
  name: "OpenChat",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), agentId: string().key(), chatId: string().key() }),
  computeKey: ({ tenantId, agentId, chatId }) => ({
    pk: keys.tenant(tenantId),
    sk: `OPENCHAT#${agentId}#${chatId}`,
  }),
});

/** Who writes an agent's answer now. Whose lease has passed has died, and another may end what it began. */
export const ChatTurnEntity = new Entity({
  name: "ChatTurn",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    chatId: string(),
    claim: string(),
    leaseUntil: string(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `CHATTURN#${agentId}` }),
});
export type ChatTurn = FormattedItem<typeof ChatTurnEntity>;

/** Of one agent, or of any, what is open; the oldest first. */
export async function openChats(
  agentId?: string,
  limit = 100,
): Promise<{ agentId: string; chatId: string }[]> {
  const prefix = agentId ? `OPENCHAT#${agentId}#` : "OPENCHAT#";
  const { items } = await queryPage(
    OpenChatEntity,
    { partition: keys.tenant(currentTenant()), prefix },
    { limit },
  );
  return items;
}
