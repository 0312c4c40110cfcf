// Tasks: the work on the board, created, read, listed and edited here. Their other changes are in files beside this one.
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import * as Notification from "../notification/index.ts";
import { keys, type Page, pageQuery, queryPage, transact } from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { clip } from "../util/text.ts";
import { requireAgents } from "./assign.ts";
import { change } from "./change.ts";
import {
  description,
  expectedVersion,
  isAgent,
  MAX_ASSIGNEES,
  MAX_SUBTASKS,
  priority,
  read,
  statusKey,
  TaskEntity,
  type TaskItem,
  taskStatus,
  title,
} from "./entity.ts";
import { type NewTask, newTask } from "./new-task.ts";
import { type Subtask, subtask, subtasksOf } from "./subtask.ts";

export * from "./assign.ts";
export * from "./entity.ts";
export * from "./new-task.ts";
export * from "./remove.ts";
export * from "./status.ts";
export * from "./work.ts";

export const task = z
  .object({
    taskId: idOf("task"),
    title: z.string(),
    description: z.string().optional(),
    status: taskStatus,
    priority,
    assignees: z.array(Agent.agentId),
    by: author.describe("Who created it"),
    openSubtasks: z
      .int()
      .describe("Subtasks that are pending or in progress; they keep the task out of review"),
    subtasks: z.int(),
    comments: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z
      .int()
      .describe("Increases with each change; send it back to change only the version you have seen"),
  })
  .meta({ id: "Task" });
export type Task = z.output<typeof task>;

export const taskWithSubtasks = task.extend({ items: z.array(subtask) });

export const createInput = z.strictObject({
  title,
  description,
  priority: priority.default("normal"),
  assignees: z
    .array(Agent.agentId)
    .max(MAX_ASSIGNEES, `must name at most ${MAX_ASSIGNEES} agents`)
    .default([]),
  by: Agent.byAgent,
});

export const planInput = z.strictObject({
  title,
  description,
  priority: priority.default("normal"),
  assignee: Agent.agentId.optional(),
  by: Agent.byAgent,
  subtasks: z
    .array(z.strictObject({ title, description, assign: Agent.agentId.optional() }))
    .max(MAX_SUBTASKS, `must have at most ${MAX_SUBTASKS} subtasks`),
});

/**
 * Creates a task: `assigned` with an assignee, else in the `inbox`. Notifies each assignee except the creator. Throws
 * `invalid` for an unknown agent.
 */
export const create = fn(createInput, createTask);

/** Creates a task with its subtasks and assignments in one transaction. Throws `invalid` for an unknown agent. */
export const plan = fn(planInput, ({ assignee, subtasks, ...input }) =>
  createTask({
    ...input,
    assignees: assignee ? [assignee] : [],
    subtasks: subtasks.map(({ assign, ...rest }) => ({ ...rest, assignee: assign })),
  }),
);

async function createTask({ by, ...input }: Omit<NewTask, "by"> & { by?: string }): Promise<Task> {
  const from = await Agent.authorOf(by);
  const assignees = [...new Set(input.assignees)];
  const { subtasks = [] } = input;
  const involved = new Set([...assignees, ...subtasks.flatMap(({ assignee }) => assignee ?? [])]);
  await requireAgents([...involved], "body.assignees");
  const { task, writes } = newTask({ ...input, assignees, by: from });
  const { taskId, title } = task;
  const notified = [...involved].filter((agentId) => !isAgent(from, agentId));
  await transact(
    ...writes,
    Activity.activityWrite("task_created", from, `created “${title}”`, taskId),
    ...notified.flatMap((agentId) =>
      Notification.notificationWrites({
        agentId,
        type: "task_assigned",
        from,
        taskId,
        content: assignmentText(title, agentId, subtasks),
      }),
    ),
  );
  return task;
}

function assignmentText(
  title: string,
  agentId: string,
  subtasks: { title: string; assignee?: string }[],
): string {
  const own = subtasks.filter(({ assignee }) => assignee === agentId).map(({ title }) => `- ${title}`);
  const lines = [`You have a new task: ${title}`, ...(own.length ? ["Your subtasks:", ...own] : [])];
  return clip(lines.join("\n"), 4);
}

/** A task with its subtasks, numbered from 1 in the order of their creation. Throws `not_found`. */
export const get = fn(idOf("task"), async (taskId): Promise<Task & { items: Subtask[] }> => {
  const [found, items] = await Promise.all([read(taskId), subtasksOf(taskId)]);
  return { ...found, items };
});

const enumeration = new Intl.ListFormat("en-GB");

export const updateInput = z
  .strictObject({
    title: title.optional(),
    description: description.describe("An empty string removes it"),
    priority: priority.optional(),
    version: expectedVersion,
    by: Agent.byAgent,
  })
  .refine(
    ({ title, description, priority }) => (title ?? description ?? priority) !== undefined,
    "must change title, description or priority",
  );

/** Changes a task's title, description or priority. Throws `conflict` when it is no longer at `version`. */
export const update = fn(
  z.object({ taskId: idOf("task"), input: updateInput }),
  async ({ taskId, input: { version, by, ...wanted } }): Promise<TaskItem> => {
    const from = await Agent.authorOf(by);
    return change(taskId, { from, version }, (before) => {
      const set = Object.fromEntries(
        Object.entries(wanted).filter(
          ([name, value]) => value !== undefined && value !== (before[name as keyof typeof wanted] ?? ""),
        ),
      );
      const names = Object.keys(set);
      if (names.length === 0) return undefined;
      return {
        set,
        activity: {
          type: "task_updated",
          message: `changed the ${enumeration.format(names)} of “${before.title}”`,
        },
      };
    });
  },
);

export const listQuery = pageQuery.extend({
  status: taskStatus.optional().describe("Only tasks with this status"),
  assignee: Agent.agentId.optional().describe("Only tasks assigned to this agent"),
});

/** Tasks with one status, or all; oldest first. With `assignee`, a page can be short although there is a next one. */
export const list = fn(listQuery, async ({ status, assignee, ...page }): Promise<Page<Task>> => {
  const partition = keys.tenant(currentTenant());
  const found = status
    ? await queryPage(TaskEntity, { index: "gsi1", partition, prefix: statusKey(status) }, page)
    : await queryPage(TaskEntity, { partition, prefix: "TASK#" }, page);
  return { ...found, items: found.items.filter((item) => !assignee || item.assignees.includes(assignee)) };
});
