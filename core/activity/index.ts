// Activities: the feed of a workspace. Each is written in the transaction of the change it describes.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { type Author, author, authorShape } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import { keys, mainTable, now, type Page, pageQuery, queryPage } from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";

export const activityType = z.enum([
  "tenant_activated",
  "tenant_changed",
  "break_glass",
  "agent_online",
  "agent_registered",
  "agent_updated",
  "task_created",
  "task_assigned",
  "task_updated",
  "task_status_changed",
  "task_approved",
  "task_changes_requested",
  "task_deleted",
  "task_commented",
  "subtask_changed",
  "notification_sent",
  "notification_undeliverable",
  "messages_held",
  "routine_created",
  "routine_updated",
  "routine_deleted",
  "routine_triggered",
  "routine_skipped",
  "document_added",
  "document_updated",
  "document_deleted",
  "business_saved",
  "business_approved",
  "business_removed",
  "channel_updated",
  "channel_connected",
  "channel_disconnected",
]);
export type ActivityType = z.output<typeof activityType>;

export const activity = z
  .object({
    activityId: idOf("activity"),
    type: activityType,
    by: author,
    message: z.string().describe("What the author did, without the author's name"),
    taskId: idOf("task").optional(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Activity" });
export type Activity = z.output<typeof activity>;

export const ActivityEntity = new Entity({
  name: "Activity",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    activityId: string().key(),
    type: string().enum(...activityType.options),
    by: map(authorShape),
    message: string(),
    taskId: string().optional(),
    createdAt: string(),
  }),
  computeKey: ({ tenantId, activityId }) => ({ pk: keys.tenant(tenantId), sk: `ACTIVITY#${activityId}` }),
});

/** One activity, for the transaction of the change it describes. `message` goes on from the author's name. */
export function activityWrite(type: ActivityType, by: Author, message: string, taskId?: string) {
  const key = { tenantId: currentTenant(), activityId: newId("activity") };
  return ActivityEntity.build(PutTransaction).item({ ...key, type, by, message, taskId, createdAt: now() });
}

/** The workspace's feed, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Activity>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: "ACTIVITY#", reverse: true };
  return queryPage(ActivityEntity, where, page);
});
