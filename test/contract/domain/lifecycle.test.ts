// Which workflows start from which status, and when a workspace is woken.
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Role } from "../../../core/actor/index.ts";
import { drain } from "../../../core/delivery/drain.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import * as Routine from "../../../core/routine/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import type { TenantStatus } from "../../../core/tenant/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import type { WorkflowName } from "../../../core/workflow/definitions.ts";
import { aMember, aPerson, asMember, inTenant, useDomain } from "../../support/domain.ts";
import { aSquadIn, runsOf, type Squad, statusOf } from "../../support/squad.ts";

const domain = useDomain();
let squad: Squad;

const hello = (content = "hello") => squad.asOwner(() => Notification.notify({ agentId: "inky", content }));

const later = (minutes: number) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
  onTestFinished(() => void vi.useRealTimers());
};

describe("a workflow starts only from its statuses", () => {
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
    squad = await aSquadIn("active");
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

describe("a tenant names the workflows that its reader may start", () => {
  const seenBy = (role: Role) =>
    squad.asOwner(async () => {
      const person = await aMember(squad.owner.accountId, role);
      return inTenant(person, squad.tenantId, Tenant.get, squad.owner.accountId);
    });

  test.each<[Role, TenantStatus, WorkflowName[]]>([
    ["owner", "active", ["sleep", "restart", "backup", "upgrade", "restore", "deprovision"]],
    ["owner", "sleeping", ["wake", "backupAtRest", "upgrade", "restore", "deprovision"]],
    ["admin", "sleeping", ["wake", "backupAtRest", "upgrade", "restore"]],
    ["member", "sleeping", []],
    ["owner", "error", ["provision", "deprovision"]],
    ["owner", "maintenance", []],
  ])("to %s of one that is %s", async (role, status, startable) => {
    squad = await aSquadIn(status);
    expect(await seenBy(role)).toMatchObject({ startable });
  });

  test("but none to its squadhub", async () => {
    squad = await aSquadIn("sleeping");
    expect(await squad.asSquadhub(Tenant.get)).toMatchObject({ startable: [] });
  });

  test("but none of a draft whose time is over", async () => {
    const owner = await aPerson();
    const { tenant } = await asMember(owner, () => Tenant.create({ name: "a-late-draft", draft: true }));
    expect(tenant).toMatchObject({ startable: ["provision"] });
    later(25 * 60);
    expect(await inTenant(owner, tenant.tenantId, Tenant.get)).toMatchObject({ startable: [] });
  });
});

describe("a workspace that sleeps", () => {
  beforeEach(async () => {
    squad = await aSquadIn("sleeping");
  });

  test("is woken once by any number of doorbells", async () => {
    await hello();
    await Promise.all(Array.from({ length: 20 }, () => squad.asService(() => drain("inky"))));
    expect(await runsOf(squad)).toEqual(["wake"]);
    expect(await statusOf(squad)).toBe("starting");
  });

  test("is not woken by the doorbell of an empty lane", async () => {
    expect(await squad.asService(() => drain("inky"))).toMatchObject({ outcome: "waiting" });
    expect(await statusOf(squad)).toBe("sleeping");
  });

  test("is woken by a routine that creates a task", async () => {
    await squad.asService(Routine.seed);
    const { items } = await squad.asOwner(() => Routine.list());
    await squad.asService(() => Routine.fire(items[0]!.routineId, new Date().toISOString()));
    expect(await runsOf(squad)).toEqual(["wake"]);
  });

  test("is woken once when people open it", async () => {
    const seen = await Promise.all(Array.from({ length: 5 }, () => squad.asOwner(Lifecycle.recordVisit)));
    expect(seen.map(({ status }) => status)).toContain("starting");
    expect(await runsOf(squad)).toEqual(["wake"]);
  });
});

describe("a workspace that a failure has stopped", () => {
  /** A workspace whose last run has ended like this. */
  async function stopped(outcome: Parameters<typeof Run.finish>[1]): Promise<void> {
    squad = await aSquadIn("sleeping");
    await squad.asService(async () => {
      const { runId } = await Lifecycle.start("wake");
      await Lifecycle.settle("stopped");
      await Run.finish(runId, outcome);
    });
  }

  test("can be started by a person at once", async () => {
    await stopped({ status: "failed" });
    await squad.asOwner(() => Lifecycle.start("wake"));
    expect(await statusOf(squad)).toBe("starting");
  });

  test("is started automatically after a quarter of an hour, once", async () => {
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

  test("is not started automatically when its last run has left something behind", async () => {
    await stopped({ status: "rollback_incomplete", left: ["StartService"] });
    later(60);
    await squad.asService(Lifecycle.ensureAwake);
    expect(await statusOf(squad)).toBe("stopped");
  });
});

describe("a workspace whose squadhub is being stopped", () => {
  beforeEach(async () => {
    squad = await aSquadIn("stopping");
  });

  test("sleeps when nothing needs it", async () => {
    await squad.asService(Lifecycle.fallAsleep);
    expect(await statusOf(squad)).toBe("sleeping");
    expect(await runsOf(squad)).toEqual([]);
  });

  test("is woken as soon as it sleeps when something needs it", async () => {
    await hello();
    await squad.asService(() => drain("inky"));
    expect(await statusOf(squad)).toBe("stopping");
    await squad.asService(Lifecycle.fallAsleep);
    await squad.asService(Lifecycle.fallAsleep);
    expect(await statusOf(squad)).toBe("starting");
    expect(await runsOf(squad)).toEqual(["wake"]);
  });

  test("is woken also by a need that arrives while it falls asleep", async () => {
    for (let round = 0; round < 10; round++) {
      squad = await aSquadIn("stopping");
      await Promise.all([squad.asService(Lifecycle.fallAsleep), squad.asService(Lifecycle.ensureAwake)]);
      expect(await runsOf(squad)).toEqual(["wake"]);
      expect(await statusOf(squad)).toBe("starting");
    }
  });
});

test("a need is forgotten after it has woken the workspace", async () => {
  squad = await aSquadIn("stopping");
  await squad.asService(Lifecycle.ensureAwake);
  expect(await squad.asService(Squadhub.find)).toMatchObject({ neededAt: expect.any(String) });
  await squad.asService(Lifecycle.fallAsleep);
  expect(await squad.asService(Squadhub.find)).not.toHaveProperty("neededAt");
});

describe("a need that is recorded while the workspace changes its status", () => {
  /** Runs `meanwhile` just before the need is written. */
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

  test("is not recorded for a workspace that has become active, so that its next sleep is undisturbed", async () => {
    squad = await aSquadIn("maintenance");
    before(() => Lifecycle.settle("active", "maintenance"));
    await squad.asService(Lifecycle.ensureAwake);
    expect(await squad.asService(Squadhub.find)).not.toHaveProperty("neededAt");
  });

  test("wakes a workspace that has fallen asleep", async () => {
    squad = await aSquadIn("stopping");
    before(() => Lifecycle.fallAsleep());
    await squad.asService(Lifecycle.ensureAwake);
    expect(await runsOf(squad)).toEqual(["wake"]);
  });
});
