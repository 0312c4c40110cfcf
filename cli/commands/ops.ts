// Commands for the people who run the service.
import { setTimeout as wait } from "node:timers/promises";
import { type Command, Option } from "commander";
import type { Schemas } from "../../client/index.ts";
import type { operations } from "../../client/schema.gen.ts";
import { asOperator } from "../action.ts";
import { allPages, type Caller } from "../connection.ts";
import {
  deadLettersText,
  executionsText,
  executionText,
  lanesText,
  parkedLanesText,
  runLine,
  runsText,
  runText,
  schedulesText,
  tenantsText,
  tenantText,
} from "../ops-format.ts";

type Run = Schemas["RunWithEvidence"];
type Start = operations["startRun"]["requestBody"]["content"]["application/json"];
type Workflow = Run["workflow"];

const POLL_MS = 1_000;
const PATIENCE_MS = 30 * 60_000;
/** Long lists stop after so many items: an older run is found through its workspace. */
const ENOUGH = 200;

const TENANT = "its id, ten_…";
const RUN = "its id, run_…";

/** Adds `ops`, and returns it. */
export function addOpsCommands(program: Command): Command {
  const ops = program
    .command("ops")
    .description("operate the service; sign in with clawe login first")
    .helpCommand(false);
  addTenants(ops);
  addDelivery(ops);
  addRuns(ops);
  addRunActions(ops);
  addExecutions(ops);
  return ops;
}

function addTenants(ops: Command): void {
  ops
    .command("tenants")
    .description("list all workspaces with their squadhubs, newest first")
    .action(
      asOperator(async ({ print, ...caller }) => {
        const items = await allPages(caller, (query) =>
          caller.api.GET("/ops/squadhubs", { params: { query } }),
        );
        print({ items }, () => tenantsText(items));
      }),
    );

  ops
    .command("tenant")
    .description("show a workspace and its squadhub's resources")
    .argument("<tenant>", TENANT)
    .action(
      asOperator(async ({ api, request, print }, tenantId: string) => {
        const params = { path: { tenantId } };
        print(await request(() => api.GET("/ops/tenants/{tenantId}", { params })), tenantText);
      }),
    );

  ops
    .command("schedules")
    .description("list a workspace's schedules, the next to fire first")
    .argument("<tenant>", TENANT)
    .action(
      asOperator(async ({ api, request, print }, tenantId: string) => {
        const params = { path: { tenantId } };
        const found = await request(() => api.GET("/ops/tenants/{tenantId}/schedules", { params }));
        print(found, ({ items }) => schedulesText(items));
      }),
    );
}

function addDelivery(ops: Command): void {
  ops
    .command("lanes")
    .description("list the parked lanes of all workspaces, or all lanes of one workspace")
    .argument("[tenant]", TENANT)
    .action(
      asOperator(async ({ print, ...caller }, tenantId: string | undefined) => {
        const { api, request } = caller;
        if (tenantId) {
          const params = { path: { tenantId } };
          const found = await request(() => api.GET("/ops/tenants/{tenantId}/lanes", { params }));
          return print(found, ({ items }) => lanesText(items));
        }
        const items = await allPages(caller, (query) => api.GET("/ops/lanes", { params: { query } }));
        print({ items }, () => parkedLanesText(items));
      }),
    );

  ops
    .command("dead-letters")
    .description("list the doorbells that were given up")
    .option("--redrive", "ring all of them again")
    .action(
      asOperator(async ({ api, request, print }, { redrive }: { redrive?: true }) => {
        if (redrive) {
          const done = await request((header) =>
            api.POST("/ops/dead-letters/redrive", { params: { header } }),
          );
          return print(done, ({ redriven }) => `Rang ${redriven} again`);
        }
        print(await request(() => api.GET("/ops/dead-letters")), ({ items }) => deadLettersText(items));
      }),
    );
}

function addRuns(ops: Command): void {
  ops
    .command("runs")
    .description("list runs that are under way, held or have leftovers, or that failed recently")
    .option("--tenant <tenant>", "runs of one workspace; all of them, unless --open or --failed is given")
    .addOption(new Option("--open", "under way, held or with leftovers").conflicts("failed"))
    .option("--failed", "failed in the last 90 days")
    .action(
      asOperator(async ({ print, ...caller }, options: RunsOptions) => {
        const items = await runsOf(caller, options);
        print({ items }, () => runsText(items));
      }),
    );

  ops
    .command("run")
    .description("show a run: its stages, the evidence of a failure, its leftovers")
    .argument("<tenant>", TENANT)
    .argument("<run>", RUN)
    .action(
      asOperator(async ({ print, ...caller }, tenantId: string, runId: string) => {
        print(await runOf(caller, { tenantId, runId }), runText);
      }),
    );
}

