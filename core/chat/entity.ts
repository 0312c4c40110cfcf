// How chats are stored: messages with their answers, the open ones in order, and the turn of each agent.
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
      .describe("Set at the end; for a failed or aborted message, the part that had arrived"),
    error: z.string().optional().describe("Why it failed and what to do next"),
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
    /** A person has asked to end the answer; its writer checks this. */
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

/** A message that is queued or being answered, per agent and in order. Deleted when the message has ended. */
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

/** The writer of an agent's current answer. After `leaseUntil` it counts as dead, and another may end the message. */
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

/** The open messages of one agent, or of all; oldest first. */
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
