// When a workspace falls asleep by itself: after its plan's idle time.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as Idle from "../../../core/idle/index.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import { plans } from "../../../core/plan/index.ts";
import * as Task from "../../../core/task/index.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquadIn, runsOf, type Squad, statusOf } from "../../support/squad.ts";

const domain = useDomain();
let squad: Squad;
const hello = () => squad.asOwner(() => Notification.notify({ agentId: "inky", content: "hello" }));

describe("the idle time of the plan", () => {
  const { idleMinutes } = plans.medium;
  beforeAll(() => {
    plans.medium.idleMinutes = 15;
    return () => {
      plans.medium.idleMinutes = idleMinutes;
    };
  });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T12:00:00.000Z") });
    squad = await aSquadIn("active");
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  const work = () => squad.asService(Idle.extendDeadline);
  const check = () => squad.asService(Idle.sleepIfIdle);
  const scheduled = () => domain.current.schedules.get(`${squad.tenantId}/idle`);

  test("ends in sleep when it has passed since the last sign of work", async () => {
    await work();
    expect(scheduled()).toMatchObject({
      expression: "at(2026-05-01T12:16:00)",
      target: { kind: "idle", tenantId: squad.tenantId },
    });
    pass(16);
    await check();
    expect(await runsOf(squad)).toEqual(["sleep"]);
    expect(await statusOf(squad)).toBe("stopping");
  });

  test("starts over with each sign of work, at most once a minute", async () => {
    await Promise.all(Array.from({ length: 20 }, work));
    pass(0.5);
    await work();
    expect(scheduled()?.expression).toBe("at(2026-05-01T12:16:00)");
    pass(10);
    await work();
    expect(scheduled()?.expression).toBe("at(2026-05-01T12:26:30)");
  });

  test("is checked again later when there was a sign of work meanwhile", async () => {
    await work();
    pass(10);
    await work();
    pass(6);
    domain.current.schedules.clear();
    await check();
    expect(await statusOf(squad)).toBe("active");
    expect(scheduled()?.expression).toBe("at(2026-05-01T12:26:00)");
  });

  test("does not end while a notification waits", async () => {
    await hello();
    await work();
    pass(16);
    await check();
    expect(await statusOf(squad)).toBe("active");
    expect(scheduled()?.expression).toBe("at(2026-05-01T12:32:00)");
  });

  test("does not end while a task is in progress, unless the task is stuck for a day", async () => {
    const task = await squad.asOwner(() => Task.create({ title: "Long", assignees: [] }));
    await squad.asOwner(() => Task.setStatus({ taskId: task.taskId, input: { status: "in_progress" } }));
    await work();
    pass(16);
    await check();
    expect(await statusOf(squad)).toBe("active");
    pass(24 * 60);
    await check();
    expect(await statusOf(squad)).toBe("stopping");
  });

  test("is scheduled by the next sign of work when the scheduler has failed", async () => {
    const put = vi.spyOn(domain.current.schedules, "set").mockImplementationOnce(() => {
      throw new Error("throttled");
    });
    await expect(work()).rejects.toThrow("throttled");
    await work();
    expect(put).toHaveBeenCalledTimes(2);
    expect(scheduled()?.expression).toBe("at(2026-05-01T12:16:00)");
    put.mockRestore();
  });

  test("does not apply to a workspace that is not active, or whose plan has none", async () => {
    await squad.asService(() => Lifecycle.settle("sleeping"));
    await work();
    await squad.asService(() => Lifecycle.settle("active"));
    plans.medium.idleMinutes = undefined;
    await work();
    expect(scheduled()).toBeUndefined();
    plans.medium.idleMinutes = 15;
    await work();
    plans.medium.idleMinutes = undefined;
    pass(16);
    await check();
    plans.medium.idleMinutes = 15;
    expect(await statusOf(squad)).toBe("active");
  });
});
