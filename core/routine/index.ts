// Routines: recurring work, as people create, change, trigger and delete it. The event of each change updates the schedule.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { now, transact } from "../table/index.ts";
import { lockListWrite } from "../table/lock.ts";
import { changedMeanwhile, retryOnConflict } from "../table/retry.ts";
import type { TaskItem } from "../task/index.ts";
import * as Task from "../task/index.ts";
import { invalidField, notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { all, find, RoutineEntity, type RoutineItem } from "./entity.ts";
import { findOpenTask, leadAuthor, routineTask } from "./firing.ts";

export * from "./entity.ts";
export * from "./firing.ts";
export * from "./schedule.ts";
export * from "./seed.ts";

const MAX_ROUTINES = 50;

export const color = z.enum(["slate", "rose", "amber", "emerald", "sky", "violet"]);

export const schedule = z
  .strictObject({
    daysOfWeek: z
      .array(z.int().min(0, "must be 0 (Sunday) to 6").max(6, "must be 0 (Sunday) to 6"))
      .min(1, "must name at least one day")
      .max(7, "must name each day only once")
      .refine((days) => new Set(days).size === days.length, "must name each day only once")
      .describe("0 is Sunday"),
    hour: z.int().min(0, "must be 0 to 23").max(23, "must be 0 to 23"),
    minute: z.int().min(0, "must be 0 to 59").max(59, "must be 0 to 59"),
  })
  .describe("In the workspace's time zone")
  .meta({ example: { daysOfWeek: [1, 4], hour: 9, minute: 30 } });

export const routine = z
  .object({
    routineId: idOf("routine"),
    title: z.string(),
    description: z.string().optional(),
    priority: Task.priority,
    color: z.string(),
    enabled: z.boolean(),
    schedule: z.object({ daysOfWeek: z.array(z.int()), hour: z.int(), minute: z.int() }),
    taskId: idOf("task").optional().describe("The newest task it has created"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: "Routine" });

export const createInput = z.strictObject({
  title: Task.title,
  description: Task.description,
  priority: Task.priority.default("normal"),
  color: color.default("slate"),
  enabled: z.boolean().default(true),
  schedule,
});

async function read(routineId: string): Promise<RoutineItem> {
  const found = await find(routineId);
  if (!found) throw notFound("routine");
  return found;
}

/** Every routine, oldest first; there are at most fifty. */
export async function list(): Promise<{ items: RoutineItem[] }> {
  return { items: await all() };
}

/** One routine. Throws `not_found`. */
export const get = fn(idOf("routine"), read);

const withSortedDays = ({ daysOfWeek, ...time }: z.output<typeof schedule>) => ({
  ...time,
  daysOfWeek: daysOfWeek.toSorted((a, b) => a - b),
});

/** Creates a routine. Throws `invalid` when the workspace has fifty. */
export const create = fn(createInput, async ({ schedule, ...input }): Promise<RoutineItem> => {
  const from = await Agent.authorOf();
  const at = now();
  const created = {
    ...input,
    schedule: withSortedDays(schedule),
    tenantId: currentTenant(),
    routineId: newId("routine"),
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await retryOnConflict(async () => {
    const lockWrite = await lockListWrite("routines");
    if ((await all()).length >= MAX_ROUTINES)
      throw invalidField("body", `a workspace can have at most ${MAX_ROUTINES} routines`);
    await transact(
      lockWrite,
      RoutineEntity.build(PutTransaction).item(created),
      Activity.activityWrite("routine_created", from, `created the routine “${created.title}”`),
    );
  });
  return created;
});

export const updateInput = z
  .strictObject({
    title: Task.title.optional(),
    description: Task.description.describe("An empty string removes it"),
    priority: Task.priority.optional(),
    color: color.optional(),
    enabled: z.boolean().optional(),
    schedule: schedule.optional(),
    version: Task.expectedVersion,
  })
  .refine(
    ({ version: _, ...rest }) => Object.values(rest).some((value) => value !== undefined),
    "must change at least one field",
  )
  .meta({ example: { enabled: false } });

/** Changes the given fields of a routine. Throws `not_found`, `conflict` when it is no longer at `version`. */
export const update = fn(
  z.object({ routineId: idOf("routine"), input: updateInput }),
  async ({ routineId, input: { version, ...wanted } }): Promise<RoutineItem> => {
    const from = await Agent.authorOf();
    return retryOnConflict(async () => {
      const before = await read(routineId);
      if (version !== undefined && version !== before.version) throw changedMeanwhile();
      const { title, priority, color, enabled } = { ...before, ...withoutUndefined(wanted) };
      const after = {
        ...before,
        ...{ title, priority, color, enabled },
        description: (wanted.description ?? before.description) || undefined,
        schedule: wanted.schedule ? withSortedDays(wanted.schedule) : before.schedule,
      };
      if (isSame(before, after)) return before;
      const { tenantId, description, schedule } = after;
      const revision = { updatedAt: now(), version: before.version + 1 };
      await transact(
        RoutineEntity.build(UpdateTransaction)
          .item({
            ...{ tenantId, routineId, title, priority, color, enabled },
            description: description ?? $remove(),
            schedule: $set(schedule),
            ...revision,
          })
          .options({ condition: { attr: "version", eq: before.version } }),
        Activity.activityWrite(
          "routine_updated",
          from,
          `${describeAction(before, after)} the routine “${title}”`,
        ),
      );
      return { ...after, ...revision };
    });
  },
);

const withoutUndefined = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

const fields = ["title", "description", "priority", "color", "enabled"] as const;

function isSame(a: RoutineItem, b: RoutineItem): boolean {
  const times = [a, b].map(({ schedule: { daysOfWeek, hour, minute } }) =>
    JSON.stringify([daysOfWeek, hour, minute]),
  );
  return times[0] === times[1] && fields.every((field) => a[field] === b[field]);
}

function describeAction(before: RoutineItem, after: RoutineItem): string {
  if (before.enabled === after.enabled) return "changed";
  return after.enabled ? "switched on" : "switched off";
}

/** Deletes a routine; the tasks it has created stay. Throws `not_found`. */
export const remove = fn(idOf("routine"), async (routineId): Promise<void> => {
  const from = await Agent.authorOf();
  await retryOnConflict(async () => {
    const { tenantId, title, version } = await read(routineId);
    await transact(
      RoutineEntity.build(DeleteTransaction)
        .key({ tenantId, routineId })
        .options({ condition: { attr: "version", eq: version } }),
      Activity.activityWrite("routine_deleted", from, `deleted the routine “${title}”`),
    );
  });
});

/**
 * Creates the routine's task now, whether the routine is enabled or not. Throws `not_found`, `conflict` while its last task
 * is open.
 */
export const trigger = fn(idOf("routine"), async (routineId): Promise<TaskItem> => {
  const from = await Agent.authorOf();
  return retryOnConflict(async () => {
    const found = await read(routineId);
    const openTask = await findOpenTask(found);
    if (openTask)
      throw new VisibleError(
        "conflict",
        `The last task of this routine, ${openTask.taskId}, is not done. Finish or delete it first.`,
      );
    const { taskId, writes } = routineTask(found, await leadAuthor());
    await transact(
      ...writes,
      Activity.activityWrite("routine_triggered", from, `started the routine “${found.title}”`, taskId),
    );
    return Task.read(taskId);
  });
});
