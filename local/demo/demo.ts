// `npm run demo`: the main job without a person, on scratch state: from sign-up to an agent's answer, a start that
// fails and leaves nothing, and the end of the workspace. Prints a timeline; exits 0 when all of it held.
import "../quiet.ts";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { answer } from "../../client/index.ts";
import { definitions, type StepName } from "../../core/workflow/definitions.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { type Cloud, startCloud } from "../cloud.ts";
import { imageOf, modelOf, runtimeOf, squadhubKind } from "../runtime.ts";
import { leftSince, takeInventory } from "./inventory.ts";
import { isOver, signUp, type Visitor, type Watch } from "./visitor.ts";

const startedAt = performance.now();
const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(2).padStart(7);
const say = (line: string) => console.log(`${seconds()} s  ${line}`);
const detail = (line: string) => console.log(`           ${line}`);

const { values } = parseArgs({
  options: { squadhub: { type: "string" }, fail: { type: "string", default: "StartService" } },
});
const kind = squadhubKind(values.squadhub);
const requiredSteps = definitions.provision.steps
  .filter(({ optional }) => !optional)
  .map(({ name }) => name as StepName);
const failStep = requiredSteps.find((name) => name === values.fail);
if (!failStep) {
  console.error(`--fail takes a step whose failing fails the run: ${requiredSteps.join(", ")}`);
  process.exit(2);
}
/** A real gateway takes half a minute to start on two cores; a first run also installs it. */
const patienceMs = kind === "stub" ? 30_000 : 600_000;