const holdCommands = [
  {
    name: "hold",
    description: "if the run fails, hold it before it is undone, for up to 72 hours",
    post: ({ api }: Caller, params: HoldParams) =>
      api.POST("/ops/tenants/{tenantId}/runs/{runId}/hold", { params }),
    outcome: "will be held if it fails",
  },
  {
    name: "release",
    description: "let a held run be undone",
    post: ({ api }: Caller, params: HoldParams) =>
      api.POST("/ops/tenants/{tenantId}/runs/{runId}/release", { params }),
    outcome: "is released",
  },
];
interface HoldParams {
  path: { tenantId: string; runId: string };
  header: { "Idempotency-Key": string };
}

function addRunActions(ops: Command): void {
  ops
    .command("start")
    .description("start a workflow for a workspace: provision, sleep, wake, restart, …")
    .argument("<tenant>", TENANT)
    .argument("<workflow>")
    .option("--hold", "if it fails, hold it before it is undone, for up to 72 hours")
    .option("--backup <backup>", "the backup to restore")
    .option("--wait", "wait until it has ended, and fail unless it succeeded")
    .action(
      asOperator(async ({ print, ...caller }, tenantId: string, workflow: string, options: StartOptions) => {
        const { hold = false, backup } = options;
        // The API knows the workflows and names them.
        const body = { workflow, hold, ...(backup ? { backupId: backup } : {}) } as Start;
        const started = await caller.request((header) =>
          caller.api.POST("/ops/tenants/{tenantId}/runs", { params: { path: { tenantId }, header }, body }),
        );
        if (!options.wait) return print(started, (run) => `Started ${runLine(run)}`);
        const run = await waitForEnd(caller, started);
        print(run, runText);
        if (run.status !== "succeeded") throw new Error(`The run ended with status ${run.status}.`);
      }),
    );

  for (const { name, description, post, outcome } of holdCommands)
    ops
      .command(name)
      .description(description)
      .argument("<tenant>", TENANT)
      .argument("<run>", RUN)
      .action(
        asOperator(async ({ print, ...caller }, tenantId: string, runId: string) => {
          const run = await caller.request((header) => post(caller, { path: { tenantId, runId }, header }));
          print(run, () => `${run.runId} ${outcome}`);
        }),
      );

  ops
    .command("reap")
    .description("do now what the reaper does every night")
    .action(
      asOperator(async ({ api, request, print }) => {
        const done = await request((header) => api.POST("/ops/reap", { params: { header } }));
        print(done, (counts) =>
          Object.entries(counts)
            .map(([what, count]) => `${what}: ${count}`)
            .join("\n"),
        );
      }),
    );
}

interface RunsOptions {
  tenant?: string;
  open?: true;
  failed?: true;
}
interface StartOptions {
  hold?: true;
  backup?: string;
  wait?: true;
}

async function runsOf(caller: Caller, { tenant, open, failed }: RunsOptions): Promise<Run[]> {
  const { api } = caller;
  if (tenant && !open && !failed) {
    const path = { tenantId: tenant };
    return allPages(
      caller,
      (query) => api.GET("/ops/tenants/{tenantId}/runs", { params: { path, query } }),
      ENOUGH,
    );
  }
  const items = await allPages(
    caller,
    (query) => api.GET(failed ? "/ops/runs/failed" : "/ops/runs/open", { params: { query } }),
    ENOUGH,
  );
  return tenant ? items.filter(({ tenantId }) => tenantId === tenant) : items;
}

const runOf = ({ api, request }: Caller, path: { tenantId: string; runId: string }): Promise<Run> =>
  request(() => api.GET("/ops/tenants/{tenantId}/runs/{runId}", { params: { path } }));

/** Polls until the run has ended or is held. Throws an `Error` after half an hour. */
async function waitForEnd(caller: Caller, { tenantId, runId }: Schemas["Run"]): Promise<Run> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const run = await runOf(caller, { tenantId, runId });
    if (!["pending", "running", "rolling_back"].includes(run.status)) return run;
    if (Date.now() > deadline)
      throw new Error(
        `${runId} is still ${run.status} after half an hour. See clawe ops run ${tenantId} ${runId}.`,
      );
    await wait(POLL_MS);
  }
}

function addExecutions(ops: Command): void {
  ops
    .command("executions")
    .description("list the state machines' executions, newest first")
    .argument("[workflow]", "only this workflow's")
    .action(
      asOperator(async ({ print, ...caller }, workflow: Workflow | undefined) => {
        const items = await allPages(
          caller,
          ({ cursor }) => caller.api.GET("/ops/executions", { params: { query: { workflow, cursor } } }),
          ENOUGH,
        );
        print({ items }, () => executionsText(items));
      }),
    );

  ops
    .command("execution")
    .description("show an execution: every state it entered, with retries and errors")
    .argument("<workflow>")
    .argument("<name>", "the run's id")
    .action(
      asOperator(async ({ api, request, print }, workflow: Workflow, name: string) => {
        const params = { path: { workflow, name } };
        print(await request(() => api.GET("/ops/executions/{workflow}/{name}", { params })), executionText);
      }),
    );
}
