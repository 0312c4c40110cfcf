// What operators inspect: executions, schedules and squadhubs of all workspaces.
import { describe, expect, test } from "vitest";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import type { Schedule } from "../../../platform/types/schedules.ts";
import type { Execution } from "../../../platform/types/workflows.ts";
import { machines } from "../../../workflows/index.ts";
import { aCaller, type Caller, useApi } from "../../support/api-people.ts";
import { asMember, asSystem } from "../../support/domain.ts";

const token = "AQCcAAAAKgAAAAMAAAAA";
const begun = (workflow: Execution["workflow"], name: string, startedAt: string): Execution => ({
  ...{ workflow, name, startedAt, status: "SUCCEEDED" },
  input: { tenantId: "ten_x", runId: name },
});
const known = [
  begun("provision", "run_3", "2026-05-01T12:00:03.000Z"),
  begun("sleep", "run_2", "2026-05-01T12:00:02.000Z"),
  begun("provision", "run_1", "2026-05-01T12:00:01.000Z"),
];
const scheduled: Schedule[] = [];

const domain = useApi({
  operators: ["chief-1@example.com"],
  executions: {
    list: async (workflows, { limit, before }) =>
      known
        .filter(
          ({ workflow, startedAt }) => workflows.includes(workflow) && startedAt < (before?.startedAt ?? "3"),
        )
        .slice(0, limit),
    async find(workflow, name) {
      const found = known.find((each) => each.workflow === workflow && each.name === name);
      if (!found) return undefined;
      const cause = JSON.stringify({ errorMessage: JSON.stringify({ taskToken: token, said: "no" }) });
      const at = found.startedAt;
      return {
        ...found,
        cause,
        definition: machines.provision,
        visits: [
          {
            ...{ state: "WaitForReady", type: "Task", enteredAt: at, retries: 1 },
            input: {
              tenantId: "ten_x",
              deep: { taskToken: token },
              said: ["Bearer eyJhbGciOi.eyJzdWIi.c2ln"],
            },
            errors: [{ error: "E", cause, at }],
          },
        ],
      };
    },
  },
  scheduleReader: { list: async () => scheduled },
});

let chief: Promise<Caller> | undefined;
const theChief = () => (chief ??= aCaller("Chief"));

describe("executions", () => {
  test.each<{ query: Record<string, string>; names: string[] }>([
    { query: {}, names: ["run_3", "run_2", "run_1"] },
    { query: { workflow: "provision" }, names: ["run_3", "run_1"] },
  ])("are listed in pages, for all workflows or for one: $query", async ({ query, names }) => {
    const { call } = await theChief();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await call("listExecutions", {
        query: { ...query, limit: "1", ...(cursor && { cursor }) },
      });
      const page = body as { items: object[]; cursor?: string };
      expect(page.items).toHaveLength(1);
      seen.push(...page.items);
      ({ cursor } = page);
    } while (cursor);
    expect(seen).toMatchObject(names.map((name) => ({ name, runId: name, tenantId: "ten_x" })));
  });

  test.each(["nonsense", Buffer.from('{"pk":"OPS"}').toString("base64url")])(
    "refuse a cursor of another list: %s",
    async (cursor) => {
      const { status, body } = await (await theChief()).call("listExecutions", { query: { cursor } });
      expect(status).toBe(400);
      expect(body).toMatchObject({ fields: [{ field: "query.cursor" }] });
    },
  );

  test("show their states and the state machine, but no tokens", async () => {
    const params = { workflow: "provision", name: "run_1" };
    const { status, body } = await (await theChief()).call("inspectExecution", { params });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${token}|eyJhbG`));
    expect(body).toMatchObject({
      visits: [
        {
          state: "WaitForReady",
          retries: 1,
          input: { tenantId: "ten_x", deep: { taskToken: "[redacted]" } },
        },
      ],
      machine: { startAt: "Begin" },
    });
    const { machine } = body as { machine: { states: { name: string; edges: unknown }[] } };
    expect(machine.states.find(({ name }) => name === "StartService")?.edges).toEqual([
      { to: "WaitForReady", kind: "next" },
      { to: "StartService failed", kind: "catch" },
    ]);
    expect(JSON.stringify(body)).toContain(String.raw`\"said\\\":\\\"no`);
  });

  test("answer 404 when the engine no longer has them", async () => {
    const params = { workflow: "sleep", name: "run_0" };
    expect((await (await theChief()).call("inspectExecution", { params })).status).toBe(404);
  });
});