const directory = await mkdtemp(join(tmpdir(), "clawe-demo-"));
let cloud: Cloud | undefined;
try {
  const { web, cli } = await ensureBuilt({ onProgress: say });
  const runtime = runtimeOf(kind, resolve(".clawe"), say);
  await runtime();
  cloud = await startCloud({
    directory,
    port: 0,
    runtime,
    image: () => imageOf(kind),
    model: modelOf(process.env),
    web,
    cli,
    report: (problem) => say(`! ${problem}`),
  });
  say(
    `the service listens at ${cloud.url}, with ${kind === "stub" ? "the stub gateway" : "real OpenClaw gateways"}`,
  );
  await tour(cloud, cli);
  say("everything held");
} catch (error) {
  say(`FAILED: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
} finally {
  await cloud?.stop();
  await rm(directory, { recursive: true, force: true });
}

async function tour(cloud: Cloud, cli: string): Promise<void> {
  const ada = await signUp(cloud, { name: "Ada", email: "ada@example.com" });
  say("Ada signed up with the code from her mail");
  const untouched = await takeInventory(cloud);

  const { tenant, run } = await ada.createTenant("acme", { goal: "Launch a newsletter" });
  const page = await ada.watch(tenant.tenantId);
  const made = await follow(ada, page, tenant.tenantId, run.runId);
  if (made.status !== "succeeded")
    throw new Error(`Provisioning ended ${made.status}: ${made.error?.message}`);
  say("the workspace acme is active");

  const secrets = await cloud.secrets.read(tenant.tenantId);
  const asAgent = { CLAWE_URL: cloud.url, SQUADHUB_TOKEN: secrets?.squadhubToken ?? "" };
  await work(cloud, ada, page, tenant.tenantId, (...args) => runCli(cli, args, asAgent));

  await failAndProveNothingIsLeft(cloud, ada);
  await takeDown(cloud, ada, page, tenant.tenantId);
  const left = leftSince(untouched, await takeInventory(cloud));
  if (left.length > 0) throw new Error(`The deleted workspace left behind:\n${left.join("\n")}`);
  say("nothing of acme is left");
}

/** A task is planned on the command line; the agent hears of it and answers. */
async function work(
  _cloud: Cloud,
  ada: Visitor,
  page: Watch,
  tenantId: string,
  clawe: (...args: string[]) => Promise<string>,
): Promise<void> {
  const plan = {
    title: "Write the first newsletter",
    description: "One page, friendly, about the launch.",
    by: "main",
    assignee: "inky",
    subtasks: [
      { title: "Draft the text", assign: "inky" },
      { title: "Draw the header", assign: "pixel" },
    ],
  };
  const said = await clawe("task:plan", JSON.stringify(plan));
  const taskId = /tsk_\w+/.exec(said)?.[0] ?? "";
  say(`clawe task:plan: ${said}`);
  const plannedAt = performance.now();

  const path = { tenantId };
  const told = await page.until(
    "the notification to be delivered",
    async () => {
      const { items } = await answer(
        ada.api.GET("/t/{tenantId}/agents/{agentId}/notifications", {
          params: { path: { ...path, agentId: "inky" } },
        }),
      );
      return items.find((each) => each.taskId === taskId && each.status === "delivered");
    },
    60_000,
  );
  const took = Date.parse(told.settledAt ?? "") - Date.parse(told.createdAt);
  say(`the notification reached Inky's session ${took} ms after it was written`);
  detail(`[${told.type}] ${told.content.split("\n")[0]}`);

  const comment = await page.until(
    "Inky's comment",
    async () => {
      const { items } = await answer(
        ada.api.GET("/t/{tenantId}/tasks/{taskId}/comments", { params: { path: { ...path, taskId } } }),
      );
      return items.find(({ by }) => by.id === "inky");
    },
    120_000,
  );
  say(`Inky answered ${((performance.now() - plannedAt) / 1000).toFixed(1)} s after the plan:`);
  detail(`“${comment.text}”`);
  console.log((await clawe("task:view", taskId)).replace(/^/gm, "           "));
}

async function failAndProveNothingIsLeft(cloud: Cloud, ada: Visitor): Promise<void> {
  const before = await takeInventory(cloud);
  cloud.failAt(failStep);
  say(`a second workspace, made to fail at ${failStep}:`);
  const { tenant, run } = await ada.createTenant("doomed");
  const page = await ada.watch(tenant.tenantId);
  const ended = await follow(ada, page, tenant.tenantId, run.runId);
  cloud.failAt(undefined);
  page.close();
  if (ended.status !== "failed") throw new Error(`Expected a failed run, got ${ended.status}`);
  detail(`the customer reads: ${ended.error?.message} (${ended.error?.stage}, ${ended.error?.code})`);
  const left = leftSince(before, await takeInventory(cloud));
  if (left.length > 0) throw new Error(`The failed start left behind:\n${left.join("\n")}`);
  say("no process, directory, secret, schedule, name or item of it is left");
}

async function takeDown(cloud: Cloud, ada: Visitor, page: Watch, tenantId: string): Promise<void> {
  const run = await answer(ada.api.POST("/t/{tenantId}/deprovision", { params: { path: { tenantId } } }));
  await follow(ada, page, tenantId, run.runId);
  await cloud.workflows.idle();
  page.close();
  say("the workspace acme is deprovisioned");
}

/** Prints the stages of a run as they come, and returns it when it has ended. */
async function follow(ada: Visitor, page: Watch, tenantId: string, runId: string) {
  const shown = new Set<string>();
  return page.until(
    "the run to end",
    async () => {
      const { data: run } = await ada.api.GET("/t/{tenantId}/runs/{runId}", {
        params: { path: { tenantId, runId } },
      });
      // A deleted workspace is gone, with its runs.
      if (!run) return { status: "succeeded" as const, error: undefined };
      for (const { name, label, status, startedAt, endedAt } of run.stages) {
        const line = `${name} ${status}`;
        if (!endedAt || shown.has(line)) continue;
        shown.add(line);
        const ms = Date.parse(endedAt) - Date.parse(startedAt ?? endedAt);
        say(`  ${status.padEnd(7)} ${name.padEnd(18)} ${`${ms} ms`.padStart(9)}  ${label}`);
      }
      return isOver(run) ? run : undefined;
    },
    patienceMs,
  );
}

function runCli(cli: string, args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...env, PATH: process.env.PATH },
      timeout: 30_000,
    });
    let out = "";
    let problem = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (problem += chunk));
    child.on("close", (code) =>
      code === 0 ? resolve(out.trim()) : reject(new Error(`clawe ${args[0]}: ${problem}`)),
    );
  });
}
