// Operators: who they are, what they see of tenants, and break-glass.
import { describe, expect, test, vi } from "vitest";
import type { OperatorRole } from "../../../core/actor/index.ts";
import * as Agent from "../../../core/agent/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import * as Operator from "../../../core/operator/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { agentsOf, squads } from "../../../squadhub/templates/squads.ts";
import { aCaller, type Caller, signedIn, useApi } from "../../support/api-people.ts";
import { aPerson, asMember, asPerson, asSystem } from "../../support/domain.ts";

const chief = "chief-1@example.com";
const redrive = vi.fn(async () => 2);
const domain = useApi({
  operators: [chief],
  lanes: {
    ring: async () => undefined,
    ringLater: async () => undefined,
    retryAfter: async () => undefined,
    deadLetters: async () => [
      {
        id: "1",
        lane: { tenantId: "ten_x", agentId: "inky" },
        sentAt: "2030-01-01T00:00:00.000Z",
        receives: 8,
      },
    ],
    redrive,
  },
});

let boss: Promise<Caller> | undefined;
/** The operator whom the configuration names: the first person of this file. */
const theChief = () => (boss ??= aCaller("Chief"));

async function anOperator(role: OperatorRole): Promise<Caller> {
  const chiefs = await theChief();
  const person = await aPerson("Op");
  await asPerson(chiefs, () => Operator.grant({ email: person.email, role }));
  return signedIn(person);
}

let names = 0;
async function aWorkspace(goal = "a secret goal") {
  await theChief();
  const owner = await aCaller("Olga");
  names += 1;
  const { tenant, run } = await asMember(owner, () => Tenant.create({ name: `shop-${names}`, goal }));
  const { tenantId } = tenant;
  await asSystem(tenantId, async () => {
    await Squadhub.createRecord(await Tenant.reserve());
    await Agent.seed(agentsOf(squads.clawe, "Clawe"));
  });
  return { owner, tenantId, runId: run!.runId };
}

describe("the role of an operator", () => {
  test("is held by configured users and by those to whom an admin has granted it", async () => {
    const chiefs = await theChief();
    expect(chiefs.email).toBe(chief);
    const viewer = await anOperator("viewer");
    const { status, body } = await chiefs.call("listOperators");
    expect(status).toBe(200);
    expect((body as { items: unknown[] }).items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ email: chief, role: "admin", configured: true }),
        expect.objectContaining({ email: viewer.email, role: "viewer", configured: false }),
      ]),
    );
  });

  test("is required on every route for operators", async () => {
    const { owner, tenantId } = await aWorkspace();
    for (const operation of ["listOperators", "listAllTenants", "listAudit", "listDeadLetters"])
      expect((await owner.call(operation)).status).toBe(403);
    expect((await owner.call("inspectTenant", { params: { tenantId } })).status).toBe(403);
  });

  test("permits what its rank permits and no more", async () => {
    const viewer = await anOperator("viewer");
    const manager = await anOperator("manager");
    const { tenantId } = await aWorkspace();
    const breaking = { params: { tenantId }, body: { reason: "a customer asked us to" } };
    expect((await viewer.call("breakGlass", breaking)).status).toBe(403);
    expect((await viewer.call("redriveDeadLetters")).status).toBe(403);
    expect((await manager.call("redriveDeadLetters")).body).toEqual({ redriven: 2 });
    const granting = { body: { email: viewer.email, role: "admin" } };
    expect((await manager.call("grantOperator", granting)).status).toBe(403);
  });

  test("can be revoked at once, except one's own and that of a configured user", async () => {
    const chiefs = await theChief();
    const admin = await anOperator("admin");
    const viewer = await anOperator("viewer");
    const revoke = (by: Caller, { userId }: Caller) => by.call("revokeOperator", { params: { userId } });
    expect((await revoke(admin, chiefs)).status).toBe(409);
    expect((await revoke(admin, admin)).status).toBe(409);
    expect((await revoke(admin, viewer)).status).toBe(204);
    expect((await viewer.call("listAllTenants")).status).toBe(403);
    expect((await revoke(admin, viewer)).status).toBe(404);
  });
});

