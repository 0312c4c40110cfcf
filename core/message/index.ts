// Messages: comments on tasks. They reach the agents they mention or whose task it is.

import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { activityOf } from "../activity/index.ts";
import { currentTenant } from "../actor.ts";
import { authorOf, byAgent } from "../agent/author.ts";
import { all as allAgents } from "../agent/index.ts";
import { author, authorShape } from "../author.ts";
import { notFound } from "../error.ts";
import { fn } from "../fn.ts";
import { idOf, newId } from "../id.ts";
import { notificationOf } from "../notification/index.ts";
import { keys, mainTable, now, type Page, pageQuery, queryPage, transact, unlessChanged } from "../table.ts";
import { find as findTask, TaskEntity } from "../task/entity.ts";

export const message = z
  .object({
    messageId: idOf("message"),
    taskId: idOf("task"),
    by: author,
    text: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Message" });
export type Message = z.output<typeof message>;

const MessageEntity = new Entity({
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

export const commentInput = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= 8192, "must be at most 8 KB"),
  by: byAgent,
});

/** Comments on a task. Notifies agents named with @, and the task's assignees, but never the author. */
export const comment = fn(
  z.object({ taskId: idOf("task"), input: commentInput }),
  async ({ taskId, input: { text, by } }): Promise<Message> => {
    const [from, task, agents] = await Promise.all([authorOf(by), findTask(taskId), allAgents()]);
    if (!task) throw notFound("task");
    const others = agents.filter(({ agentId }) => !(from.type === "agent" && from.id === agentId));
    const mentioned = new Set(
      [...text.matchAll(/(?<![\w@])@([\w-]+)/g)].map(([, name]) => name!.toLowerCase()),
    );
    const drafts = others.flatMap(({ agentId, name }) => {
      const isMentioned = mentioned.has(agentId) || mentioned.has(name.toLowerCase());
      if (!isMentioned && !task.assignees.includes(agentId)) return [];
      const type = isMentioned ? ("task_mentioned" as const) : ("message_received" as const);
      return [{ agentId, type, from, taskId, content: text.slice(0, 4096) }];
    });

    const written = {
      tenantId: currentTenant(),
      taskId,
      messageId: newId("message"),
      by: from,
      text,
      createdAt: now(),
    };
    await unlessChanged(
      () =>
        transact(
          MessageEntity.build(PutTransaction).item(written),
          TaskEntity.build(UpdateTransaction)
            .item({ tenantId: task.tenantId, taskId, comments: $add(1) })
            .options({ condition: { attr: "title", exists: true } }),
          activityOf("task_commented", from, `commented on “${task.title}”`, taskId),
          ...drafts.flatMap(notificationOf),
        ),
      () => notFound("task"),
    );
    return written;
  },
);

/** The comments of a task, oldest first. */
export const list = fn(
  z.object({ taskId: idOf("task"), page: pageQuery }),
  async ({ taskId, page }): Promise<Page<Message>> => {
    if (!(await findTask(taskId))) throw notFound("task");
    return queryPage(
      MessageEntity,
      { partition: keys.tenant(currentTenant()), prefix: `MESSAGE#${taskId}#` },
      page,
    );
  },
);
