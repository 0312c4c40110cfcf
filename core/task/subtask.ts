// Subtasks: the parts of a task. The open ones hold it back from review, so they are counted on the task itself.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import type { Author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import type { NotificationDraft } from "../notification/index.ts";
import * as Notification from "../notification/index.ts";
import { getItem, keys, now, queryAll, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { clip, textOf } from "../util/text.ts";
import { requireAgents } from "./assign.ts";
import { isAgent } from "./change.ts";
import {
  description,
  isOpen,
  MAX_SUBTASKS,
  read,
  SubtaskEntity,
  type SubtaskItem,
  subtaskStatus,
  TaskEntity,
  type TaskItem,
  taskStatus,
  title,
} from "./entity.ts";
import { subtaskWorkWrites } from "./work.ts";

export const subtask = z
  .object({
    subtaskId: idOf("subtask"),
    index: z.int().describe("Its place in the list from 1, as the CLI addresses it"),
    title: z.string(),
    description: z.string().optional(),
    assignee: Agent.agentId.optional(),
    status: subtaskStatus,
    reason: z.string().optional().describe("Why it is blocked"),
  })
  .meta({ id: "Subtask" });
export type Subtask = z.output<typeof subtask>;

/** The subtasks of a task, numbered from 1 in the order they were made. */
export async function subtasksOf(taskId: string): Promise<Subtask[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: `SUBTASK#${taskId}#` };
  const items: SubtaskItem[] = await Array.fromAsync(queryAll(SubtaskEntity, where));
  return items.map((item, at) => ({ ...item, index: at + 1 }));
}

async function numbered(taskId: string, subtaskId: string): Promise<Subtask> {
  const found = (await subtasksOf(taskId)).find((each) => each.subtaskId === subtaskId);
  if (!found) throw notFound("subtask");
  return found;
}

export const addInput = z.strictObject({
  title,
  description,
  assignee: Agent.agentId.optional(),
  by: Agent.byAgent,
});

/**
 * Adds a part to a task. Notifies its assignee, but never the author. Throws `conflict` when the task is in review or
 * done, `invalid` when it has fifty.
 */
export const add = fn(
  z.object({ taskId: idOf("task"), input: addInput }),
  async ({ taskId, input: { by, ...part } }): Promise<Subtask> => {
    const from = await Agent.authorOf(by);
    if (part.assignee) await requireAgents([part.assignee], "body.assignee");
    const subtaskId = newId("subtask");
    await retryOnConflict(async () => {
      const task = await read(taskId);
      assertTakesWork(task);
      if (task.subtasks >= MAX_SUBTASKS) throw tooMany();
      const { tenantId } = task;
      await transact(
        SubtaskEntity.build(PutTransaction).item({
          ...part,
          tenantId,
          taskId,
          subtaskId,
          status: "pending",
          version: 1,
        }),
        TaskEntity.build(UpdateTransaction)
          .item({ tenantId, taskId, subtasks: $add(1), openSubtasks: $add(1), updatedAt: now() })
          .options({ condition: { and: [takesWork, { attr: "subtasks", lt: MAX_SUBTASKS }] } }),
        Activity.activityWrite("subtask_changed", from, `added “${part.title}” to “${task.title}”`, taskId),
        ...assignment(task, part, from).flatMap(Notification.notificationWrites),
      );
    });
    return numbered(taskId, subtaskId);
  },
);

export const subtaskInput = z
  .strictObject({
    status: subtaskStatus.optional(),
    reason: textOf(2).trim().optional().describe("Why it is blocked; with the status blocked only"),
    title: title.optional(),
    description: description.describe("An empty one removes it"),
    assignee: Agent.agentId.nullable().optional().describe("null takes it from its agent"),
    by: Agent.byAgent,
  })
  .refine(({ by: _, ...rest }) => Object.values(rest).some((value) => value !== undefined), "name a change")
  .refine(({ status, reason }) => !reason || status === "blocked", {
    path: ["reason"],
    message: "belongs to the status blocked",
  })
  .meta({ example: { status: "blocked", reason: "The password is missing", by: "inky" } });

/**
 * Changes a part of a task. Blocking it notifies the task's creator, assigning it the assignee, but never the author.
 * Throws `conflict` when it would open a part of a task that is in review or done.
 */
