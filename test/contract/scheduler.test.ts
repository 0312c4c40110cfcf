// The local scheduler fires as EventBridge Scheduler does: its expressions, time zones, late and missed occurrences.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nextFire } from "../../core/util/schedule-expression.ts";
import { createScheduler, type Scheduler, type SchedulerOptions } from "../../local/scheduler.ts";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";
import type { Schedule } from "../../platform/types/schedules.ts";

describe("expressions", () => {
  const runs = (expression: string, timezone: string, from: string, count = 3) => {
    const found: string[] = [];
    let after: Date | undefined = new Date(from);
    while (after && found.length < count) {
      after = nextFire(expression, timezone, after);
      if (after) found.push(after.toISOString().slice(0, 16));
    }
    return found;
  };

  test.each([
    ["cron(0 9 ? * 2 *)", ["2026-11-23T08:00", "2026-11-30T08:00", "2026-12-07T08:00"]],
    ["cron(0 10 ? * MON,THU *)", ["2026-11-23T09:00", "2026-11-26T09:00", "2026-11-30T09:00"]],
    ["cron(0/30 8-9 ? * MON-FRI *)", ["2026-11-23T07:00", "2026-11-23T07:30", "2026-11-23T08:00"]],
    ["cron(0 8 1 JAN ? 2028)", ["2028-01-01T07:00"]],
    ["rate(5 minutes)", ["2026-11-22T00:05", "2026-11-22T00:10", "2026-11-22T00:15"]],
    ["at(2027-03-01T09:00:00)", ["2027-03-01T08:00"]],
  ])("finds the occurrences of %s as AWS does", (expression, expected) => {
    expect(runs(expression, "Europe/Amsterdam", "2026-11-22T00:00:00Z")).toEqual(expected);
  });

  test("skips an occurrence in the hour that daylight saving skips", () => {
    expect(runs("cron(30 2 * * ? *)", "Europe/Amsterdam", "2027-03-27T00:00:00Z", 2)).toEqual([
      "2027-03-27T01:30",
      "2027-03-29T00:30",
    ]);
  });

  test("fires once in the hour that daylight saving repeats", () => {
    expect(runs("cron(30 2 * * ? *)", "Europe/Amsterdam", "2027-10-30T12:00:00Z", 2)).toEqual([
      expect.stringMatching(/^2027-10-31T0[01]:30$/),
      "2027-11-01T01:30",
    ]);
  });

  test.each([
    ["cron(0 8 * * MON *)", "UTC", "expression"],
    ["cron(0 8 * * ?)", "UTC", "expression"],
    ["cron(0 99 * * ? *)", "UTC", "expression"],
    ["rate(0 minutes)", "UTC", "expression"],
    ["rate(1 minutes)", "UTC", "expression"],
    ["at(tomorrow)", "UTC", "expression"],
    ["at(2027-13-01T09:00:00)", "UTC", "expression"],
    ["every day", "UTC", "expression"],
    ["rate(1 day)", "Mars/Olympus", "timezone"],
  ])("refuses %s in %s, and names the %s", (expression, timezone, field) => {
    expect(() => nextFire(expression, timezone, new Date())).toThrow(new RegExp(`^${field}: `));
  });
});

