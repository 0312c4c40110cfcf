// Routines as people make and change them. Each change's own event keeps the schedule in step.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { keys, now, queryAll, transact } from "../table/index.ts";
import { lockList } from "../table/lock.ts";
import { changedMeanwhile, retryOnConflict } from "../table/retry.ts";
import type { TaskItem } from "../task/index.ts";
import * as Task from "../task/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { activeTask, find, leadAuthor, RoutineEntity, type RoutineItem, taskFrom } from "./firing.ts";

export * from "./firing.ts";

const MAX_ROUTINES = 50;

export const color = z.enum(["slate", "rose", "amber", "emerald", "sky", "violet"]);

export const schedule = z
  .strictObject({
    daysOfWeek: z
      .array(z.int().min(0, "must be 0 (Sunday) to 6").max(6, "must be 0 (Sunday) to 6"))
      .min(1, "must have a day")
      .max(7, "must have each day once")
      .refine((days) => new Set(days).size === days.length, "must have each day once")
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
    taskId: idOf("task").optional().describe("The task that it made last"),
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

async function all(): Promise<RoutineItem[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "ROUTINE#" };
  return Array.fromAsync(queryAll(RoutineEntity, where));
}

/** Every routine, oldest first: there are fifty at most. */
export async function list(): Promise<{ items: RoutineItem[] }> {
  return { items: await all() };
}

export const get = fn(idOf("routine"), read);

const sorted = ({ daysOfWeek, ...time }: z.output<typeof schedule>) => ({
  ...time,
  daysOfWeek: daysOfWeek.toSorted((a, b) => a - b),
});

/** Makes a routine. Throws `invalid` when the workspace has fifty. */
export const create = fn(createInput, async ({ schedule, ...input }): Promise<RoutineItem> => {
  const from = await Agent.authorOf();
  const at = now();
  const made = {
    ...input,
    schedule: sorted(schedule),
    tenantId: currentTenant(),
    routineId: newId("routine"),
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await retryOnConflict(async () => {
    const guard = await lockList("routines");
    if ((await all()).length >= MAX_ROUTINES) throw tooMany();
    await transact(
      guard,
      RoutineEntity.build(PutTransaction).item(made),
      Activity.activityWrite("routine_created", from, `made the routine “${made.title}”`),
    );
  });
  return made;
});

export const updateInput = z
  .strictObject({
    title: Task.title.optional(),
    description: Task.description.describe("An empty one removes it"),
    priority: Task.priority.optional(),
    color: color.optional(),
    enabled: z.boolean().optional(),
    schedule: schedule.optional(),
    version: z.int().optional().describe("Refuse with `conflict` unless it is still at this version"),
  })
  .refine(
    ({ version: _, ...rest }) => Object.values(rest).some((value) => value !== undefined),
    "name what is to change",
  )
  .meta({ example: { enabled: false } });

/** Changes a routine; what is not named stays. Throws `conflict` when it is no longer at `version`. */
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
        schedule: wanted.schedule ? sorted(wanted.schedule) : before.schedule,
      };
      if (isSame(before, after)) return before;
      const { tenantId, description, schedule } = after;
      const written = { updatedAt: now(), version: before.version + 1 };
      await transact(
        RoutineEntity.build(UpdateTransaction)
          .item({
            ...{ tenantId, routineId, title, priority, color, enabled },
            description: description ?? $remove(),
            schedule: $set(schedule),
            ...written,
          })
          .options({ condition: { attr: "version", eq: before.version } }),
        Activity.activityWrite("routine_updated", from, `${deed(before, after)} the routine “${title}”`),
      );
      return { ...after, ...written };
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

function deed(before: RoutineItem, after: RoutineItem): string {
  if (before.enabled === after.enabled) return "changed";
  return after.enabled ? "switched on" : "switched off";
}

/** Deletes a routine; the tasks it has made stay. */
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

/** Makes the routine's task now, whether it is switched on or not. Throws `conflict` while its last task is open. */
export const trigger = fn(idOf("routine"), async (routineId): Promise<TaskItem> => {
  const from = await Agent.authorOf();
  return retryOnConflict(async () => {
    const found = await read(routineId);
    const active = await activeTask(found);
    if (active)
      throw new VisibleError(
        "conflict",
        `Its last task, ${active.taskId}, is not done. Finish or delete that one first.`,
      );
    const { taskId, writes } = taskFrom(found, await leadAuthor());
    await transact(
      ...writes,
      Activity.activityWrite("routine_triggered", from, `started the routine “${found.title}”`, taskId),
    );
    return Task.read(taskId);
  });
});

function tooMany(): VisibleError {
  const message = `a workspace has at most ${MAX_ROUTINES} routines`;
  return new VisibleError("invalid", `body: ${message}`, { fields: [{ field: "body", message }] });
}