async function aWorkspace(name: string): Promise<{ owner: Caller; tenantId: string }> {
  await theChief();
  const owner = await aCaller("Olga");
  const { tenant } = await asMember(owner, () => Tenant.create({ name, goal: "a secret goal" }));
  await asSystem(tenant.tenantId, async () => Squadhub.createRecord(await Tenant.reserve()));
  return { owner, tenantId: tenant.tenantId };
}

test("lists squadhubs of all workspaces that are not deleted, in pages, with state and memory but no content", async () => {
  const [gone, first, second] = [
    await aWorkspace("gone"),
    await aWorkspace("first"),
    await aWorkspace("second"),
  ];
  await asSystem(gone.tenantId, () => Lifecycle.settle("deleted"));
  await asSystem(first.tenantId, async () => {
    await Squadhub.reportReady({ bootId: "boot", version: "1.2.3", agents: ["main"] });
    await Squadhub.reportAlive({ bootId: "boot", memoryMb: 512 });
  });
  const { call } = await theChief();
  const pageOne = await call("listSquadhubs", { query: { limit: "1" } });
  expect(pageOne.body).toMatchObject({ items: [{ tenantId: second.tenantId, name: "second" }] });
  const { cursor = "" } = pageOne.body as { cursor?: string };
  const rest = await call("listSquadhubs", { query: { cursor } });
  expect(rest.body).toMatchObject({ items: [{ tenantId: first.tenantId, version: "1.2.3", memoryMb: 512 }] });
  expect(JSON.stringify([pageOne.body, rest.body])).not.toMatch(/secret goal|taskToken/);
});

test("lists schedules with their purpose and next time, the next one first", async () => {
  const { tenantId } = await aWorkspace("timely");
  const base = { group: tenantId, timezone: "Europe/Berlin", windowMinutes: 60 };
  scheduled.push(
    {
      ...{ ...base, name: "rtn_1", expression: "cron(0 9 1 1 ? 2098)" },
      target: { kind: "routine", tenantId, routineId: "rtn_1" },
    },
    {
      ...{ ...base, name: "lane-inky", expression: "at(2097-01-01T10:00:00)" },
      target: { kind: "lane", tenantId, agentId: "inky" },
    },
    { ...base, name: "idle", expression: "at(2020-01-01T10:00:00)", target: { kind: "idle", tenantId } },
  );
  const { body } = await (await theChief()).call("inspectSchedules", { params: { tenantId } });
  expect(body).toEqual({
    items: [
      expect.objectContaining({ kind: "lane", about: "inky", nextAt: "2097-01-01T09:00:00.000Z" }),
      expect.objectContaining({ kind: "routine", about: "rtn_1", nextAt: "2098-01-01T08:00:00.000Z" }),
      expect.not.objectContaining({ nextAt: expect.anything() }),
    ],
  });
});

test("gives a ticket for a workspace's changes to operators only", async () => {
  const { owner, tenantId } = await aWorkspace("watched");
  const { call } = await theChief();
  const made = await call("watchTenant", { params: { tenantId } });
  expect(made).toMatchObject({ status: 201, body: { ticket: expect.any(String) } });
  expect((await owner.call("watchTenant", { params: { tenantId } })).status).toBe(403);
  expect((await owner.call("getOwnOperator")).status).toBe(403);
  expect((await call("getOwnOperator")).body).toMatchObject({ name: "Chief", role: "admin" });
  expect(domain.current.rings).toEqual([]);
});
