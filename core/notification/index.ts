// Notifications of agents. Each is written once, in the transaction of the change that causes it.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { laneGroup } from "../../platform/types/lanes.ts";
import * as Activity from "../activity/index.ts";
import { type Author, author, authorShape } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import {
  keys,
  mainTable,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";
import { invalidField } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { textOf } from "../util/text.ts";

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
    agentId: Agent.agentId,
    type: notificationType,
    from: author,
    content: z.string(),
    taskId: idOf("task").optional(),
    status: z.enum(["pending", "delivered", "undeliverable"]),
    createdAt: z.iso.datetime(),
    settledAt: z.iso.datetime().optional().describe("When it was delivered or became undeliverable"),
  })
  .meta({ id: "Notification" });

/** Attributes that a notification keeps while it waits and after. */
const sharedAttributes = {
  tenantId: string().key(),
  agentId: string().key(),
  notificationId: string().key(),
  type: string().enum(...notificationType.options),
  from: map(authorShape),
  content: string(),
  taskId: string().optional(),
  createdAt: string(),
};

export const NotificationEntity = new Entity({
  name: "Notification",
  table: mainTable,
  timestamps: false,
  schema: item({
    ...sharedAttributes,
    status: string().enum("pending", "delivered", "undeliverable"),
    settledAt: string().optional(),
  }),
  computeKey: ({ tenantId, agentId, notificationId }) => ({
    pk: keys.tenant(tenantId),
    sk: `NOTIFICATION#${agentId}#${notificationId}`,
  }),
});
export type Notification = FormattedItem<typeof NotificationEntity>;

/**
 * A pending notification. Those of an agent, in order, are its lane. They are items of the table, not of an index, because
 * an index can lag behind the doorbell that the same write rings. They hold everything that is sent, because a batch of
 * reads can return in part, and so out of order. `lane` is the queue's ordering group (decision 0001).
 */
export const PendingEntity = new Entity({
  name: "Pending",
  table: mainTable,
  timestamps: false,
  schema: item({
    ...sharedAttributes,
    lane: string(),
    /** Since when it is on its way to the gateway, in milliseconds since the epoch. */
    sendingSince: number().optional(),
  }),
  computeKey: ({ tenantId, agentId, notificationId }) => ({
    pk: keys.tenant(tenantId),
    sk: `LANE#${agentId}#${notificationId}`,
  }),
});
export type Pending = FormattedItem<typeof PendingEntity>;

/** A notification that `clawe check` has collected and not yet confirmed as read. */
export const CollectedEntity = new Entity({
  name: "Collected",
  table: mainTable,
  timestamps: false,
  schema: item({ ...sharedAttributes, collectedAt: string() }),
  computeKey: ({ tenantId, agentId, notificationId }) => ({
    pk: keys.tenant(tenantId),
    sk: `COLLECTED#${agentId}#${notificationId}`,
  }),
});

export interface NotificationDraft {
  agentId: string;
  type: NotificationType;
  from: Author;
  content: string;
  taskId?: string;
}

/** One notification (two writes), for the transaction of the change that causes it. */
export function notificationWrites(draft: NotificationDraft): Write[] {
  const tenantId = currentTenant();
  const { agentId } = draft;
  const attributes = { ...draft, tenantId, notificationId: newId("notification"), createdAt: now() };
  return [
    NotificationEntity.build(PutTransaction).item({ ...attributes, status: "pending" }),
    PendingEntity.build(PutTransaction).item({ ...attributes, lane: laneGroup({ tenantId, agentId }) }),
  ];
}

export const notifyInput = z.strictObject({
  agentId: Agent.agentId.describe("The agent to notify"),
  content: textOf(4).trim().min(1, "must not be empty"),
  by: Agent.byAgent,
});

/** Sends a custom notification to an agent. Throws `invalid` for an unknown agent. */
export const notify = fn(notifyInput, async ({ agentId, content, by }): Promise<void> => {
  const [from, target] = await Promise.all([Agent.authorOf(by), Agent.find(agentId)]);
  if (!target) throw invalidField("body.agentId", `no such agent: ${agentId}`);
  await transact(
    ...notificationWrites({ agentId, type: "custom", from, content }),
    Activity.activityWrite("notification_sent", from, `notified ${target.name}`),
  );
});

/** An agent's notifications, newest first. */
export const list = fn(
  pageQuery.extend({ agentId: Agent.agentId }),
  async ({ agentId, ...page }): Promise<Page<Notification>> => {
    const where = {
      partition: keys.tenant(currentTenant()),
      prefix: `NOTIFICATION#${agentId}#`,
      reverse: true,
    };
    return queryPage(NotificationEntity, where, page);
  },
);
