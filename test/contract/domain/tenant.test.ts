// Tenants: drafts that reserve a name, concurrent changes of settings, and who finds a workspace by its name.
import { describe, expect, test, vi } from "vitest";
import * as Activity from "../../../core/activity/index.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Member from "../../../core/member/index.ts";
import * as Routine from "../../../core/routine/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { newId } from "../../../core/util/id.ts";
import { eventsOf } from "../../../events/table.ts";
import {
  aMember,
  aPerson,
  asMember,
  asPerson,
  asSystem,
  inTenant,
  type Person,
  useDomain,
} from "../../support/domain.ts";

const domain = useDomain();
let names = 0;
const aName = () => `team-${++names}`;

async function aDraft(owner: Person, name = aName()) {
  const { tenant } = await asMember(owner, () => Tenant.create({ name, draft: true }));
  return tenant;
}

/** A provisioned workspace. */
async function aWorkspace(owner: Person, name = aName()) {
  const { tenant } = await asMember(owner, () => Tenant.create({ name }));
  await asSystem(tenant.tenantId, async () => {
    await Tenant.reserve();
    await Lifecycle.announceActivation();
  });
  return tenant;
}

async function aDayLater(body: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3600_000 + 1000 });
  try {
    await body();
  } finally {
    vi.useRealTimers();
  }
}

describe("a draft", () => {
  test("reserves its name without a run, and is provisioned on request", async () => {
    const [ada, bob] = [await aPerson("Ada"), await aPerson("Bob")];
    const { tenantId, name, status, runId } = await aDraft(ada);
    expect({ status, runId }).toEqual({ status: "draft", runId: undefined });
    await expect(aDraft(bob, name)).rejects.toMatchObject({ code: "name_taken" });
    await expect(asMember(bob, () => Tenant.create({ name }))).rejects.toMatchObject({ code: "name_taken" });

    const run = await inTenant(ada, tenantId, () => Lifecycle.start("provision"));
    expect(run).toMatchObject({ tenantId, workflow: "provision", status: "pending" });
    const started = await inTenant(ada, tenantId, Tenant.current);
    expect(started).toMatchObject({ status: "provisioning", runId: run.runId });
    expect(started).not.toHaveProperty("draftUntil");
    await asSystem(tenantId, Tenant.reserve);
    await aDayLater(async () => {
      await domain.current.engine.sweepExpired();
      await expect(aDraft(bob, name)).rejects.toMatchObject({ code: "name_taken" });
      expect((await asMember(ada, () => Tenant.list({}))).items.map(({ tenantId }) => tenantId)).toContain(
        tenantId,
      );
    });
  });

  test("is given to one of two people who reserve the same name at once", async () => {
    const [ada, bob] = [await aPerson("Ada"), await aPerson("Bob")];
    const name = aName();
    const held = await Promise.allSettled([aDraft(ada, name), aDraft(bob, name)]);
    expect(held.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(held.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "name_taken" },
    });
  });

  test("frees its name when it expires, even while the table still has it", async () => {
    const [ada, bob] = [await aPerson("Ada"), await aPerson("Bob")];
    const { tenantId, name } = await aDraft(ada);
    await aDayLater(async () => {
      const taken = await aDraft(bob, name);
      expect(taken.name).toBe(name);
      await expect(inTenant(ada, tenantId, () => Lifecycle.start("provision"))).rejects.toMatchObject({
        code: "conflict",
      });
      expect((await asMember(ada, () => Tenant.list({}))).items).toEqual([]);
    });
  });

  test("frees its name at once when it is discarded", async () => {
    const [ada, bob] = [await aPerson("Ada"), await aPerson("Bob")];
    const { tenantId, name } = await aDraft(ada);
    await inTenant(ada, tenantId, Tenant.discard);
    expect((await aDraft(bob, name)).name).toBe(name);
    await expect(inTenant(ada, tenantId, Tenant.discard)).rejects.toMatchObject({ code: "conflict" });
  });

  test("counts against the plan's workspaces", async () => {
    const ada = await aPerson("Ada");
    for (let i = 0; i < 5; i++) await aDraft(ada);
    await expect(aDraft(ada)).rejects.toMatchObject({
      code: "limit_reached",
      message: "Your medium plan has 5 workspaces, and all are in use. Delete one first.",
    });
  });

  test("can get another lead, which a provisioned workspace cannot", async () => {
    const ada = await aPerson("Ada");
    const draft = await aDraft(ada);
    expect(
      await inTenant(ada, draft.tenantId, () => Tenant.update({ version: 1, leadName: "Pinchy" })),
    ).toMatchObject({ leadName: "Pinchy", version: 2 });
    const { tenantId } = await aWorkspace(ada);
    await expect(
      inTenant(ada, tenantId, () => Tenant.update({ version: 1, leadName: "Pinchy" })),
    ).rejects.toMatchObject({ code: "invalid", fields: [{ field: "body.leadName" }] });
  });
});

