// Tasks: the work on the board, with its subtasks. Their changes are in the files beside this one.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import * as Notification from "../notification/index.ts";
import { keys, now, type Page, pageQuery, queryPage, transact } from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { clip } from "../util/text.ts";
import { requireAgents } from "./assign.ts";
import { change, isAgent } from "./change.ts";
import {
  description,
  MAX_ASSIGNEES,
  MAX_SUBTASKS,
  priority,
  read,
  SubtaskEntity,
  statusKey,
  TaskEntity,
  type TaskItem,
  taskStatus,
  title,
} from "./entity.ts";
import { type Subtask, subtask, subtasksOf } from "./subtask.ts";

export * from "./assign.ts";
export * from "./entity.ts";
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
    openSubtasks: z.int().describe("Subtasks that hold it back from review: pending or in progress"),
    subtasks: z.int(),
    comments: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int().describe("Grows with each change; send it back to change only what you have seen"),
  })
  .meta({ id: "Task" });
export type Task = z.output<typeof task>;

export const taskWithSubtasks = task.extend({ items: z.array(subtask) });

export const createInput = z.strictObject({
  title,
  description,
  priority: priority.default("normal"),
  assignees: z.array(Agent.agentId).max(MAX_ASSIGNEES, `must be at most ${MAX_ASSIGNEES}`).default([]),
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
    .max(MAX_SUBTASKS, `must be at most ${MAX_SUBTASKS}`),
});

/** Creates a task: `assigned` with an assignee, else in the `inbox`. Notifies each assignee but the creator. */
export const create = fn(createInput, ({ by, ...input }) => make({ ...input, subtasks: [] }, by));

/** Creates a task with its subtasks and assignments in one write. */
export const plan = fn(planInput, ({ by, assignee, ...input }) =>
  make({ ...input, assignees: assignee ? [assignee] : [] }, by),
);

interface NewTask {
  title: string;
  description?: string;
  priority: z.output<typeof priority>;
  assignees: string[];
  subtasks: { title: string; description?: string; assign?: string }[];
}

async function make({ subtasks, ...input }: NewTask, by?: string): Promise<Task> {
  const from = await Agent.authorOf(by);
  const tenantId = currentTenant();
  const taskId = newId("task");
  const assignees = [...new Set(input.assignees)];
  const concerned = new Set([...assignees, ...subtasks.flatMap(({ assign }) => assign ?? [])]);
  await requireAgents([...concerned], "body.assignees");

  const at = now();
  const made = {
    ...input,
    tenantId,
    taskId,
    assignees,
    status: assignees.length > 0 ? ("assigned" as const) : ("inbox" as const),
    by: from,
    openSubtasks: subtasks.length,
    subtasks: subtasks.length,
    comments: 0,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  const told = new Set([...concerned].filter((agentId) => !isAgent(from, agentId)));
  const written = subtasks.map(({ assign, ...rest }) => ({
    ...rest,
    tenantId,
    taskId,
    subtaskId: newId("subtask"),
    assignee: assign,
    status: "pending" as const,
    version: 1,
  }));
  await transact(
    TaskEntity.build(PutTransaction).item(made),
    ...written.map((item) => SubtaskEntity.build(PutTransaction).item(item)),
    Activity.activityWrite("task_created", from, `created “${made.title}”`, taskId),
    ...[...told].flatMap((agentId) =>
      Notification.notificationWrites({
        agentId,
        type: "task_assigned",
        from,
        taskId,
        content: assignmentText(made.title, agentId, written),
      }),
    ),
  );
  return made;
}

function assignmentText(
  title: string,
  agentId: string,
  subtasks: { title: string; assignee?: string }[],
): string {
  const own = subtasks.filter(({ assignee }) => assignee === agentId).map(({ title }) => `- ${title}`);
  return clip([`You have a new task: ${title}`, ...(own.length ? ["Your part:", ...own] : [])].join("\n"), 4);
}

/** A task with its subtasks, numbered from 1 in the order they were made. */
export const get = fn(idOf("task"), async (taskId): Promise<Task & { items: Subtask[] }> => {
  const [found, items] = await Promise.all([read(taskId), subtasksOf(taskId)]);
  return { ...found, items };
});

const inWords = new Intl.ListFormat("en-GB");

export const updateInput = z
  .strictObject({
    title: title.optional(),
    description: description.describe("An empty one removes it"),
    priority: priority.optional(),
    version: z.int().optional().describe("Refuse with `conflict` unless the task is still at this version"),
    by: Agent.byAgent,
  })
  .refine(
    ({ title, description, priority }) => (title ?? description ?? priority) !== undefined,
    "name what is to change: title, description or priority",
  );

/** Changes what a task says. Throws `conflict` when it is no longer at `version`. */
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
          message: `changed the ${inWords.format(names)} of “${before.title}”`,
        },
      };
    });
  },
);

export const listQuery = pageQuery.extend({
  status: taskStatus.optional().describe("One column of the board"),
  assignee: Agent.agentId.optional().describe("Only tasks of this agent"),
});

/** Tasks of one status, or of all (oldest first). With `assignee` a page may be short while there is a cursor. */
export const list = fn(listQuery, async ({ status, assignee, ...page }): Promise<Page<Task>> => {
  const partition = keys.tenant(currentTenant());
  const found = status
    ? await queryPage(TaskEntity, { index: "gsi1", partition, prefix: statusKey(status) }, page)
    : await queryPage(TaskEntity, { partition, prefix: "TASK#" }, page);
  return { ...found, items: found.items.filter((item) => !assignee || item.assignees.includes(assignee)) };
});
