// How comments are stored, and the write of a new one. The API and the table call a comment a message.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { type Author, author, authorShape } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import { keys, mainTable, now, type Write } from "../table/index.ts";
import { idOf, newId } from "../util/id.ts";
import { textOf } from "../util/text.ts";

export const commentText = textOf(8).trim().min(1, "must not be empty");

export const comment = z
  .object({
    messageId: idOf("message"),
    taskId: idOf("task"),
    by: author,
    text: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Message" });
export type Comment = z.output<typeof comment>;

export const CommentEntity = new Entity({
  name: "Message",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    taskId: string().key(),
    messageId: string().key(),
    by: map(authorShape),
    text: string(),
    createdAt: string(),
  }),
  computeKey: ({ tenantId, taskId, messageId }) => ({
    pk: keys.tenant(tenantId),
    sk: `MESSAGE#${taskId}#${messageId}`,
  }),
});

export const newComment = (content: { taskId: string; by: Author; text: string }) => ({
  ...content,
  tenantId: currentTenant(),
  messageId: newId("message"),
  createdAt: now(),
});

/** For the transaction that counts the comment on its task. */
export const commentWrite = (comment: ReturnType<typeof newComment>): Write =>
  CommentEntity.build(PutTransaction).item(comment);
