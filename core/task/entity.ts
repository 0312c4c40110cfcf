// How tasks and subtasks are stored.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { type Author, authorShape } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import { getItem, keys, mainTable, type Write } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { textOf } from "../util/text.ts";

export const taskStatus = z.enum(["inbox", "assigned", "in_progress", "review", "done"]);
export type TaskStatus = z.output<typeof taskStatus>;
export const priority = z.enum(["low", "normal", "high", "urgent"]);
export const subtaskStatus = z.enum(["pending", "in_progress", "done", "blocked"]);
export type SubtaskStatus = z.output<typeof subtaskStatus>;

/** Open subtasks keep their task out of review. */
export const isOpen = (status: SubtaskStatus) => status === "pending" || status === "in_progress";

export const title = z.string().trim().min(1, "must not be empty").max(200, "must be at most 200 characters");
export const description = textOf(16).optional();
/** For inputs of changes: what the caller has seen. */
export const expectedVersion = z
  .int()
  .optional()
  .describe("The `version` you last saw; the answer is `conflict` if it has changed since");
export const MAX_ASSIGNEES = 10;
export const MAX_SUBTASKS = 50;

export const statusLabel = (status: TaskStatus) => status.replace("_", " ");
export const isAgent = (author: Author, agentId: string) => author.type === "agent" && author.id === agentId;

export const TaskEntity = new Entity({
  name: "Task",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    taskId: string().key(),
    title: string(),
    description: string().optional(),
    status: string().enum(...taskStatus.options),
    priority: string().enum(...priority.options),
    assignees: listOf(string()),
    by: map(authorShape),
    /** Subtasks that are pending or in progress. */
    openSubtasks: number(),
    subtasks: number(),
    comments: number(),
    createdAt: string(),
    updatedAt: string(),
    version: number(),
  }).and((prev) => ({
    gsi1pk: string()
      .hidden()
      .link<typeof prev>(({ tenantId }) => keys.tenant(tenantId)),
    gsi1sk: string()
      .hidden()
      .link<typeof prev>(({ status, taskId }) => statusKey(status, taskId)),
  })),
  computeKey: ({ tenantId, taskId }) => ({ pk: keys.tenant(tenantId), sk: `TASK#${taskId}` }),
});
export type TaskItem = FormattedItem<typeof TaskEntity>;

/** Index sort key of the board's columns. */
export const statusKey = (status: TaskStatus, taskId = "") => `TASK#${status}#${taskId}`;

export const SubtaskEntity = new Entity({
  name: "Subtask",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    taskId: string().key(),
    subtaskId: string().key(),
    title: string(),
    description: string().optional(),
    assignee: string().optional(),
    status: string().enum(...subtaskStatus.options),
    reason: string().optional(),
    version: number(),
  }),
  computeKey: ({ tenantId, taskId, subtaskId }) => ({
    pk: keys.tenant(tenantId),
    sk: `SUBTASK#${taskId}#${subtaskId}`,
  }),
});
export type SubtaskItem = FormattedItem<typeof SubtaskEntity>;

export async function find(taskId: string): Promise<TaskItem | undefined> {
  return getItem(TaskEntity, { tenantId: currentTenant(), taskId });
}

/** A task of this tenant. Throws `not_found`. */
export async function read(taskId: string): Promise<TaskItem> {
  const found = await find(taskId);
  if (!found) throw notFound("task");
  return found;
}

/** For transactions that add to the task: fails when it has been deleted. */
export const taskExistsWrite = (taskId: string): Write =>
  TaskEntity.build(ConditionCheck)
    .key({ tenantId: currentTenant(), taskId })
    .condition({ attr: "title", exists: true });
