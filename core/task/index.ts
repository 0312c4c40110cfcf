import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import * as z from "zod";
import { activityOf } from "../activity/index.ts";
import { actor, currentTenant } from "../actor.ts";
import { authorOf, byAgent } from "../agent/author.ts";
import { agentId, all as allAgents } from "../agent/index.ts";
import { type Author, author } from "../author.ts";
import { notFound, VisibleError } from "../error.ts";
import { fn } from "../fn.ts";
import { idOf, newId } from "../id.ts";
import { type Draft, notificationOf } from "../notification/index.ts";
import { keys, now, type Page, pageQuery, queryAll, queryPage, transact, unlessChanged } from "../table.ts";
import {
  find,
  priority,
  SubtaskEntity,
  type SubtaskItem,
  statusKey,
  subtaskStatus,
  TaskEntity,
  type TaskItem,
  taskStatus,
} from "./entity.ts";

export const task = z
  .object({
    taskId: idOf("task"),
    title: z.string(),
    description: z.string().optional(),
    status: taskStatus,
    priority,
    assignees: z.array(agentId),
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

export const subtask = z
  .object({
    subtaskId: idOf("subtask"),
    index: z.int().describe("Its place in the list from 1, as the CLI addresses it"),
    title: z.string(),
    description: z.string().optional(),
    assignee: agentId.optional(),
    status: subtaskStatus,
    reason: z.string().optional().describe("Why it is blocked"),
  })
  .meta({ id: "Subtask" });
export const taskWithSubtasks = task.extend({ items: z.array(subtask) });

const title = z.string().trim().min(1).max(200);
const description = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= 16_384, "must be at most 16 KB")
  .optional();

export const createInput = z.strictObject({
  title,
  description,
  priority: priority.default("normal"),
  assignees: z.array(agentId).max(10).default([]),
  by: byAgent,
});

export const planInput = z.strictObject({
  title,
  description,
  priority: priority.default("normal"),
  assignee: agentId.optional(),
  by: byAgent,
  subtasks: z.array(z.strictObject({ title, description, assign: agentId.optional() })).max(50),
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
  const from = await authorOf(by);
  const tenantId = currentTenant();
  const taskId = newId("task");
  const assignees = [...new Set(input.assignees)];
  const concerned = new Set([...assignees, ...subtasks.flatMap(({ assign }) => assign ?? [])]);
  await assertAgents([...concerned]);

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
  }));
  await transact(
    TaskEntity.build(PutTransaction).item(made),
    ...written.map((item) => SubtaskEntity.build(PutTransaction).item(item)),
    activityOf("task_created", from, `created “${made.title}”`, taskId),
    ...[...told].flatMap((agentId) =>
      notificationOf({
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
  return [`You have a new task: ${title}`, ...(own.length ? ["Your part:", ...own] : [])]
    .join("\n")
    .slice(0, 4096);
}

const isAgent = (who: Author, agentId: string) => who.type === "agent" && who.id === agentId;

async function assertAgents(agentIds: string[]): Promise<void> {
  if (agentIds.length === 0) return;
  const known = new Set((await allAgents()).map(({ agentId }) => agentId));
  const unknown = agentIds.filter((agentId) => !known.has(agentId));
  if (unknown.length === 0) return;
  const message = `no agent of this squad: ${unknown.join(", ")}. It has ${[...known].join(", ")}`;
  throw new VisibleError("invalid", `body.assignees: ${message}`, {
    fields: [{ field: "body.assignees", message }],
  });
}

/** A task that must exist in this tenant. */
async function read(taskId: string): Promise<TaskItem> {
  const found = await find(taskId);
  if (!found) throw notFound("task");
  return found;
}

/** A task with its subtasks, in order. */
export const get = fn(idOf("task"), async (taskId): Promise<z.output<typeof taskWithSubtasks>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: `SUBTASK#${taskId}#` };
  const [found, items] = await Promise.all([read(taskId), Array.fromAsync(queryAll(SubtaskEntity, where))]);
  return { ...found, items: items.map((item: SubtaskItem, at) => ({ ...item, index: at + 1 })) };
});

export const listQuery = pageQuery.extend({
  status: taskStatus.optional().describe("One column of the board"),
  assignee: agentId.optional().describe("Only tasks of this agent"),
});

/** Tasks of one status, or of all (oldest first). With `assignee` a page may be short while there is a cursor. */
export const list = fn(listQuery, async ({ status, assignee, ...page }): Promise<Page<Task>> => {
  const partition = keys.tenant(currentTenant());
  const found = status
    ? await queryPage(TaskEntity, { index: "gsi1", partition, prefix: statusKey(status) }, page)
    : await queryPage(TaskEntity, { partition, prefix: "TASK#" }, page);
  return { ...found, items: found.items.filter((item) => !assignee || item.assignees.includes(assignee)) };
});

export const statusInput = z.strictObject({
  status: taskStatus,
  version: z.int().optional().describe("Refuse with `conflict` unless the task is still at this version"),
  by: byAgent,
});

/**
 * Moves a task. Throws `blocked_by_subtasks` for review and done while subtasks are open, `forbidden` when an agent
 * sets done, `conflict` for done outside review, for assigned without an assignee, and when somebody else was faster.
 */
export const setStatus = fn(
  z.object({ taskId: idOf("task"), input: statusInput }),
  async ({ taskId, input: { status, version, by } }): Promise<Task> => {
    const from = await authorOf(by);
    const before = await read(taskId);
    if (version !== undefined && version !== before.version) throw outdated();
    if (before.status === status) return before;
    assertMove(before, status);

    const after = { ...before, status, version: before.version + 1, updatedAt: now() };
    const drafts: Draft[] = [];
    const told = { from, taskId };
    if (status === "review" && before.by.type === "agent" && !isAgent(from, before.by.id))
      drafts.push({
        ...told,
        agentId: before.by.id,
        type: "review_requested",
        content: `${from.name} asks for a review of “${before.title}”`,
      });
    if (status === "done")
      for (const agentId of before.assignees)
        drafts.push({
          ...told,
          agentId,
          type: "task_completed",
          content: `${from.name} approved “${before.title}”. It is done.`,
        });

    await unlessChanged(
      () =>
        transact(
          TaskEntity.build(UpdateTransaction)
            .item({
              tenantId: before.tenantId,
              taskId,
              status,
              version: after.version,
              updatedAt: after.updatedAt,
              gsi1sk: statusKey(status, taskId),
            })
            .options({ condition: { attr: "version", eq: before.version } }),
          activityOf(
            "task_status_changed",
            from,
            `moved “${before.title}” from ${words(before.status)} to ${words(status)}`,
            taskId,
          ),
          ...drafts.flatMap(notificationOf),
        ),
      outdated,
    );
    return after;
  },
);

const words = (status: string) => status.replace("_", " ");

const outdated = () =>
  new VisibleError("conflict", "Somebody changed this task at the same time. Look at it again, then repeat.");

function assertMove(before: TaskItem, to: TaskItem["status"]): void {
  if (to === "done" && actor().type === "machine")
    throw new VisibleError(
      "forbidden",
      "Agents may not set done: move the task to review, a person decides.",
    );
  if ((to === "review" || to === "done") && before.openSubtasks > 0)
    throw new VisibleError(
      "blocked_by_subtasks",
      `${before.openSubtasks} of ${before.subtasks} subtasks ${before.openSubtasks === 1 ? "is" : "are"} still open. Finish or block them first.`,
    );
  if (to === "done" && before.status !== "review")
    throw new VisibleError(
      "conflict",
      `Only a task in review can be done; this one is in ${words(before.status)}.`,
    );
  if (to === "assigned" && before.assignees.length === 0)
    throw new VisibleError("conflict", "Assign the task to an agent first.");
}
