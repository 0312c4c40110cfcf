// Routines: work that comes back on a timetable. Each has one schedule, kept in step by its own change event.
import { isDeepStrictEqual } from "node:util";
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { boolean } from "dynamodb-toolbox/schema/boolean";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { schedules } from "#platform";
import type { Schedule } from "../../platform/types/schedules.ts";
import * as Activity from "../activity/index.ts";
import { type Author, service } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import {
  expiresIn,
  getItem,
  keys,
  mainTable,
  now,
  queryAll,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import * as Task from "../task/index.ts";
import { TaskEntity, type TaskItem } from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";
import { newId } from "../util/id.ts";

/** A service that was down fires this much later at most; what is older is skipped. */
export const WINDOW_MINUTES = 60;
const WINDOW_MS = WINDOW_MINUTES * 60_000;
/** How long it is known that an occurrence was settled: longer than it could still come. */
const SETTLED_SECONDS = 8 * 24 * 3600;

export const RoutineEntity = new Entity({
  name: "Routine",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    routineId: string().key(),
    title: string(),
    description: string().optional(),
    priority: string().enum(...Task.priority.options),
    color: string(),
    enabled: boolean(),
    /** In the tenant's time zone; 0 is Sunday. */
    schedule: map({ daysOfWeek: listOf(number()), hour: number(), minute: number() }),
    /** The task its newest occurrence made. */
    taskId: string().optional(),
    createdAt: string(),
    updatedAt: string(),
    version: number(),
  }),
  computeKey: ({ tenantId, routineId }) => ({ pk: keys.tenant(tenantId), sk: `ROUTINE#${routineId}` }),
});
export type RoutineItem = FormattedItem<typeof RoutineEntity>;

/** An occurrence that was settled, by a task or by being skipped: once, whatever fires it again. */
const OccurrenceEntity = new Entity({
  name: "Occurrence",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    routineId: string().key(),
    at: string().key(),
    /** The task it has made; none when it was skipped. */
    taskId: string().optional(),
    ttl: number(),
  }),
  computeKey: ({ tenantId, routineId, at }) => ({
    pk: keys.tenant(tenantId),
    sk: `FIRED#${routineId}#${at}`,
  }),
});

/** How often a schedule is made again because its routine has changed meanwhile. */
const MAX_ROUNDS = 5;

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const seeds = [
  {
    title: "Weekly Performance Review",
    priority: "normal",
    color: "emerald",
    schedule: { daysOfWeek: [1], hour: 9, minute: 0 },
  },
  {
    title: "Morning Brief",
    priority: "high",
    color: "amber",
    schedule: { daysOfWeek: everyDay, hour: 8, minute: 0 },
  },
  {
    title: "Competitor Scan",
    priority: "normal",
    color: "rose",
    schedule: { daysOfWeek: [1, 4], hour: 10, minute: 0 },
  },
] as const;

/** The routines of a new workspace, all or none; again changes nothing. */
export async function seed(): Promise<void> {
  const tenantId = currentTenant();
  const present = await queryPage(
    RoutineEntity,
    { partition: keys.tenant(tenantId), prefix: "ROUTINE#" },
    { limit: 1 },
  );
  if (present.items.length > 0) return;
  await transact(
    ...seeds.map(({ schedule, ...routine }) =>
      RoutineEntity.build(PutTransaction).item({
        ...routine,
        schedule: { ...schedule, daysOfWeek: [...schedule.daysOfWeek] },
        tenantId,
        routineId: newId("routine"),
        enabled: true,
        createdAt: now(),
        updatedAt: now(),
        version: 1,
      }),
    ),
  );
}

export async function find(routineId: string): Promise<RoutineItem | undefined> {
  return getItem(RoutineEntity, { tenantId: currentTenant(), routineId });
}

/**
 * Makes the routine's schedule what the routine and the tenant say now. Events come in any order and at the same time:
 * what was scheduled is compared with what is true afterwards, so that the last to schedule has scheduled the truth.
 */
export async function syncSchedule(routineId: string): Promise<void> {
  const tenantId = currentTenant();
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const wanted = await scheduleOf(routineId);
    await (wanted ? schedules.put(wanted) : schedules.delete(tenantId, routineId));
    if (isDeepStrictEqual(wanted, await scheduleOf(routineId))) return;
  }
  throw new Error("The routine changes faster than its schedule can follow.");
}

