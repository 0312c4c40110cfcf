// A workflow is added by its definition and its step functions, and nowhere else. Three are added here to the definitions;
// everything else is the product as it is: the builder, the engine, the API, the runs.
import { glob, readFile } from "node:fs/promises";
import { beforeEach, expect, test, vi } from "vitest";
import type { OperatorRole, Role } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Operator from "../../core/operator/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import type { WorkflowDefinition } from "../../core/workflow/definition.ts";
import { definitions, type WorkflowName } from "../../core/workflow/definitions.ts";
import { handler as startRun } from "../../functions/consumers/start-run.ts";
import { workflowFunctions } from "../../functions/provisioning/index.ts";
import { step } from "../../functions/provisioning/step.ts";
import { createWorkflows, type LocalWorkflows } from "../../local/workflows.ts";
import type { SquadhubDriver } from "../../platform/types/squadhubs.ts";
import { machines } from "../../workflows/index.ts";
import { routeOf } from "../support/api-call.ts";
import { aCaller, type Caller, signedIn, useApi } from "../support/api-people.ts";
import { aMember, aPerson, asMember, asPerson, asSystem } from "../support/domain.ts";

const { added } = vi.hoisted(() => {
  const notice = { title: "{workspace}", text: "" };
  const common = {
    comment: "Compact the files of a squadhub that sleeps",
    from: ["sleeping"],
    during: "maintenance",
    revertible: true,
    steps: [
      { name: "CompactStorage", label: "Compacting its files", timeoutSeconds: 60, undo: true },
      { name: "FallAsleep", label: "Going back to sleep", timeoutSeconds: 30, undo: false },
    ],
    failureNote: "Your files are as they were.",
    label: "Compact",
    headlines: {
      ...{ running: notice, succeeded: notice, held: notice },
      ...{ rolling_back: notice, failed: notice, rollback_incomplete: notice },
    },
    operators: { label: "Compact", text: "Compacts the squadhub's files." },
  } as const;
  const request = { path: "compact", operationId: "compactTenant", summary: "Compact the squadhub's files" };
  return {
    added: {
      compact: { ...common, startedBy: "owner", request },
      inspect: { ...common, startedBy: "operator" },
      migrate: { ...common, startedBy: "service" },
    } satisfies Record<string, WorkflowDefinition>,
  };
});

vi.mock("../../core/workflow/maintenance.ts", async (load) => {
  const { maintenance } = await load<typeof import("../../core/workflow/maintenance.ts")>();
  return { maintenance: { ...maintenance, ...added } };
});

let engine: LocalWorkflows;
const undone = vi.fn(async () => undefined);
const compacted = vi.fn(async () => undefined);
const functions: Record<string, unknown> = {
  ...workflowFunctions,
  CompactStorage: step({ do: compacted, undo: undone }),
};

const domain = useApi({
  workflows: {
    start: (workflow, name, input) => engine.start(workflow, name, input),
    succeed: (token, output) => engine.succeed(token, output),
    fail: (token, error, cause) => engine.fail(token, error, cause),
  },
  squadhubs: {
    describeService: async () => ({ running: false, logs: [] }),
  } as Partial<SquadhubDriver> as SquadhubDriver,
});

let owner: Caller;
let params: { tenantId: string };
let workspaces = 0;

beforeEach(async () => {
  vi.resetAllMocks();
  engine = createWorkflows({
    store: domain.current.engine.store,
    definitions: machines,
    invoke: (name, payload) => (functions[name] as (event: unknown) => Promise<unknown>)(payload),
    onEnd: async () => undefined,
    timeScale: 0.001,
  });
  owner = await aCaller("Olga");
  workspaces += 1;
  const { tenant } = await asMember(owner, () => Tenant.create({ name: `sleeper-${workspaces}` }));
  params = { tenantId: tenant.tenantId };
  await asSystem(tenant.tenantId, async () => {
    await Squadhub.createRecord({ account: "test", region: "test", cluster: "test", fileSystem: "test" });
    await Lifecycle.settle("sleeping");
  });
});

const signInAs = async (role: Role) => signedIn(await aMember(owner.accountId, role));
async function anOperator(role: OperatorRole): Promise<Caller> {
  const person = await aPerson("Op");
  await asPerson(owner, () => Operator.grant({ email: person.email, role }));
  return signedIn(person);
}
const startableFor = async ({ call }: Caller) =>
  ((await call("getTenant", { params })).body as Tenant.Tenant).startable as string[];