export const change = fn(
  z.object({ taskId: idOf("task"), subtaskId: idOf("subtask"), input: subtaskInput }),
  async ({ taskId, subtaskId, input: { by, ...wanted } }): Promise<Subtask> => {
    const from = await Agent.authorOf(by);
    if (wanted.assignee) await requireAgents([wanted.assignee], "body.assignee");
    await retryOnConflict(async () => {
      const [task, before] = await Promise.all([read(taskId), readPart(taskId, subtaskId)]);
      const after = merged(before, wanted);
      if (isSame(before, after)) return;
      const opened = Number(isOpen(after.status)) - Number(isOpen(before.status));
      if (opened > 0) assertTakesWork(task);
      const { tenantId } = task;
      await transact(
        SubtaskEntity.build(UpdateTransaction)
          .item({
            tenantId,
            taskId,
            subtaskId,
            title: after.title,
            status: after.status,
            description: after.description ?? $remove(),
            assignee: after.assignee ?? $remove(),
            reason: after.reason ?? $remove(),
            version: before.version + 1,
          })
          .options({ condition: { attr: "version", eq: before.version } }),
        TaskEntity.build(UpdateTransaction)
          .item({ tenantId, taskId, openSubtasks: $add(opened), updatedAt: now() })
          .options({ condition: opened > 0 ? takesWork : { attr: "title", exists: true } }),
        Activity.activityWrite("subtask_changed", from, `${deed(before, after)} of “${task.title}”`, taskId),
        ...subtaskWorkWrites(before, after),
        ...draftsOf(task, before, after, from).flatMap(Notification.notificationWrites),
      );
    });
    return numbered(taskId, subtaskId);
  },
);

async function readPart(taskId: string, subtaskId: string): Promise<SubtaskItem> {
  const Item = await getItem(SubtaskEntity, { tenantId: currentTenant(), taskId, subtaskId });
  if (!Item) throw notFound("subtask");
  return Item;
}

type Part = Pick<SubtaskItem, "title" | "description" | "assignee" | "status" | "reason">;

function merged(before: SubtaskItem, wanted: Omit<z.output<typeof subtaskInput>, "by">): Part {
  const status = wanted.status ?? before.status;
  return {
    title: wanted.title ?? before.title,
    description: (wanted.description ?? before.description) || undefined,
    assignee: wanted.assignee === undefined ? before.assignee : (wanted.assignee ?? undefined),
    status,
    reason: status === "blocked" ? (wanted.reason ?? before.reason) || undefined : undefined,
  };
}

const fields = ["title", "description", "assignee", "status", "reason"] as const;
const isSame = (before: Part, after: Part) => fields.every((field) => before[field] === after[field]);

function deed(before: Part, after: Part): string {
  const part = `“${after.title}”`;
  if (after.status === before.status && after.reason === before.reason) return `changed ${part}`;
  switch (after.status) {
    case "pending":
      return `reopened ${part}`;
    case "in_progress":
      return `started ${part}`;
    case "done":
      return `finished ${part}`;
    case "blocked":
      return `blocked ${part}`;
  }
}

function draftsOf(task: TaskItem, before: Part, after: Part, from: Author): NotificationDraft[] {
  const isNewlyBlocked =
    after.status === "blocked" && (before.status !== "blocked" || before.reason !== after.reason);
  const tellsCreator = isNewlyBlocked && task.by.type === "agent" && !isAgent(from, task.by.id);
  const blocked: NotificationDraft = {
    agentId: task.by.id,
    type: "blocked",
    from,
    taskId: task.taskId,
    content: clip(`“${after.title}” is blocked: ${after.reason ?? "no reason given"}`, 4),
  };
  const isHandedOver = after.assignee !== before.assignee;
  return [...(tellsCreator ? [blocked] : []), ...(isHandedOver ? assignment(task, after, from) : [])];
}

function assignment(
  task: TaskItem,
  { title, assignee }: Pick<Part, "title" | "assignee">,
  from: Author,
): NotificationDraft[] {
  if (!assignee || isAgent(from, assignee)) return [];
  const content = `You have a part in “${task.title}”: ${title}`;
  return [{ agentId: assignee, type: "task_assigned", from, taskId: task.taskId, content }];
}

const closed = taskStatus.extract(["review", "done"]).options;
const takesWork = { attr: "status" as const, in: taskStatus.exclude(closed).options };

function assertTakesWork({ status }: TaskItem): void {
  if (status === "review")
    throw new VisibleError(
      "conflict",
      "The task is in review, so nothing of it can be opened. Move it back to in progress first.",
    );
  if (status === "done")
    throw new VisibleError("conflict", "The task is done, so nothing of it can be opened. Make a new task.");
}

function tooMany(): VisibleError {
  const message = `a task has at most ${MAX_SUBTASKS} subtasks`;
  return new VisibleError("invalid", `body.title: ${message}`, { fields: [{ field: "body", message }] });
}
