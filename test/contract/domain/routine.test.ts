// Routines: created by people, kept in step with their schedules, and fired once an occurrence.
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import * as Routine from "../../../core/routine/index.ts";
import * as Task from "../../../core/task/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { eventsOf } from "../../../events/table.ts";
import type { Schedule } from "../../../platform/types/schedules.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const schedules = new Map<string, Schedule>();
/** Runs once, before the next schedule is set. */
let beforePut: (() => Promise<void>) | undefined;
const domain = useDomain({
  schedules: {
    async put(schedule) {
      const meanwhile = beforePut;
      beforePut = undefined;
      await meanwhile?.();
      schedules.set(`${schedule.group}/${schedule.name}`, schedule);
    },
    delete: async (group, name) => void schedules.delete(`${group}/${name}`),
    deleteGroup: async () => undefined,
  },
});
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const weekly = { daysOfWeek: [4, 1], hour: 9, minute: 30 };
const aRoutine = (more: object = {}) =>
  squad.asOwner(async () =>
    Routine.create({ title: "Scan", description: "Look around", schedule: weekly, ...more }),
  );
const scheduled = (routineId: string) => schedules.get(`${squad.tenantId}/${routineId}`);
const tasks = async () => (await squad.asOwner(() => Task.list({}))).items;

describe("a routine", () => {
  it("has a schedule that follows when it is changed, switched off or deleted", async () => {
    const { routineId } = await aRoutine();
    const sync = () => squad.asService(() => Routine.syncSchedule(routineId));
    await sync();
    expect(scheduled(routineId)).toMatchObject({ expression: "cron(30 9 ? * 2,5 *)" });
    await squad.asOwner(() =>
      Routine.update({ routineId, input: { schedule: { ...weekly, daysOfWeek: [0] } } }),
    );
    await sync();
    expect(scheduled(routineId)).toMatchObject({ expression: "cron(30 9 ? * 1 *)" });
    await squad.asOwner(() => Routine.update({ routineId, input: { enabled: false } }));
    await sync();
    expect(scheduled(routineId)).toBeUndefined();
    await squad.asOwner(() => Routine.update({ routineId, input: { enabled: true, description: "" } }));
    expect((await squad.asOwner(() => Routine.get(routineId))).description).toBeUndefined();
    await squad.asOwner(() => Routine.remove(routineId));
    await sync();
    expect(scheduled(routineId)).toBeUndefined();
    expect(await squad.feed()).toEqual([
      "routine_created: Ada created the routine “Scan”",
      "routine_updated: Ada changed the routine “Scan”",
      "routine_updated: Ada switched off the routine “Scan”",
      "routine_updated: Ada switched on the routine “Scan”",
      "routine_deleted: Ada deleted the routine “Scan”",
    ]);
  });

  it("emits an event when its schedule must follow, not when it has created a task", async () => {
    const events: string[] = [];
    const stop = domain.current.engine.onRecord((_table, record) => {
      events.push(...eventsOf([record]).map(({ type }) => type));
    });
    const countChanges = () => events.splice(0).filter((type) => type === "routine.changed").length;
    const { routineId } = await aRoutine();
    expect(countChanges()).toBe(1);
    await squad.asService(() => Routine.fire(routineId, new Date().toISOString()));
    expect(await tasks()).toHaveLength(1);
    expect(countChanges()).toBe(0);
    await squad.asOwner(() => Routine.update({ routineId, input: { title: "Look" } }));
    expect(countChanges()).toBe(0);
    await squad.asOwner(() => Routine.update({ routineId, input: { schedule: { ...weekly, hour: 8 } } }));
    await squad.asOwner(() => Routine.update({ routineId, input: { enabled: false } }));
    await squad.asOwner(() => Routine.remove(routineId));
    expect(countChanges()).toBe(3);
    stop();
  });

  it("sorts its days and does not change when an update repeats its values", async () => {
    const made = await aRoutine();
    expect(made.schedule.daysOfWeek).toEqual([1, 4]);
    const again = await squad.asOwner(() =>
      Routine.update({ routineId: made.routineId, input: { schedule: weekly, color: "slate" } }),
    );
    expect(again.version).toBe(1);
    expect(await squad.feed()).toHaveLength(1);
  });

  it("refuses an update of an outdated version", async () => {
    const { routineId, version } = await aRoutine();
    await squad.asOwner(() => Routine.update({ routineId, input: { title: "Look", version } }));
    await expect(
      squad.asOwner(() => Routine.update({ routineId, input: { title: "See", version } })),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    [{ ...weekly, daysOfWeek: [] }, "schedule.daysOfWeek: must name at least one day"],
    [{ ...weekly, daysOfWeek: [1, 1] }, "schedule.daysOfWeek: must name each day only once"],
    [{ ...weekly, daysOfWeek: [7] }, "schedule.daysOfWeek.0: must be 0 (Sunday) to 6"],
    [{ ...weekly, hour: 24 }, "schedule.hour: must be 0 to 23"],
    [{ ...weekly, minute: 60 }, "schedule.minute: must be 0 to 59"],
  ])("refuses the schedule %j and names the field", async (schedule, reason) => {
    await expect(aRoutine({ schedule })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(reason),
    });
  });

  it("is one of at most fifty, even when several are created at once", async () => {
    await squad.asService(Routine.seed);
    for (let count = 3; count < 48; count++) await aRoutine();
    const more = await Promise.allSettled([1, 2, 3, 4].map(() => aRoutine()));
    expect(more.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect((await squad.asOwner(Routine.list)).items).toHaveLength(50);
  });
});

describe("firing a routine", () => {
  const at = "2026-11-23T09:30:00.000Z";
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
    return () => void vi.useRealTimers();
  });
  const fire = (routineId: string, time = at) => squad.asService(() => Routine.fire(routineId, time));

  it("creates one inbox task for an occurrence, however often it is delivered", async () => {
    const { routineId } = await aRoutine({ priority: "high" });
    await Promise.all([1, 2, 3].map(() => fire(routineId)));
    await fire(routineId, "2026-11-23T09:30:00Z");
    expect(await tasks()).toMatchObject([
      { title: "Scan", description: "Look around", status: "inbox", priority: "high", by: { id: "main" } },
    ]);
    expect(await squad.feed()).toHaveLength(2);
  });

  it("skips an occurrence while the last task is open, and records that once", async () => {
    const { routineId } = await aRoutine();
    await fire(routineId);
    vi.setSystemTime("2026-11-26T09:30:00.000Z");
    await Promise.all([1, 2, 3].map(() => fire(routineId, "2026-11-26T09:30:00.000Z")));
    expect(await tasks()).toHaveLength(1);
    const skipped = (await squad.feed()).slice(2);
    expect(skipped).toEqual([
      expect.stringMatching(/^routine_skipped: .*because its last task is still open/),
    ]);
  });

  it("creates the task up to an hour late; later it records the miss once", async () => {
    const { routineId } = await aRoutine();
    vi.setSystemTime("2026-11-23T10:30:00.001Z");
    await Promise.all([1, 2, 3].map(() => fire(routineId)));
    expect(await tasks()).toEqual([]);
    expect((await squad.feed()).slice(1)).toEqual([
      `routine_skipped: Clawe Cloud missed the routine “Scan”, due at ${at}`,
    ]);
    await fire(routineId, "2026-11-23T09:30:00.001Z");
    expect(await tasks()).toHaveLength(1);
  });

  it("records nothing when a settled occurrence is delivered again too late", async () => {
    const { routineId } = await aRoutine();
    await fire(routineId);
    vi.setSystemTime("2026-11-23T12:00:00.000Z");
    await fire(routineId);
    expect(await squad.feed()).toHaveLength(2);
  });

  it("creates nothing for a deleted routine", async () => {
    const { routineId } = await aRoutine();
    await squad.asOwner(() => Routine.remove(routineId));
    await fire(routineId);
    expect(await tasks()).toEqual([]);
    expect((await squad.asOwner(Routine.list)).items).toEqual([]);
  });
});

