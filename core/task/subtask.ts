// Subtasks. Open ones keep their task out of review, so the task itself counts them.
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
import { invalidField, notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { clip, textOf } from "../util/text.ts";
import { requireAgents } from "./assign.ts";
import {
  description,
  isAgent,
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
    index: z.int().describe("Position in the list, starting at 1; the CLI addresses a subtask by it"),
    title: z.string(),
    description: z.string().optional(),
    assignee: Agent.agentId.optional(),
    status: subtaskStatus,
    reason: z.string().optional().describe("Why it is blocked"),
  })
  .meta({ id: "Subtask" });
export type Subtask = z.output<typeof subtask>;

/** The subtasks of a task, numbered from 1 in the order of their creation. */
export async function subtasksOf(taskId: string): Promise<Subtask[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: `SUBTASK#${taskId}#` };
  const items: SubtaskItem[] = await Array.fromAsync(queryAll(SubtaskEntity, where));
  return items.map((item, at) => ({ ...item, index: at + 1 }));
}

async function readNumbered(taskId: string, subtaskId: string): Promise<Subtask> {
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
 * Adds a subtask. Notifies its assignee, but never the author. Throws `not_found`, `conflict` when the task is in review
 * or done, `invalid` when it has fifty subtasks or the assignee is unknown.
 */
export const add = fn(
  z.object({ taskId: idOf("task"), input: addInput }),
  async ({ taskId, input: { by, ...input } }): Promise<Subtask> => {
    const from = await Agent.authorOf(by);
    if (input.assignee) await requireAgents([input.assignee], "body.assignee");
    const subtaskId = newId("subtask");
    await retryOnConflict(async () => {
      const task = await read(taskId);
      assertNotClosed(task);
      if (task.subtasks >= MAX_SUBTASKS)
        throw invalidField("body", `a task can have at most ${MAX_SUBTASKS} subtasks`);
      const { tenantId } = task;
      await transact(
        SubtaskEntity.build(PutTransaction).item({
          ...input,
          tenantId,
          taskId,
          subtaskId,
          status: "pending",
          version: 1,
        }),
        TaskEntity.build(UpdateTransaction)
          .item({ tenantId, taskId, subtasks: $add(1), openSubtasks: $add(1), updatedAt: now() })
          .options({ condition: { and: [isNotClosed, { attr: "subtasks", lt: MAX_SUBTASKS }] } }),
        Activity.activityWrite("subtask_changed", from, `added “${input.title}” to “${task.title}”`, taskId),
        ...assignmentDrafts(task, input, from).flatMap(Notification.notificationWrites),
      );
    });
    return readNumbered(taskId, subtaskId);
  },
);

export const subtaskInput = z
  .strictObject({
    status: subtaskStatus.optional(),
    reason: textOf(2).trim().optional().describe("Why it is blocked; only with the status `blocked`"),
    title: title.optional(),
    description: description.describe("An empty string removes it"),
    assignee: Agent.agentId.nullable().optional().describe("`null` unassigns it"),
    by: Agent.byAgent,
  })
  .refine(
    ({ by: _, ...rest }) => Object.values(rest).some((value) => value !== undefined),
    "must change at least one field",
  )
  .refine(({ status, reason }) => !reason || status === "blocked", {
    path: ["reason"],
    message: "is only allowed with the status blocked",
  })
  .meta({ example: { status: "blocked", reason: "The password is missing", by: "inky" } });

/**
 * Changes a subtask. Blocking it notifies the task's creator and assigning it notifies the assignee, but never the
 * author. Throws `not_found`, `invalid` for an unknown assignee, `conflict` for opening a subtask of a task that is in
 * review or done.
 */
export const change = fn(
  z.object({ taskId: idOf("task"), subtaskId: idOf("subtask"), input: subtaskInput }),
  async ({ taskId, subtaskId, input: { by, ...wanted } }): Promise<Subtask> => {
    const from = await Agent.authorOf(by);
    if (wanted.assignee) await requireAgents([wanted.assignee], "body.assignee");
    await retryOnConflict(async () => {
      const [task, before] = await Promise.all([read(taskId), readSubtask(taskId, subtaskId)]);
      const after = withChanges(before, wanted);
      if (isSame(before, after)) return;
      const newlyOpen = Number(isOpen(after.status)) - Number(isOpen(before.status));
      if (newlyOpen > 0) assertNotClosed(task);
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
          .item({ tenantId, taskId, openSubtasks: $add(newlyOpen), updatedAt: now() })
          .options({ condition: newlyOpen > 0 ? isNotClosed : { attr: "title", exists: true } }),
        Activity.activityWrite(
          "subtask_changed",
          from,
          `${describeAction(before, after)} in “${task.title}”`,
          taskId,
        ),
        ...subtaskWorkWrites(before, after),
        ...draftsOf(task, before, after, from).flatMap(Notification.notificationWrites),
      );
    });
    return readNumbered(taskId, subtaskId);
  },
);

async function readSubtask(taskId: string, subtaskId: string): Promise<SubtaskItem> {
  const found = await getItem(SubtaskEntity, { tenantId: currentTenant(), taskId, subtaskId });
  if (!found) throw notFound("subtask");
  return found;
}

type Content = Pick<SubtaskItem, "title" | "description" | "assignee" | "status" | "reason">;

function withChanges(before: SubtaskItem, wanted: Omit<z.output<typeof subtaskInput>, "by">): Content {
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
const isSame = (before: Content, after: Content) => fields.every((field) => before[field] === after[field]);

function describeAction(before: Content, after: Content): string {
  const subtask = `“${after.title}”`;
  if (after.status === before.status && after.reason === before.reason) return `changed ${subtask}`;
  switch (after.status) {
    case "pending":
      return `reopened ${subtask}`;
    case "in_progress":
      return `started ${subtask}`;
    case "done":
      return `finished ${subtask}`;
    case "blocked":
      return `blocked ${subtask}`;
  }
}

function draftsOf(task: TaskItem, before: Content, after: Content, from: Author): NotificationDraft[] {
  const isNewlyBlocked =
    after.status === "blocked" && (before.status !== "blocked" || before.reason !== after.reason);
  const notifiesCreator = isNewlyBlocked && task.by.type === "agent" && !isAgent(from, task.by.id);
  const blocked: NotificationDraft = {
    agentId: task.by.id,
    type: "blocked",
    from,
    taskId: task.taskId,
    content: clip(`“${after.title}” is blocked: ${after.reason ?? "no reason given"}`, 4),
  };
  const isReassigned = after.assignee !== before.assignee;
  return [
    ...(notifiesCreator ? [blocked] : []),
    ...(isReassigned ? assignmentDrafts(task, after, from) : []),
  ];
}

function assignmentDrafts(
  task: TaskItem,
  { title, assignee }: Pick<Content, "title" | "assignee">,
  from: Author,
): NotificationDraft[] {
  if (!assignee || isAgent(from, assignee)) return [];
  const content = `You have a new subtask in “${task.title}”: ${title}`;
  return [{ agentId: assignee, type: "task_assigned", from, taskId: task.taskId, content }];
}

const closed = taskStatus.extract(["review", "done"]).options;
const isNotClosed = { attr: "status" as const, in: taskStatus.exclude(closed).options };

function assertNotClosed({ status }: TaskItem): void {
  if (status === "review")
    throw new VisibleError(
      "conflict",
      "This task is in review. Move it back to in progress to add or reopen subtasks.",
    );
  if (status === "done")
    throw new VisibleError("conflict", "This task is done, so it takes no open subtasks. Create a new task.");
}
