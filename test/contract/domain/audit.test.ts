// The audit log: what it records, who may read it, that it has no secrets, and that it cannot be flooded.
import { Logger } from "@aws-lambda-powertools/logger";
import { describe, expect, test, vi } from "vitest";
import { MAX_DENIALS_PER_MINUTE } from "../../../core/audit/denials.ts";
import * as auditLog from "../../../core/audit/index.ts";
import { redact } from "../../../core/audit/redact.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { callApi } from "../../support/api-call.ts";
import { aCaller, aFreshToken, type Caller, useApi } from "../../support/api-people.ts";
import { aMember, asMember, asSystem } from "../../support/domain.ts";

const domain = useApi({ operators: ["chief-1@example.com"] });
let first: Promise<Caller> | undefined;
const theChief = () => (first ??= aCaller("Chief"));

type Entry = { action: string; outcome: string; by: Record<string, string> } & Record<string, unknown>;
const itemsOf = ({ body }: { body: unknown }) => (body as { items: Entry[] }).items;

/** The entries of one person, newest first. */
async function listEntries({ userId }: Caller): Promise<Entry[]> {
  const chief = await theChief();
  return itemsOf(await chief.call("listAudit", { query: { userId } }));
}

async function aTeam() {
  await theChief();
  const owner = await aCaller("Olga");
  const { accountId } = owner;
  return { owner, accountId, params: { accountId } };
}

let names = 0;
const aName = () => `log-${++names}`;