describe("the scheduler", () => {
  let directory: string;
  let engine: TableEngine;
  let scheduler: Scheduler;
  let fired: string[];
  let missed: string[];

  const label = (schedule: Pick<Schedule, "name">, at: Date) =>
    `${schedule.name} ${at.toISOString().slice(0, 16)}`;
  const daily: Schedule = {
    name: "brief",
    group: "ten_1",
    expression: "cron(0 8 * * ? *)",
    timezone: "UTC",
    windowMinutes: 60,
    target: { kind: "routine", tenantId: "ten_1", routineId: "rtn_1" },
  };
  async function open(more: Partial<SchedulerOptions> = {}) {
    engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
    scheduler = createScheduler({
      store: engine.store,
      fire: async (schedule, at) => void fired.push(label(schedule, at)),
      onMissed: async (schedule, at) => void missed.push(label(schedule, at)),
      ...more,
    });
  }
  async function restartAt(time: string) {
    await scheduler.stop();
    await engine.close();
    vi.setSystemTime(time);
    await open();
    await scheduler.start();
    await scheduler.idle();
  }
  async function passUntil(time: string) {
    await vi.advanceTimersByTimeAsync(Date.parse(time) - Date.now());
    await scheduler.idle();
  }

  beforeEach(async () => {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "Date"],
      now: new Date("2026-11-23T07:00:00Z"),
    });
    fired = [];
    missed = [];
    directory = await mkdtemp(join(tmpdir(), "clawe-scheduler-"));
    await open();
    await scheduler.start();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await scheduler.stop();
    await engine.close();
    await rm(directory, { recursive: true });
  });

  test("fires each occurrence when it is due", async () => {
    await scheduler.put(daily);
    await passUntil("2026-11-23T07:59:59Z");
    expect(fired).toEqual([]);
    await passUntil("2026-11-23T08:00:00Z");
    await passUntil("2026-11-24T08:00:00Z");
    expect(fired).toEqual(["brief 2026-11-23T08:00", "brief 2026-11-24T08:00"]);
  });

  test("fires many schedules of one minute in batches, each once, and accepts new schedules meanwhile", async () => {
    let [now, most] = [0, 0];
    const full = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await scheduler.stop();
    await engine.close();
    await open({
      async fire(schedule, at) {
        now += 1;
        most = Math.max(most, now);
        if (now === 64) full.resolve();
        await released.promise;
        fired.push(label(schedule, at));
        now -= 1;
      },
    });
    await scheduler.start();
    const names = Array.from({ length: 150 }, (_, number) => `brief-${number}`);
    for (const name of names) await scheduler.put({ ...daily, name });
    await vi.advanceTimersByTimeAsync(Date.parse("2026-11-23T08:00:00Z") - Date.now());
    await full.promise;
    await scheduler.put({ ...daily, name: "another" });
    released.resolve();
    await scheduler.idle();
    expect(most).toBe(64);
    expect(fired.toSorted()).toEqual(names.map((name) => `${name} 2026-11-23T08:00`).toSorted());
  });

  test("fires on time after a restart, and nothing twice", async () => {
    await scheduler.put(daily);
    await passUntil("2026-11-23T08:00:00Z");
    await restartAt("2026-11-23T08:00:01Z");
    await passUntil("2026-11-24T08:00:00Z");
    expect(fired).toEqual(["brief 2026-11-23T08:00", "brief 2026-11-24T08:00"]);
  });

  test("fires late occurrences within the window, and reports older ones as missed", async () => {
    await scheduler.put(daily);
    await restartAt("2026-11-25T08:59:00Z");
    expect(missed).toEqual(["brief 2026-11-23T08:00", "brief 2026-11-24T08:00"]);
    expect(fired).toEqual(["brief 2026-11-25T08:00"]);
    await restartAt("2026-11-26T09:01:00Z");
    expect(missed).toHaveLength(3);
    expect(fired).toHaveLength(1);
  });

  test("reports a failed occurrence as missed", async () => {
    await scheduler.stop();
    await engine.close();
    await open({ fire: () => Promise.reject(new Error("no")) });
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await scheduler.put(daily);
    await scheduler.start();
    await passUntil("2026-11-23T08:00:00Z");
    expect(missed).toEqual(["brief 2026-11-23T08:00"]);
  });

  test.each([
    ["fires again", "2026-11-23T08:59:00Z", { fired: ["brief 2026-11-23T08:00"], missed: [] }],
    [
      "is missed when that is too late",
      "2026-11-23T09:01:00Z",
      { fired: [], missed: ["brief 2026-11-23T08:00"] },
    ],
  ])("an occurrence that was firing when the process ended %s", async (_, time, expected) => {
    await scheduler.stop();
    await engine.close();
    const started = Promise.withResolvers<void>();
    await open({
      fire() {
        started.resolve();
        return new Promise(() => undefined);
      },
    });
    await scheduler.put({ ...daily, expression: "at(2026-11-23T08:00:00)" });
    await scheduler.start();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    await started.promise;
    await engine.close();
    for (const _start of [1, 2]) {
      vi.setSystemTime(time);
      await open();
      await scheduler.start();
      expect({ fired, missed }).toEqual(expected);
      await scheduler.stop();
      await engine.close();
    }
    await open();
  });

  test("deletes a one-time schedule after it has fired", async () => {
    await scheduler.put({ ...daily, expression: "at(2026-11-23T07:05:00)" });
    await passUntil("2026-11-23T07:05:00Z");
    expect(fired).toEqual(["brief 2026-11-23T07:05"]);
    expect(await scheduler.list()).toEqual([]);
  });

  test("fires a changed schedule at its new time, and a deleted one never", async () => {
    await scheduler.put(daily);
    await scheduler.put({ ...daily, expression: "cron(0 9 * * ? *)" });
    await scheduler.put({ ...daily, name: "other" });
    await scheduler.delete("ten_1", "other");
    await scheduler.put({ ...daily, group: "ten_2", name: "theirs" });
    await scheduler.put({ ...daily, group: "ten_20", name: "kept" });
    await scheduler.deleteGroup("ten_2");
    await passUntil("2026-11-23T09:00:00Z");
    expect(fired).toEqual(["kept 2026-11-23T08:00", "brief 2026-11-23T09:00"]);
    expect(await scheduler.list("ten_1")).toEqual([
      { ...daily, expression: "cron(0 9 * * ? *)", next: new Date("2026-11-24T09:00:00Z") },
    ]);
  });

  test("keeps the interval of a rate across restarts and repeated puts", async () => {
    const often: Schedule = { ...daily, expression: "rate(2 hours)" };
    await scheduler.put(often);
    await restartAt("2026-11-23T08:30:00Z");
    await scheduler.put(often);
    expect(await scheduler.list()).toMatchObject([{ next: new Date("2026-11-23T09:00:00Z") }]);
  });

  test("refuses an invalid schedule, and keeps the current one", async () => {
    await scheduler.put(daily);
    await expect(scheduler.put({ ...daily, expression: "cron(nonsense)" })).rejects.toThrow(/^expression: /);
    await expect(scheduler.put({ ...daily, timezone: "Nowhere" })).rejects.toThrow(/^timezone: /);
    expect(await scheduler.list()).toMatchObject([{ expression: daily.expression }]);
  });
});
