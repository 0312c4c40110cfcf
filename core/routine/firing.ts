// Fires routines: each occurrence creates one task from the routine's template, or is recorded as skipped.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as Activity from "../activity/index.ts";
import { type Author, service } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import { expiresIn, getItem, keys, mainTable, transact, type Write } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import type { TaskItem } from "../task/index.ts";
import * as Task from "../task/index.ts";
import { find, RoutineEntity, type RoutineItem } from "./entity.ts";
import { WINDOW_MINUTES } from "./schedule.ts";

/** How long a settled occurrence is remembered: longer than it can be delivered again. */
const SETTLED_SECONDS = 8 * 24 * 3600;

/** An occurrence that has created a task or was skipped. It is settled once, however often it is delivered. */
const OccurrenceEntity = new Entity({
  name: "Occurrence",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    routineId: string().key(),
    at: string().key(),
    /** The task it has created; absent when it was skipped. */
    taskId: string().optional(),
    ttl: number(),
  }),
  computeKey: ({ tenantId, routineId, at }) => ({
    pk: keys.tenant(tenantId),
    sk: `FIRED#${routineId}#${at}`,
  }),
});

/**
 * Fires the occurrence that was due at `scheduledAt` (ISO 8601): creates an inbox task by the squad's lead and wakes a
 * sleeping squad for it. It is skipped, with an activity, while the routine's last task is open, or when it comes later
 * than its window. A settled occurrence creates nothing more.
 */
export async function fire(routineId: string, scheduledAt: string): Promise<void> {
  const at = new Date(scheduledAt).toISOString();
  const key = { tenantId: currentTenant(), routineId, at };
  const occurrenceWrite = (by: { taskId?: string } = {}) =>
    OccurrenceEntity.build(PutTransaction)
      .item({ ...key, ...by, ttl: expiresIn(SETTLED_SECONDS) })
      .options({ condition: { attr: "at", exists: false } });
  const skip = (action: string, taskId?: string) =>
    transact(occurrenceWrite(), Activity.activityWrite("routine_skipped", service, action, taskId));
  await retryOnConflict(async () => {
    const [routine, settled] = await Promise.all([find(routineId), getItem(OccurrenceEntity, key)]);
    if (!routine?.enabled) return;
    // The process that settled it may have died before it could wake the squad.
    if (settled) return settled.taskId ? Lifecycle.ensureAwake() : undefined;
    const { title } = routine;
    if (Date.now() - Date.parse(at) > WINDOW_MINUTES * 60_000)
      return skip(`missed the routine “${title}”, due at ${at}`);
    const openTask = await findOpenTask(routine);
    if (openTask)
      return skip(`skipped the routine “${title}”, because its last task is still open`, openTask.taskId);
    const lead = await leadAuthor();
    const { taskId, writes } = routineTask(routine, lead);
    await transact(
      occurrenceWrite({ taskId }),
      ...writes,
      Activity.activityWrite("task_created", lead, `created “${title}” from its routine`, taskId),
    );
    await Lifecycle.ensureAwake();
  });
}

/** The routine's newest task, if it is not done. */
export async function findOpenTask({ taskId }: RoutineItem): Promise<TaskItem | undefined> {
  const newest = taskId ? await Task.find(taskId) : undefined;
  return newest?.status === "done" ? undefined : newest;
}

/**
 * An inbox task from the routine's template, with its writes. They fail when the routine was deleted or has created
 * another task meanwhile.
 */
export function routineTask(
  { tenantId, routineId, title, description, priority, taskId: previous }: RoutineItem,
  by: Author,
): { taskId: string; writes: Write[] } {
  const { task, writes } = Task.newTask({ title, description, priority, by });
  const { taskId } = task;
  const newestTaskWrite = RoutineEntity.build(UpdateTransaction)
    .item({ tenantId, routineId, taskId })
    .options({
      condition: {
        and: [
          { attr: "title", exists: true },
          previous ? { attr: "taskId", eq: previous } : { attr: "taskId", exists: false },
        ],
      },
    });
  return { taskId, writes: [...writes, newestTaskWrite] };
}

/** The squad's lead as an author; the service, when there is none. */
export async function leadAuthor(): Promise<Author> {
  const lead = await Agent.find("main");
  return lead ? { type: "agent", id: lead.agentId, name: lead.name } : service;
}
