// For the people who run the service: what stands how, and what can be done about it.
import { setTimeout as wait } from "node:timers/promises";
import { type Command, Option } from "commander";
import type { Schemas } from "../../client/index.ts";
import { allPages } from "../../client/pages.ts";
import type { operations } from "../../client/schema.gen.ts";
import { type Caller, connectAsPerson } from "../connection.ts";
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
import { print } from "../output.ts";

type Run = Schemas["RunWithEvidence"];
type Start = operations["startRun"]["requestBody"]["content"]["application/json"];
type Workflow = Run["workflow"];

const LOOK_AGAIN_MS = 1_000;
const PATIENCE_MS = 30 * 60_000;
/** A list that goes on is cut here: what failed a thousand runs ago is found by its workspace. */
const MOST = 200;

/** Adds `ops`, and returns it. */
export function addOpsCommands(program: Command): Command {
  const ops = program
    .command("ops")
    .description("run the service: for its operators; begins with clawe login")
    .helpCommand(false);
  addLooking(ops);
  addRuns(ops);
  addExecutions(ops);
  return ops;
}

function addLooking(ops: Command): void {
  ops
    .command("tenants")
    .description("all workspaces with their squadhubs, newest first")
    .action(async (_options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const items = await allPages((cursor) =>
        ask(() => api.GET("/ops/squadhubs", { params: { query: { limit: 100, cursor } } })),
      );
      print(command, { items }, () => tenantsText(items));
    });

  ops
    .command("tenant")
    .description("one workspace and what its squadhub is made of")
    .argument("<tenant>", "its id, ten_…")
    .action(async (tenantId: string, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const found = await ask(() => api.GET("/ops/tenants/{tenantId}", { params: { path: { tenantId } } }));
      print(command, found, tenantText);
    });

  ops
    .command("lanes")
    .description(
      "the lanes of all workspaces that are parked; with a workspace, what waits for each of its agents",
    )
    .argument("[tenant]", "its id, ten_…")
    .action(async (tenantId: string | undefined, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      if (!tenantId) {
        const items = await allPages((cursor) =>
          ask(() => api.GET("/ops/lanes", { params: { query: { limit: 100, cursor } } })),
        );
        return print(command, { items }, () => parkedLanesText(items));
      }
      const found = await ask(() =>
        api.GET("/ops/tenants/{tenantId}/lanes", { params: { path: { tenantId } } }),
      );
      print(command, found, ({ items }) => lanesText(items));
    });

  ops
    .command("schedules")
    .description("the schedules of a workspace, the next to fire first")
    .argument("<tenant>", "its id, ten_…")
    .action(async (tenantId: string, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const found = await ask(() =>
        api.GET("/ops/tenants/{tenantId}/schedules", { params: { path: { tenantId } } }),
      );
      print(command, found, ({ items }) => schedulesText(items));
    });

  ops
    .command("dead-letters")
    .description("doorbells that were given up")
    .option("--redrive", "ring all of them again")
    .action(async ({ redrive }: { redrive?: true }, command: Command) => {
      const { api, ask } = connectAsPerson();
      if (redrive) {
        const done = await ask((header) => api.POST("/ops/dead-letters/redrive", { params: { header } }));
        print(command, done, ({ redriven }) => `Rang ${redriven} again`);
        return;
      }
      print(command, await ask(() => api.GET("/ops/dead-letters")), ({ items }) => deadLettersText(items));
    });
}

