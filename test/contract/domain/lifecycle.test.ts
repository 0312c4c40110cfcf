// When a workspace wakes and when it falls asleep: by need, and by its plan's idle time.
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { drain } from "../../../core/delivery/drain.ts";
import * as Idle from "../../../core/idle/index.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import { plans } from "../../../core/plan/index.ts";
import * as Routine from "../../../core/routine/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Task from "../../../core/task/index.ts";
import type { TenantStatus } from "../../../core/tenant/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import type { WorkflowName } from "../../../core/workflow/definitions.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };
const domain = useDomain();
let squad: Squad;

/** A workspace in this status; it has had a squadhub. */
async function aWorkspace(status: TenantStatus): Promise<Squad> {
  const made = await aSquad();
  await made.asService(async () => {
    await Squadhub.createRecord(cell);
    await Lifecycle.settle(status);
  });
  return made;
}

const runsOf = ({ asService }: Squad) =>
  asService(async () => (await Run.list({ limit: 100 })).items.map(({ workflow }) => workflow).slice(0, -1));
const statusOf = ({ asService }: Squad) => asService(async () => (await Tenant.current()).status);
const hello = (content = "hello") => squad.asOwner(() => Notification.notify({ agentId: "inky", content }));

describe("which workflow starts from which status", () => {
  const allowed: [WorkflowName, TenantStatus[], TenantStatus][] = [
    ["sleep", ["active"], "stopping"],
    ["wake", ["sleeping", "stopped"], "starting"],
    ["restart", ["active"], "starting"],
    ["backup", ["active"], "maintenance"],
    ["backupAtRest", ["sleeping", "stopped"], "maintenance"],
    ["upgrade", ["active", "sleeping", "stopped"], "maintenance"],
    ["deprovision", ["active", "sleeping", "stopped", "suspended", "error"], "deprovisioning"],
  ];
  const statuses: TenantStatus[] = [
    ...(["provisioning", "active", "stopping", "sleeping", "starting", "stopped"] as const),
    "maintenance",
    ...(["suspended", "deprovisioning", "error"] as const),
  ];
  test.each(allowed)("%s", async (workflow, from, to) => {
    squad = await aWorkspace("active");
    for (const status of statuses) {
      await squad.asService(() => Lifecycle.settle(status));
      const started = squad.asService(() => Lifecycle.start(workflow));
      if (from.includes(status))
        await expect(started).resolves.toMatchObject({ workflow, status: "pending" });
      else await expect(started).rejects.toMatchObject({ code: "conflict" });
      expect(await statusOf(squad)).toBe(from.includes(status) ? to : status);
    }
  });
});

describe("a workspace that sleeps", () => {
  beforeEach(async () => {
    squad = await aWorkspace("sleeping");
  });

  test("is woken once by twenty doorbells", async () => {
    await hello();
    await Promise.all(Array.from({ length: 20 }, () => squad.asService(() => drain("inky"))));
    expect(await runsOf(squad)).toEqual(["wake"]);
    expect(await statusOf(squad)).toBe("starting");
  });

  test("is not woken by the doorbell of a lane in which nothing waits", async () => {
    expect(await squad.asService(() => drain("inky"))).toMatchObject({ outcome: "waiting" });
    expect(await statusOf(squad)).toBe("sleeping");
  });

  test("is woken by a routine that makes a task", async () => {
    await squad.asService(Routine.seed);
    const { items } = await squad.asOwner(() => Routine.list());
    await squad.asService(() => Routine.fire(items[0]!.routineId, new Date().toISOString()));
    expect(await runsOf(squad)).toEqual(["wake"]);
  });

  test("is woken by a person who opens it, once", async () => {
    const seen = await Promise.all(Array.from({ length: 5 }, () => squad.asOwner(Lifecycle.recordVisit)));
    expect(seen.map(({ status }) => status)).toContain("starting");
    expect(await runsOf(squad)).toEqual(["wake"]);
  });
});

describe("a workspace that a failure has stopped", () => {
  /** The run that came last has ended so. */
  async function stopped(outcome: Parameters<typeof Run.finish>[1]): Promise<void> {
    squad = await aWorkspace("sleeping");
    await squad.asService(async () => {
      const { runId } = await Lifecycle.start("wake");
      await Lifecycle.settle("stopped");
      await Run.finish(runId, outcome);
    });
  }
  const later = (minutes: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
    onTestFinished(() => void vi.useRealTimers());
  };

  test("is started by a person at once", async () => {
    await stopped({ status: "failed" });
    await squad.asOwner(() => Lifecycle.start("wake"));
    expect(await statusOf(squad)).toBe("starting");
  });

  test("is started by need after a quarter of an hour, once", async () => {
    await stopped({ status: "failed" });
    await squad.asService(Lifecycle.ensureAwake);
    later(14);
    await squad.asService(Lifecycle.ensureAwake);
    expect(await statusOf(squad)).toBe("stopped");
    later(2);
    await Promise.all(Array.from({ length: 5 }, () => squad.asService(Lifecycle.ensureAwake)));
    expect(await statusOf(squad)).toBe("starting");
    expect(await runsOf(squad)).toEqual(["wake", "wake"]);
  });

  test("is left to the reaper where something is left of it", async () => {
    await stopped({ status: "rollback_incomplete", left: ["StartService"] });
    later(60);
    await squad.asService(Lifecycle.ensureAwake);
    expect(await statusOf(squad)).toBe("stopped");
  });
});

