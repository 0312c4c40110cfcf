// Notifications: what an agent must hear of. Written once, in the transaction of the change that causes it.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { string } from "dynamodb-toolbox/schema/string";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { activityOf } from "../activity/index.ts";
import { currentTenant } from "../actor.ts";
import { authorOf, byAgent } from "../agent/author.ts";
import { agentId, find as findAgent } from "../agent/index.ts";
import { type Author, author, authorShape } from "../author.ts";
import { VisibleError } from "../error.ts";
import { fn } from "../fn.ts";
import { idOf, newId } from "../id.ts";
import {
  failedConditions,
  keys,
  mainTable,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
  type Write,
} from "../table.ts";
import { textOf } from "../text.ts";

export const notificationType = z.enum([
  "task_assigned",
  "task_mentioned",
  "task_completed",
  "message_received",
  "review_requested",
  "blocked",
  "custom",
]);
export type NotificationType = z.output<typeof notificationType>;

export const notification = z
  .object({
    notificationId: idOf("notification"),
    agentId,
    type: notificationType,
    from: author,
    content: z.string(),
    taskId: idOf("task").optional(),
    status: z.enum(["pending", "delivered", "undeliverable"]),
    createdAt: z.iso.datetime(),
    settledAt: z.iso.datetime().optional().describe("When it was delivered or given up"),
  })
  .meta({ id: "Notification" });

export const NotificationEntity = new Entity({
  name: "Notification",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    notificationId: string().key(),
    type: string().enum(...notificationType.options),
    from: map(authorShape),
    content: string(),
    taskId: string().optional(),
    status: string().enum("pending", "delivered", "undeliverable"),
    createdAt: string(),
    settledAt: string().optional(),
  }),
  computeKey: ({ tenantId, agentId, notificationId }) => ({
    pk: keys.tenant(tenantId),
    sk: `NOTIFICATION#${agentId}#${notificationId}`,
  }),
});
export type Notification = FormattedItem<typeof NotificationEntity>;

/**
 * What is pending, per agent and in order: the lane. Items of the table rather than of an index, because an index
 * may lag behind the doorbell that its own write has rung. `lane` is the queue's ordering group.
 */
export const PendingEntity = new Entity({
  name: "Pending",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    notificationId: string().key(),
    lane: string(),
  }),
  computeKey: ({ tenantId, agentId, notificationId }) => ({
    pk: keys.tenant(tenantId),
    sk: `LANE#${agentId}#${notificationId}`,
  }),
});

export interface Draft {
  agentId: string;
  type: NotificationType;
  from: Author;
  content: string;
  taskId?: string;
}

/** The writes of one notification: two, for the transaction of what it tells of. */
export function notificationOf(draft: Draft): Write[] {
  const tenantId = currentTenant();
  const notificationId = newId("notification");
  const { agentId } = draft;
  return [
    NotificationEntity.build(PutTransaction).item({
      ...draft,
      tenantId,
      notificationId,
      status: "pending",
      createdAt: now(),
    }),
    PendingEntity.build(PutTransaction).item({
      tenantId,
      agentId,
      notificationId,
      lane: `${tenantId}:${agentId}`,
    }),
  ];
}

/** The oldest pending notifications of an agent, at most `limit`. */
export async function pending(agentId: string, limit = 25): Promise<Notification[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  const { items } = await queryPage(PendingEntity, where, { limit });
  if (items.length === 0) return [];
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(...items.map((key) => NotificationEntity.build(BatchGetRequest).key(key)))
      .options({ consistent: true }),
  );
  return ((Responses?.[0] ?? []) as (Notification | undefined)[]).filter((found) => found !== undefined);
}

/** Marks a pending notification. False when somebody else had settled it already. */
export async function settle(
  notification: Notification,
  status: "delivered" | "undeliverable",
  ...also: Write[]
): Promise<boolean> {
  const { tenantId, agentId, notificationId } = notification;
  const key = { tenantId, agentId, notificationId };
  try {
    await transact(
      NotificationEntity.build(UpdateTransaction)
        .item({ ...key, status, settledAt: now() })
        .options({ condition: { attr: "status", eq: "pending" } }),
      PendingEntity.build(DeleteTransaction).key(key),
      ...also,
    );
    return true;
  } catch (error) {
    if (failedConditions(error)) return false;
    throw error;
  }
}

export const notifyInput = z.strictObject({
  agentId: agentId.describe("Who is to hear it"),
  content: textOf(4).trim().min(1, "must not be empty"),
  by: byAgent,
});

/** Sends a custom notification to an agent. Throws `invalid` when there is no such agent. */
export const notify = fn(notifyInput, async ({ agentId, content, by }): Promise<void> => {
  const [from, target] = await Promise.all([authorOf(by), findAgent(agentId)]);
  if (!target) {
    const message = `names no agent of this squad: ${agentId}`;
    throw new VisibleError("invalid", `body.agentId: ${message}`, {
      fields: [{ field: "body.agentId", message }],
    });
  }
  await transact(
    ...notificationOf({ agentId, type: "custom", from, content }),
    activityOf("notification_sent", from, `notified ${target.name}`),
  );
});

/** An agent's notifications, newest first. */
export const list = fn(
  pageQuery.extend({ agentId }),
  async ({ agentId, ...page }): Promise<Page<Notification>> => {
    const where = {
      partition: keys.tenant(currentTenant()),
      prefix: `NOTIFICATION#${agentId}#`,
      reverse: true,
    };
    return queryPage(NotificationEntity, where, page);
  },
);