function addRuns(ops: Command): void {
  ops
    .command("runs")
    .description("runs that are under way, held, or left something; with --failed those that failed lately")
    .option("--tenant <tenant>", "of one workspace: all, unless --open or --failed is said")
    .addOption(new Option("--open", "under way, held, or something is left").conflicts("failed"))
    .option("--failed", "failed in the last 90 days")
    .action(async (options: { tenant?: string; open?: true; failed?: true }, command: Command) => {
      const items = await runsOf(connectAsPerson(), options);
      print(command, { items }, () => runsText(items));
    });

  ops
    .command("run")
    .description("one run: its stages, what was seen of a failure, what is left")
    .argument("<tenant>", "its id, ten_…")
    .argument("<run>", "its id, run_…")
    .action(async (tenantId: string, runId: string, _options: object, command: Command) => {
      print(command, await runOf(connectAsPerson(), { tenantId, runId }), runText);
    });

  ops
    .command("start")
    .description("start a workflow for a workspace: provision, sleep, wake, restart, …")
    .argument("<tenant>", "its id, ten_…")
    .argument("<workflow>")
    .option("--hold", "should it fail, keep it as it is for up to 72 hours")
    .option("--backup <backup>", "what to restore")
    .option("--wait", "until it has ended; fails when it did not succeed")
    .action(async (tenantId: string, workflow: string, options: StartOptions, command: Command) => {
      const caller = connectAsPerson();
      const { hold = false, backup } = options;
      // The API knows which workflows there are, and names them.
      const body = { workflow, hold, ...(backup ? { backupId: backup } : {}) } as Start;
      const begun = await caller.ask((header) =>
        caller.api.POST("/ops/tenants/{tenantId}/runs", { params: { path: { tenantId }, header }, body }),
      );
      if (!options.wait) return print(command, begun, (run) => `Started ${runLine(run)}`);
      const run = await ended(caller, begun);
      print(command, run, runText);
      if (run.status !== "succeeded") throw new Error(`The run ended ${run.status}.`);
    });

  ops
    .command("hold")
    .description("should the run fail, keep it as it is for up to 72 hours")
    .argument("<tenant>", "its id, ten_…")
    .argument("<run>", "its id, run_…")
    .action(async (tenantId: string, runId: string, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const params = { path: { tenantId, runId } };
      const run = await ask((header) =>
        api.POST("/ops/tenants/{tenantId}/runs/{runId}/hold", { params: { ...params, header } }),
      );
      print(command, run, () => `${run.runId} is held if it fails`);
    });

  ops
    .command("release")
    .description("let a held run be undone")
    .argument("<tenant>", "its id, ten_…")
    .argument("<run>", "its id, run_…")
    .action(async (tenantId: string, runId: string, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const params = { path: { tenantId, runId } };
      const run = await ask((header) =>
        api.POST("/ops/tenants/{tenantId}/runs/{runId}/release", { params: { ...params, header } }),
      );
      print(command, run, () => `${run.runId} is released`);
    });

  ops
    .command("reap")
    .description("finish now what the reaper would tonight")
    .action(async (_options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const done = await ask((header) => api.POST("/ops/reap", { params: { header } }));
      print(command, done, (counts) =>
        Object.entries(counts)
          .map(([what, count]) => `${what}: ${count}`)
          .join("\n"),
      );
    });
}

interface StartOptions {
  hold?: true;
  backup?: string;
  wait?: true;
}

async function runsOf(
  { api, ask }: Caller,
  { tenant, open, failed }: { tenant?: string; open?: true; failed?: true },
): Promise<Run[]> {
  const page = (cursor: string | undefined) => {
    const query = { limit: 100, cursor };
    if (tenant && !open && !failed)
      return ask(() =>
        api.GET("/ops/tenants/{tenantId}/runs", { params: { path: { tenantId: tenant }, query } }),
      );
    return failed
      ? ask(() => api.GET("/ops/runs/failed", { params: { query } }))
      : ask(() => api.GET("/ops/runs/open", { params: { query } }));
  };
  const items = await allPages(page, MOST);
  return tenant ? items.filter(({ tenantId }) => tenantId === tenant) : items;
}

const runOf = ({ api, ask }: Caller, path: { tenantId: string; runId: string }): Promise<Run> =>
  ask(() => api.GET("/ops/tenants/{tenantId}/runs/{runId}", { params: { path } }));

/** Looks again until the run has ended, or waits for an operator. */
async function ended(caller: Caller, { tenantId, runId }: Schemas["Run"]): Promise<Run> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const run = await runOf(caller, { tenantId, runId });
    if (!["pending", "running", "rolling_back"].includes(run.status)) return run;
    if (Date.now() > deadline)
      throw new Error(
        `${runId} is still ${run.status} after half an hour. See clawe ops run ${tenantId} ${runId}.`,
      );
    await wait(LOOK_AGAIN_MS);
  }
}

function addExecutions(ops: Command): void {
  ops
    .command("executions")
    .description("executions of the state machines, newest first")
    .argument("[workflow]", "of this one only")
    .action(async (workflow: Workflow | undefined, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const items = await allPages(
        (cursor) => ask(() => api.GET("/ops/executions", { params: { query: { workflow, cursor } } })),
        MOST,
      );
      print(command, { items }, () => executionsText(items));
    });

  ops
    .command("execution")
    .description("one execution: every state it was in, with tries and errors")
    .argument("<workflow>")
    .argument("<name>", "the run's id")
    .action(async (workflow: Workflow, name: string, _options: object, command: Command) => {
      const { api, ask } = connectAsPerson();
      const params = { path: { workflow, name } };
      const found = await ask(() => api.GET("/ops/executions/{workflow}/{name}", { params }));
      print(command, found, executionText);
    });
}