/** The schedule that there should be; none for a routine that is off, or gone. */
async function scheduleOf(routineId: string): Promise<Schedule | undefined> {
  const [routine, { timezone }] = await Promise.all([find(routineId), Tenant.current()]);
  if (!routine?.enabled) return undefined;
  const { tenantId, schedule } = routine;
  const { daysOfWeek, hour, minute } = schedule;
  // EventBridge counts the days of the week from 1, Sunday.
  const days = daysOfWeek.map((day) => day + 1).join(",");
  return {
    name: routineId,
    group: tenantId,
    expression: `cron(${minute} ${hour} ? * ${days} *)`,
    timezone,
    windowMinutes: WINDOW_MINUTES,
    target: { kind: "routine", tenantId, routineId },
  };
}

/** Makes every routine's schedule what the routine and the tenant say now. */
export async function syncSchedules(): Promise<void> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "ROUTINE#" };
  for await (const { routineId } of queryAll(RoutineEntity, where)) await syncSchedule(routineId);
}

/**
 * One occurrence: an inbox task from the template, by the squad's lead. None while the task of an earlier occurrence
 * is still active, nor when it comes later than its window: either is recorded. A squad that sleeps is woken for its
 * task. An occurrence that was settled does nothing. `scheduledAt` is when it was due, ISO 8601.
 */
export async function fire(routineId: string, scheduledAt: string): Promise<void> {
  const at = new Date(scheduledAt).toISOString();
  const key = { tenantId: currentTenant(), routineId, at };
  const occurrenceWrite = (by: { taskId?: string } = {}) =>
    OccurrenceEntity.build(PutTransaction)
      .item({ ...key, ...by, ttl: expiresIn(SETTLED_SECONDS) })
      .options({ condition: { attr: "at", exists: false } });
  const skip = (why: string, taskId?: string) =>
    transact(occurrenceWrite(), Activity.activityWrite("routine_skipped", service, why, taskId));
  await retryOnConflict(async () => {
    const [routine, { Item: before }] = await Promise.all([
      find(routineId),
      OccurrenceEntity.build(GetItemCommand).key(key).options({ consistent: true }).send(),
    ]);
    if (!routine?.enabled) return;
    // It may have fired in a process that ended before it could wake the squad.
    if (before) return before.taskId ? Lifecycle.ensureAwake() : undefined;
    const { title } = routine;
    if (Date.now() - Date.parse(at) > WINDOW_MS) return skip(`missed the routine “${title}” of ${at}`);
    const active = await activeTask(routine);
    if (active) return skip(`skipped the routine “${title}”: its last task is still open`, active.taskId);
    const by = await leadAuthor();
    const { taskId, writes } = taskFrom(routine, by);
    const told = Activity.activityWrite("task_created", by, `created “${title}” from its routine`, taskId);
    await transact(occurrenceWrite({ taskId }), ...writes, told);
    await Lifecycle.ensureAwake();
  });
}

/** The task of the routine's newest occurrence, while it is not done. */
export async function activeTask({ taskId }: RoutineItem): Promise<TaskItem | undefined> {
  const newest = taskId ? await Task.find(taskId) : undefined;
  return newest?.status === "done" ? undefined : newest;
}

/** An inbox task from the routine's template. Fails when the routine has gone, or has made another task meanwhile. */
export function taskFrom(routine: RoutineItem, by: Author): { taskId: string; writes: Write[] } {
  const { tenantId, routineId, title, description, priority } = routine;
  const taskId = newId("task");
  const at = now();
  const task = { tenantId, taskId, title, description, priority, by, createdAt: at, updatedAt: at };
  const empty = { assignees: [], openSubtasks: 0, subtasks: 0, comments: 0 };
  const newest = { tenantId, routineId, taskId };
  return {
    taskId,
    writes: [
      TaskEntity.build(PutTransaction).item({ ...task, ...empty, status: "inbox", version: 1 }),
      RoutineEntity.build(UpdateTransaction)
        .item(newest)
        .options({
          condition: {
            and: [
              { attr: "title", exists: true },
              routine.taskId ? { attr: "taskId", eq: routine.taskId } : { attr: "taskId", exists: false },
            ],
          },
        }),
    ],
  };
}

export async function leadAuthor(): Promise<Author> {
  const agent = await Agent.find("main");
  return agent ? { type: "agent", id: agent.agentId, name: agent.name } : service;
}