test("a schedule that is being set follows when its routine is deleted or the time zone changes meanwhile", async () => {
  const { routineId } = await aRoutine();
  const sync = () => squad.asService(() => Routine.syncSchedule(routineId));
  beforePut = async () => {
    await squad.asOwner(() => Tenant.update({ version: 1, timezone: "Europe/Berlin" }));
  };
  await sync();
  expect(scheduled(routineId)).toMatchObject({ timezone: "Europe/Berlin" });
  beforePut = async () => {
    await squad.asOwner(() => Routine.remove(routineId));
    // The event of the deletion is handled first.
    await sync();
  };
  await sync();
  expect(scheduled(routineId)).toBeUndefined();
});

describe("triggering a routine", () => {
  it("creates one task at once, by the lead", async () => {
    const { routineId } = await aRoutine({ enabled: false });
    const triggered = await Promise.allSettled(
      [1, 2, 3].map(() => squad.asOwner(() => Routine.trigger(routineId))),
    );
    const made = triggered.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(made).toMatchObject([{ title: "Scan", status: "inbox", by: { name: "Clawe" } }]);
    expect(await tasks()).toHaveLength(1);
    expect((await squad.feed()).slice(1)).toEqual(["routine_triggered: Ada started the routine “Scan”"]);
  });

  it("is refused until the last task is done or deleted", async () => {
    const { routineId } = await aRoutine();
    const { taskId } = await squad.asOwner(() => Routine.trigger(routineId));
    await expect(squad.asOwner(() => Routine.trigger(routineId))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(taskId),
    });
    await squad.asOwner(() => Task.remove({ taskId }));
    const next = await squad.asOwner(() => Routine.trigger(routineId));
    expect((await squad.asOwner(() => Task.get(next.taskId))).status).toBe("inbox");
  });
});