describe("the audit log records", () => {
  test("who changed an account, what, when and from where", async () => {
    const { owner, accountId, params } = await aTeam();
    const member = await aMember(accountId, "member");
    await owner.call("changeMember", {
      params: { ...params, userId: member.userId },
      body: { role: "viewer" },
      sourceIp: "198.51.100.7",
    });
    expect(await listEntries(owner)).toMatchObject([
      {
        action: "changeMember",
        outcome: "done",
        by: { type: "user", id: owner.userId, name: "Olga" },
        accountId,
        resources: { accountId, userId: member.userId },
        changes: { role: "viewer" },
        ip: "198.51.100.7",
        userAgent: "test",
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
  });

  test("the creation and settings of a workspace, but no daily work", async () => {
    const { owner, accountId } = await aTeam();
    const made = await owner.call("createTenant", { params: { accountId }, body: { name: aName() } });
    const { tenantId } = (made.body as { tenant: { tenantId: string } }).tenant;
    const inIt = { params: { tenantId } };
    await owner.call("updateTenant", { ...inIt, body: { version: 1, timezone: "Asia/Tokyo" } });
    await owner.call("createTask", { ...inIt, body: { title: "daily" } });
    await owner.call("getTenant", inIt);
    const entries = await listEntries(owner);
    expect(entries.map(({ action }) => action)).toEqual(["updateTenant", "createTenant"]);
    expect(entries[1]).toMatchObject({ tenantId, accountId, resources: { tenantId } });
    const chief = await theChief();
    const ofTenant = itemsOf(await chief.call("listAudit", { query: { tenantId } }));
    expect(ofTenant.map(({ action }) => action)).toEqual(["updateTenant", "createTenant"]);
  });

  test("changes of a workspace's status by the service", async () => {
    const { owner, accountId, params } = await aTeam();
    const { tenant } = await asMember(owner, () => Tenant.create({ name: aName() }));
    await asSystem(tenant.tenantId, Lifecycle.announceActivation);
    await asSystem(tenant.tenantId, () => Lifecycle.settle("deleted"));
    expect(itemsOf(await owner.call("listAccountAudit", { params }))).toMatchObject([
      { action: "settleTenant", by: { type: "system" }, changes: { status: "deleted" }, accountId },
      { action: "settleTenant", changes: { status: "active" } },
    ]);
  });

  test("sign-ins and sign-outs", async () => {
    const token = await aFreshToken("the newcomer's");
    const { body } = await callApi("signIn", { token });
    await callApi("signOut", { token });
    const { userId } = body as { userId: string };
    const entries = await listEntries({ userId } as Caller);
    expect(entries.map(({ action }) => action)).toEqual(["signOut", "signIn"]);
    expect(entries[1]).toMatchObject({ by: { type: "user", id: userId, name: "New" } });
  });

  test("everything that operators do, including reads", async () => {
    const chief = await theChief();
    await chief.call("listAllTenants");
    await chief.call("grantOperator", { body: { email: "nobody@example.com", role: "viewer" } });
    expect((await listEntries(chief)).slice(0, 2)).toMatchObject([
      { action: "grantOperator", outcome: "failed", reason: "not_found", by: { type: "operator" } },
      { action: "listAllTenants", outcome: "done", by: { type: "operator" } },
    ]);
  });

  test("a repeated request only once", async () => {
    const { owner, params } = await aTeam();
    const once = { params, body: { name: "Once" }, headers: { "idempotency-key": "the-same-key" } };
    for (let i = 0; i < 2; i++) await owner.call("createAccount", { ...once, params: undefined });
    expect((await listEntries(owner)).map(({ action }) => action)).toEqual(["createAccount"]);
  });
});

describe("refused requests", () => {
  test("are recorded for unknown callers, insufficient roles and other people's workspaces", async () => {
    const { owner, accountId, params } = await aTeam();
    const eve = await aCaller("Eve");
    const { tenant } = await asMember(owner, () => Tenant.create({ name: aName() }));
    const { tenantId } = tenant;
    expect((await eve.call("getTenant", { params: { tenantId } })).status).toBe(404);
    expect((await eve.call("listAllTenants")).status).toBe(403);
    expect((await callApi("getMe", { token: "rubbish", sourceIp: "203.0.113.1" })).status).toBe(401);
    expect(await listEntries(eve)).toMatchObject([
      { action: "listAllTenants", outcome: "denied", reason: "forbidden" },
      { action: "getTenant", outcome: "denied", reason: "not_found", tenantId },
    ]);
    const chief = await theChief();
    expect(itemsOf(await chief.call("listAudit", { query: { limit: "5" } }))).toContainEqual(
      expect.objectContaining({
        action: "getMe",
        outcome: "denied",
        by: { type: "public" },
        ip: "203.0.113.1",
      }),
    );
    // Only operators may read what strangers attempted, and who they are.
    expect(itemsOf(await owner.call("listAccountAudit", { params }))).toEqual([]);
    expect(accountId).toBe(owner.accountId);
  });

  test("are not recorded for missing resources in the caller's own account", async () => {
    const { owner, accountId } = await aTeam();
    const userId = "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z";
    const { status } = await owner.call("removeMember", { params: { accountId, userId } });
    expect(status).toBe(404);
    expect(await listEntries(owner)).toEqual([]);
  });

  test("are recorded without their bodies", async () => {
    const { owner, accountId } = await aTeam();
    const eve = await aCaller("Eve");
    const body = { name: "x".repeat(50) };
    await eve.call("renameAccount", { params: { accountId }, body });
    const [entry] = await listEntries(eve);
    expect(entry).toMatchObject({ action: "renameAccount", outcome: "denied" });
    expect(entry).not.toHaveProperty("changes");
    expect(owner.accountId).toBe(accountId);
  });

  test("are recorded up to a limit per minute and network address", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-05T10:00:10Z") });
    try {
      const knock = (sourceIp: string) => callApi("getMe", { token: "rubbish", sourceIp });
      for (let i = 0; i < MAX_DENIALS_PER_MINUTE + 5; i++)
        expect((await knock("2001:db8::1")).status).toBe(401);
      // One address of the same network, and one of another network.
      await knock("2001:db8::2");
      await knock("192.0.2.200");
      const { items } = await auditLog.listForOperators({ limit: 100 });
      const from = (ip: string) => items.filter((entry) => entry.ip === ip).length;
      expect(from("2001:db8::1")).toBe(MAX_DENIALS_PER_MINUTE);
      expect(from("2001:db8::2")).toBe(0);
      expect(from("192.0.2.200")).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("reading", () => {
  test("returns an account's entries in pages, to its own admins only", async () => {
    const { owner, accountId, params } = await aTeam();
    for (const name of ["One", "Two", "Three"]) await owner.call("renameAccount", { params, body: { name } });
    const page = await owner.call("listAccountAudit", { params, query: { limit: "2" } });
    const { cursor = "" } = page.body as { cursor?: string };
    expect(itemsOf(page).map(({ changes }) => changes)).toEqual([{ name: "Three" }, { name: "Two" }]);
    const rest = await owner.call("listAccountAudit", { params, query: { limit: "2", cursor } });
    expect(itemsOf(rest).map(({ changes }) => changes)).toEqual([{ name: "One" }]);

    const other = await aCaller("Otto");
    const theirs = { accountId: other.accountId };
    expect((await other.call("listAccountAudit", { params })).status).toBe(404);
    expect((await other.call("listAccountAudit", { params: theirs, query: { cursor } })).status).toBe(400);
    expect(accountId).not.toBe(other.accountId);
  });

  test("returns the entries of the given day", async () => {
    const chief = await theChief();
    const { body } = await chief.call("listAudit", { query: { day: "2020-02-02" } });
    expect(body).toEqual({ items: [] });
  });
});

describe("an entry", () => {
  test("has no secret", async () => {
    const { owner, params } = await aTeam();
    const guest = await aCaller("Gus");
    await owner.call("createInvitation", { params, body: { email: guest.email, role: "viewer" } });
    const token = /#(\S+)/.exec(domain.current.mails.at(-1)?.text ?? "")?.[1] ?? "";
    await guest.call("acceptInvitation", { body: { token } });
    const [entry] = await listEntries(guest);
    expect(entry).toMatchObject({ action: "acceptInvitation", changes: { token: "[redacted]" } });
    const { Items } = await domain.current.engine.call("Scan", { TableName: "clawe" });
    expect(JSON.stringify(Items)).not.toContain(token);
  });

  test("is redacted and cut at every depth", () => {
    const seen = redact({
      apiKey: "1234",
      nested: [{ botToken: "x", note: "sqh.ten_1.abc", bot: "123456789:AAabcdef" }],
      long: "y".repeat(1000),
      deep: { a: { b: { c: { d: 1 } } } },
    });
    expect(seen).toEqual({
      apiKey: "[redacted]",
      nested: [{ botToken: "[redacted]", note: "[redacted]", bot: "[redacted]" }],
      long: `${"y".repeat(200)}…`,
      deep: { a: { b: { c: "[cut]" } } },
    });
  });

  test("stays for 400 days, and no function changes or removes it", async () => {
    const { owner, params } = await aTeam();
    await owner.call("renameAccount", { params, body: { name: "Kept" } });
    const { Items } = (await domain.current.engine.call("Scan", { TableName: "clawe" })) as {
      Items: Record<string, { S?: string; N?: string }>[];
    };
    const kept = Items.find(({ pk }) => pk?.S === `AUDIT#U#${owner.userId}`);
    const days = (Number(kept?.ttl?.N) - Date.now() / 1000) / 86_400;
    expect(Math.round(days)).toBe(400);
    expect(Object.keys(auditLog).sort()).toEqual(
      ["append", "auditEntry", "auditWrites", "listForAccount", "listForOperators", "operatorQuery"].sort(),
    );
  });

  test("that cannot be written does not fail the request", async () => {
    const { owner, params } = await aTeam();
    const { requestHandler } = domain.current.engine;
    const logged = vi.spyOn(Logger.prototype, "error").mockReturnValue(undefined);
    const handle = requestHandler.handle.bind(requestHandler);
    const refusing = vi.spyOn(requestHandler, "handle").mockImplementation((request, options) => {
      if (new TextDecoder().decode(request.body).includes("AUDIT#")) throw new Error("no room for the log");
      return handle(request, options);
    });
    const { status } = await owner.call("renameAccount", { params, body: { name: "Still" } });
    refusing.mockRestore();
    expect(status).toBe(200);
    expect(logged).toHaveBeenCalledWith("audit entry lost", expect.anything());
    logged.mockRestore();
    expect(await listEntries(owner)).toEqual([]);
  });
});