describe("inspecting tenants", () => {
  test("lists all tenants in pages, without their goals", async () => {
    const [first, second] = [await aWorkspace(), await aWorkspace()];
    const viewer = await anOperator("viewer");
    const page = await viewer.call("listAllTenants", { query: { limit: "1" } });
    const { items, cursor = "" } = page.body as { items: { tenantId: string }[]; cursor?: string };
    expect(items.map(({ tenantId }) => tenantId)).toEqual([second.tenantId]);
    const next = await viewer.call("listAllTenants", { query: { limit: "1", cursor } });
    expect(JSON.stringify(next.body)).toContain(first.tenantId);
    expect(JSON.stringify([page.body, next.body])).not.toContain("secret goal");
  });

  test("shows the parts of a squadhub, but no task token", async () => {
    const { tenantId } = await aWorkspace();
    const viewer = await anOperator("viewer");
    const { body } = await viewer.call("inspectTenant", { params: { tenantId } });
    expect(body).toMatchObject({ tenantId, squadhub: { revision: 1, cell: { cluster: "test" } } });
    expect(JSON.stringify(body)).not.toMatch(/taskToken|goal/);
  });

  test("answers 404 for an unknown workspace", async () => {
    const viewer = await anOperator("viewer");
    const tenantId = "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z";
    expect((await viewer.call("inspectTenant", { params: { tenantId } })).status).toBe(404);
  });

  test("shows failed runs of all tenants with evidence that customers do not see", async () => {
    const { owner, tenantId, runId } = await aWorkspace();
    await asSystem(tenantId, async () => {
      const evidence = { step: "StartService", error: "E", cause: "C", exitCode: 78, logs: ["bad config"] };
      await Run.fail(runId, { stage: "StartService", code: "internal", message: "It failed" }, evidence);
      await Run.finish(runId, { status: "rollback_incomplete", left: ["CreateRole"] });
    });
    const viewer = await anOperator("viewer");
    const seen = { runId, left: ["CreateRole"], evidence: { exitCode: 78, logs: ["bad config"] } };
    for (const call of [
      () => viewer.call("listFailedRuns", { query: { limit: "1" } }),
      () => viewer.call("inspectRuns", { params: { tenantId } }),
    ])
      expect((await call()).body).toMatchObject({ items: [seen] });
    const { body } = await owner.call("getRun", { params: { tenantId, runId } });
    expect(JSON.stringify(body)).not.toContain("bad config");
  });

  test("shows the state of lanes and how many notifications are pending, but not their content", async () => {
    const { tenantId } = await aWorkspace();
    await asSystem(tenantId, () => Notification.notify({ agentId: "inky", content: "for inky's eyes only" }));
    const viewer = await anOperator("viewer");
    const { body } = await viewer.call("inspectLanes", { params: { tenantId } });
    const { items } = body as { items: { agentId: string }[] };
    expect(items).toHaveLength(4);
    expect(items.find(({ agentId }) => agentId === "inky")).toEqual({
      agentId: "inky",
      state: "flowing",
      attempt: 0,
      pending: 1,
    });
    expect((await viewer.call("listDeadLetters")).body).toMatchObject({ items: [{ id: "1", receives: 8 }] });
  });
});

describe("break-glass", () => {
  const reason = "the customer's ticket 4711";
  const open = (by: Caller, tenantId: string) =>
    by.call("breakGlass", { params: { tenantId }, body: { reason } });

  test("lets the operator read one workspace for an hour, and change nothing", async () => {
    const { owner, tenantId } = await aWorkspace();
    const other = await aWorkspace();
    const manager = await anOperator("manager");
    const look = (id: string) => manager.call("listTasks", { params: { tenantId: id } });
    const made = await owner.call("createTask", { params: { tenantId }, body: { title: "Plan" } });
    expect(made.status).toBe(201);
    expect((await look(tenantId)).status).toBe(404);

    expect((await open(manager, tenantId)).status).toBe(201);
    expect((await look(tenantId)).body).toMatchObject({ items: [{ title: "Plan" }] });
    expect((await look(other.tenantId)).status).toBe(404);
    const writing = { params: { tenantId }, body: { title: "Mine" } };
    expect((await manager.call("createTask", writing)).status).toBe(404);
    expect((await manager.call("provisionTenant", { params: { tenantId } })).status).toBe(404);

    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3600_000 - 5_000 });
    try {
      expect((await look(tenantId)).status).toBe(200);
      vi.setSystemTime(Date.now() + 10_000);
      expect((await look(tenantId)).status).toBe(404);
    } finally {
      vi.useRealTimers();
    }
  });

  test("is shown in the tenant's feed with its reason, and each read in the account's audit log", async () => {
    const { owner, tenantId } = await aWorkspace();
    const manager = await anOperator("manager");
    await open(manager, tenantId);
    await manager.call("listTasks", { params: { tenantId } });
    const feed = await owner.call("listActivities", { params: { tenantId } });
    expect(feed.body).toMatchObject({
      items: [{ type: "break_glass", message: expect.stringContaining(reason) }],
    });
    const { accountId } = owner;
    const { body } = await owner.call("listAccountAudit", { params: { accountId } });
    expect(body).toMatchObject({ items: [{ action: "listTasks", by: { type: "operator" }, tenantId }] });
  });

  test("ends with the operator's role", async () => {
    const { tenantId } = await aWorkspace();
    const manager = await anOperator("manager");
    await open(manager, tenantId);
    const { userId } = manager;
    await (await theChief()).call("revokeOperator", { params: { userId } });
    expect((await manager.call("listTasks", { params: { tenantId } })).status).toBe(404);
  });

  test("needs a reason of ten characters", async () => {
    const { tenantId } = await aWorkspace();
    const manager = await anOperator("manager");
    const short = { params: { tenantId }, body: { reason: "because   " } };
    expect((await manager.call("breakGlass", short)).status).toBe(400);
  });
});

test("a narrowed member cannot reach another workspace of the account", async () => {
  const { owner, tenantId } = await aWorkspace();
  const { accountId } = owner;
  const { tenant: hidden } = await asMember(owner, () => Tenant.create({ name: `shop-${++names}` }));
  const guest = await aCaller("Gus");
  const invited = await owner.call("createInvitation", {
    params: { accountId },
    body: { email: guest.email, role: "member", tenantIds: [tenantId] },
  });
  expect(invited.status).toBe(201);
  const mail = domain.current.mails.findLast(({ to }) => to === guest.email);
  const token = /#(\S+)/.exec(mail?.text ?? "")?.[1];
  expect((await guest.call("acceptInvitation", { body: { token } })).status).toBe(200);
  expect((await guest.call("listTasks", { params: { tenantId } })).status).toBe(200);
  expect((await guest.call("listTasks", { params: { tenantId: hidden.tenantId } })).status).toBe(404);
  const { body } = await guest.call("listTenants", { params: { accountId } });
  expect((body as { items: unknown[] }).items).toMatchObject([{ tenantId }]);
});