/** Starts the workflow by its own request, as the change of the table does, and waits until its execution has ended. */
async function runCompact(): Promise<Run.Run> {
  const { tenantId } = params;
  const started = await owner.call("compactTenant", { params });
  expect(started).toMatchObject({ status: 202, body: { workflow: "compact", status: "pending" } });
  const { runId } = started.body as Run.Run;
  await startRun({ detail: { tenantId, runId, workflow: "compact" } } as Parameters<typeof startRun>[0]);
  await engine.idle();
  return asSystem(tenantId, () => Run.get(runId));
}

test("runs its steps under their labels when a person starts it by its request", async () => {
  const run = await runCompact();

  expect(compacted).toHaveBeenCalledOnce();
  expect(run).toMatchObject({
    status: "succeeded",
    stages: [
      { name: "CompactStorage", label: "Compacting its files", status: "done" },
      { name: "FallAsleep", label: "Going back to sleep", status: "done" },
    ],
  });
  expect(await asSystem(params.tenantId, Tenant.current)).toMatchObject({ status: "sleeping" });
});

test("undoes a failed run, explains it in the definition's words and leaves the workspace as before", async () => {
  compacted.mockRejectedValue(new Error("no space"));

  const run = await runCompact();

  expect(undone).toHaveBeenCalledOnce();
  expect(run).toMatchObject({
    status: "failed",
    stages: [{ status: "undone" }, { status: "pending" }],
    error: {
      stage: "CompactStorage",
      message: expect.stringMatching(/compacting its files.* Your files are as they were\./),
    },
  });
  expect(await asSystem(params.tenantId, Tenant.current)).toMatchObject({ status: "sleeping" });
});

test("gives its request the role that the definition names, and offers it to nobody below", async () => {
  expect(routeOf("compactTenant").route).toMatchObject({
    path: "/t/{tenantId}/compact",
    summary: "Compact the squadhub's files",
    access: { kind: "tenant", role: "owner", machine: false },
  });
  const admin = await signInAs("admin");
  expect(await startableFor(owner)).toContain("compact");
  expect(await startableFor(admin)).not.toContain("compact");
  expect(await admin.call("compactTenant", { params })).toMatchObject({ status: 403 });
});

test("is offered only in the statuses that it starts from", async () => {
  await asSystem(params.tenantId, () => Lifecycle.settle("active"));
  expect(await startableFor(owner)).not.toContain("compact");
  expect(await owner.call("compactTenant", { params })).toMatchObject({
    status: 409,
    body: { detail: "The workspace is active. This is possible when it is sleeping." },
  });
});

test("is started by operators alone, or by the service alone, where the definition says so", async () => {
  const manager = await anOperator("manager");
  const offered = async ({ call }: Caller) =>
    ((await call("inspectTenant", { params })).body as Tenant.Tenant).startable as string[];
  expect(await offered(manager)).toEqual(expect.arrayContaining(["compact", "inspect"]));
  expect(await offered(manager)).not.toContain("migrate");
  expect(await offered(await anOperator("viewer"))).toEqual([]);
  expect(await startableFor(owner)).not.toContain("inspect");

  const start = (workflow: string) => manager.call("startRun", { params, body: { workflow } });
  expect(await start("migrate")).toMatchObject({ status: 400 });
  expect(await start("inspect")).toMatchObject({ status: 202, body: { workflow: "inspect" } });
});

test("names only workflows that there are as the way to repeat a failed run", () => {
  for (const { retryWith } of Object.values(definitions))
    expect(Object.keys(definitions)).toContain(retryWith ?? "provision");
});

test("is named nowhere else: no other source file of the product lists the workflows", async () => {
  const listed: WorkflowName = "backupAtRest";
  const rooms = "{core,events,functions,workflows,platform,infra,local,squadhub,cli,web/src}";
  const files = await Array.fromAsync(glob(`${rooms}/**/*.{ts,tsx}`));
  expect(files.length).toBeGreaterThan(100);
  const naming = await Promise.all(
    files.map(async (file) => ((await readFile(file, "utf8")).includes(listed) ? [file] : [])),
  );
  expect(naming.flat()).toEqual(["core/workflow/maintenance.ts"]);
});