describe("settings", () => {
  test("refuse the second of two changes to the same version", async () => {
    const ada = await aPerson("Ada");
    const { tenantId } = await aWorkspace(ada);
    const edit = (goal: string) => inTenant(ada, tenantId, () => Tenant.update({ version: 1, goal }));
    const done = await Promise.allSettled([edit("one"), edit("two")]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await inTenant(ada, tenantId, () => Tenant.update({ version: 2, goal: null }))).not.toHaveProperty(
      "goal",
    );
  });

  test("add an activity, and keep their version when the service changes the status", async () => {
    const ada = await aPerson("Ada");
    const { tenantId } = await aWorkspace(ada);
    await asSystem(tenantId, () => Lifecycle.settle("sleeping"));
    await inTenant(ada, tenantId, () => Tenant.update({ version: 1, timezone: "Europe/Berlin" }));
    const { items } = await inTenant(ada, tenantId, () => Activity.list({}));
    expect(items[0]).toMatchObject({
      type: "tenant_changed",
      by: { type: "user", name: "Ada" },
      message: "set the workspace's time zone to Europe/Berlin",
    });
  });

  test("emit an event for another time zone, which every schedule then has", async () => {
    const ada = await aPerson("Ada");
    const { tenantId } = await aWorkspace(ada);
    await asSystem(tenantId, async () => {
      await Routine.seed();
      await Routine.syncSchedules();
    });
    const zones = () =>
      [...domain.current.schedules.values()].filter(({ group }) => group === tenantId).map((s) => s.timezone);
    expect(zones()).toEqual(["UTC", "UTC", "UTC"]);

    const events: string[] = [];
    const stop = domain.current.engine.onRecord((_table, record) => {
      events.push(...eventsOf([record]).map(({ type }) => type));
    });
    await inTenant(ada, tenantId, () => Tenant.update({ version: 1, goal: "no event of that kind" }));
    expect(events).not.toContain("tenant.timezone_changed");
    await inTenant(ada, tenantId, () => Tenant.update({ version: 2, timezone: "Asia/Tokyo" }));
    stop();
    expect(events).toContain("tenant.timezone_changed");
    await asSystem(tenantId, Routine.syncSchedules);
    expect(zones()).toEqual(["Asia/Tokyo", "Asia/Tokyo", "Asia/Tokyo"]);
    await asSystem(tenantId, () => Routine.syncSchedule(newId("routine")));
  });
});

describe("a name", () => {
  test("finds the workspace for members of its account only", async () => {
    const ada = await aPerson("Ada");
    const viewer = await aMember(ada.accountId, "viewer");
    const { tenantId, name } = await aWorkspace(ada);
    for (const person of [ada, viewer])
      expect(await asPerson(person, () => Tenant.getByName(name))).toMatchObject({ tenantId });
    const stranger = await aPerson("Sid");
    for (const unknown of [name, "nobodys-name"])
      await expect(asPerson(stranger, () => Tenant.getByName(unknown))).rejects.toMatchObject({
        code: "not_found",
      });
  });
});

describe("a narrowed member", () => {
  test("sees only the workspaces of the narrowing, in lists and by name", async () => {
    const ada = await aPerson("Ada");
    const bob = await aMember(ada.accountId, "member");
    const [open, closed] = [await aWorkspace(ada), await aWorkspace(ada)];
    await asMember(ada, () => Member.change({ userId: bob.userId, input: { tenantIds: [open.tenantId] } }));
    const seen = await asMember(bob, () => Tenant.list({}), ada.accountId);
    expect(seen.items.map(({ tenantId }) => tenantId)).toEqual([open.tenantId]);
    await expect(asPerson(bob, () => Tenant.getByName(closed.name))).rejects.toMatchObject({
      code: "not_found",
    });
    await asMember(ada, () => Member.change({ userId: bob.userId, input: { tenantIds: null } }));
    expect((await asMember(bob, () => Tenant.list({}), ada.accountId)).items).toHaveLength(2);
  });

  test("sees every workspace after becoming an admin", async () => {
    const ada = await aPerson("Ada");
    const { tenantId } = await aWorkspace(ada);
    const bob = await aMember(ada.accountId, "member", [tenantId]);
    await aWorkspace(ada);
    await asMember(ada, () => Member.change({ userId: bob.userId, input: { role: "admin" } }));
    expect((await asMember(bob, () => Tenant.list({}), ada.accountId)).items).toHaveLength(2);
    await expect(
      asMember(ada, () => Member.change({ userId: bob.userId, input: { tenantIds: [tenantId] } })),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