describe("a workspace on its way to sleep", () => {
  beforeEach(async () => {
    squad = await aWorkspace("stopping");
  });

  test("sleeps when nothing came to need it", async () => {
    await squad.asService(Lifecycle.fallAsleep);
    expect(await statusOf(squad)).toBe("sleeping");
    expect(await runsOf(squad)).toEqual([]);
  });

  test("is woken as soon as it sleeps when something did", async () => {
    await hello();
    await squad.asService(() => drain("inky"));
    expect(await statusOf(squad)).toBe("stopping");
    await squad.asService(Lifecycle.fallAsleep);
    await squad.asService(Lifecycle.fallAsleep);
    expect(await statusOf(squad)).toBe("starting");
    expect(await runsOf(squad)).toEqual(["wake"]);
  });

  test("loses no need that comes in the moment of falling asleep", async () => {
    for (let round = 0; round < 10; round++) {
      squad = await aWorkspace("stopping");
      await Promise.all([squad.asService(Lifecycle.fallAsleep), squad.asService(Lifecycle.ensureAwake)]);
      expect(await runsOf(squad)).toEqual(["wake"]);
      expect(await statusOf(squad)).toBe("starting");
    }
  });
});

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
    squad = await aWorkspace("active");
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  const work = () => squad.asService(Idle.extendDeadline);
  const look = () => squad.asService(Idle.sleepIfIdle);
  const planned = () => domain.current.schedules.get(`${squad.tenantId}/idle`);

  test("ends in sleep after the last sign of work", async () => {
    await work();
    expect(planned()).toMatchObject({
      expression: "at(2026-05-01T12:16:00)",
      target: { kind: "idle", tenantId: squad.tenantId },
    });
    pass(16);
    await look();
    expect(await runsOf(squad)).toEqual(["sleep"]);
    expect(await statusOf(squad)).toBe("stopping");
  });

  test("begins again with each sign of work, at most once a minute", async () => {
    await Promise.all(Array.from({ length: 20 }, work));
    pass(0.5);
    await work();
    expect(planned()?.expression).toBe("at(2026-05-01T12:16:00)");
    pass(10);
    await work();
    expect(planned()?.expression).toBe("at(2026-05-01T12:26:30)");
  });

  test("is looked at again when somebody worked meanwhile", async () => {
    await work();
    pass(10);
    await work();
    pass(6);
    domain.current.schedules.clear();
    await look();
    expect(await statusOf(squad)).toBe("active");
    expect(planned()?.expression).toBe("at(2026-05-01T12:26:00)");
  });

  test("does not end while a notification waits", async () => {
    await hello();
    await work();
    pass(16);
    await look();
    expect(await statusOf(squad)).toBe("active");
    expect(planned()?.expression).toBe("at(2026-05-01T12:32:00)");
  });

  test("does not end while a task is in progress, unless that is stuck for a day", async () => {
    const task = await squad.asOwner(() => Task.create({ title: "Long", assignees: [] }));
    await squad.asOwner(() => Task.setStatus({ taskId: task.taskId, input: { status: "in_progress" } }));
    await work();
    pass(16);
    await look();
    expect(await statusOf(squad)).toBe("active");
    pass(24 * 60);
    await look();
    expect(await statusOf(squad)).toBe("stopping");
  });

  test("is tried again by the next sign of work when its schedule could not be made", async () => {
    const put = vi.spyOn(domain.current.schedules, "set").mockImplementationOnce(() => {
      throw new Error("throttled");
    });
    await expect(work()).rejects.toThrow("throttled");
    await work();
    expect(put).toHaveBeenCalledTimes(2);
    expect(planned()?.expression).toBe("at(2026-05-01T12:16:00)");
    put.mockRestore();
  });

  test("is nothing to a workspace that does not run, or whose plan has none", async () => {
    await squad.asService(() => Lifecycle.settle("sleeping"));
    await work();
    await squad.asService(() => Lifecycle.settle("active"));
    plans.medium.idleMinutes = undefined;
    await work();
    expect(planned()).toBeUndefined();
    plans.medium.idleMinutes = 15;
    await work();
    plans.medium.idleMinutes = undefined;
    pass(16);
    await look();
    plans.medium.idleMinutes = 15;
    expect(await statusOf(squad)).toBe("active");
  });
});

test("a need is forgotten once it has woken the workspace", async () => {
  squad = await aWorkspace("stopping");
  await squad.asService(Lifecycle.ensureAwake);
  expect(await squad.asService(Squadhub.find)).toMatchObject({ neededAt: expect.any(String) });
  await squad.asService(Lifecycle.fallAsleep);
  expect(await squad.asService(Squadhub.find)).not.toHaveProperty("neededAt");
});

describe("a need that is told while the workspace moves on", () => {
  /** Runs `meanwhile` when what the need says is about to be written. */
  function before(meanwhile: () => Promise<void>): void {
    const { requestHandler } = domain.current.engine;
    const { handle } = requestHandler;
    onTestFinished(() => void Object.assign(requestHandler, { handle }));
    const waiting: typeof handle = async (request, options) => {
      if (request.headers["x-amz-target"]?.endsWith("TransactWriteItems")) {
        requestHandler.handle = handle;
        await squad.asService(meanwhile);
      }
      return handle.call(requestHandler, request, options);
    };
    requestHandler.handle = waiting;
  }

  test("is none of one that has opened: its next sleep is undisturbed", async () => {
    squad = await aWorkspace("maintenance");
    before(() => Lifecycle.settle("active", "maintenance"));
    await squad.asService(Lifecycle.ensureAwake);
    expect(await squad.asService(Squadhub.find)).not.toHaveProperty("neededAt");
  });

  test("wakes one that has fallen asleep", async () => {
    squad = await aWorkspace("stopping");
    before(() => Lifecycle.fallAsleep());
    await squad.asService(Lifecycle.ensureAwake);
    expect(await runsOf(squad)).toEqual(["wake"]);
  });
});
