// `npm run demo`: the whole service without a person, on temporary state. It goes from sign-up to an agent's answer, then
// through a failed start that leaves nothing behind, to the end of the workspace. Prints a timeline; exits 0 on success.
import "../quiet.ts";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
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
  console.error(`--fail must be one of: ${requiredSteps.join(", ")}`);
  process.exit(2);
}
/** A real gateway takes half a minute to start on two cores; the first run also installs it. */
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
    `The service listens at ${cloud.url}, with ${kind === "stub" ? "stub gateways" : "real OpenClaw gateways"}`,
  );
  await tour(cloud, cli);
  say("Everything worked");
} catch (error) {
  say(`FAILED: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
} finally {
  await cloud?.stop();
  await rm(directory, { recursive: true, force: true });
}

async function tour(cloud: Cloud, cli: string): Promise<void> {
  const ada = await signUp(cloud, { name: "Ada", email: "ada@example.com" });
  say("Ada signed up with the code from her e-mail");
  const untouched = await takeInventory(cloud);

  const { tenant, run } = await ada.createTenant("acme", { goal: "Launch a newsletter" });
  const page = await ada.watch(tenant.tenantId);
  const made = await follow(ada, page, tenant.tenantId, run.runId);
  if (made.status !== "succeeded")
    throw new Error(`Provisioning ended ${made.status}: ${made.error?.message}`);
  say("The workspace acme is active");

  const secrets = await cloud.secrets.read(tenant.tenantId);
  const asAgent = { CLAWE_URL: cloud.url, SQUADHUB_TOKEN: secrets?.squadhubToken ?? "" };
  await work(ada, page, tenant.tenantId, (...args) => runCli(cli, args, asAgent));

  await failAndProveNothingIsLeft(cloud, ada);
  await takeDown(cloud, ada, page, tenant.tenantId);
  const left = leftSince(untouched, await takeInventory(cloud));
  if (left.length > 0) throw new Error(`The deleted workspace left this behind:\n${left.join("\n")}`);
  say("Nothing of acme is left");
}

/** Plans a task on the command line, and waits until the agent is notified and answers. */
async function work(
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
  const output = await clawe("task:plan", JSON.stringify(plan));
  const taskId = /tsk_\w+/.exec(output)?.[0] ?? "";
  say(`clawe task:plan: ${output}`);
  const plannedAt = performance.now();

  const path = { tenantId };
  const notification = await page.until(
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
  const ms = Date.parse(notification.settledAt ?? "") - Date.parse(notification.createdAt);
  say(`The notification reached Inky's session ${ms} ms after it was written`);
  detail(`[${notification.type}] ${notification.content.split("\n")[0]}`);

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
  say(`A second workspace, whose start is made to fail at ${failStep}:`);
  const { tenant, run } = await ada.createTenant("doomed");
  const page = await ada.watch(tenant.tenantId);
  const ended = await follow(ada, page, tenant.tenantId, run.runId);
  cloud.failAt(undefined);
  page.close();
  if (ended.status !== "failed") throw new Error(`Expected a failed run, got ${ended.status}`);
  detail(`The customer reads: ${ended.error?.message} (${ended.error?.stage}, ${ended.error?.code})`);
  const left = leftSince(before, await takeInventory(cloud));
  if (left.length > 0) throw new Error(`The failed start left this behind:\n${left.join("\n")}`);
  say("No process, directory, secret, schedule, name or item of it is left");
}

async function takeDown(cloud: Cloud, ada: Visitor, page: Watch, tenantId: string): Promise<void> {
  const run = await answer(ada.api.POST("/t/{tenantId}/deprovision", { params: { path: { tenantId } } }));
  await follow(ada, page, tenantId, run.runId);
  await cloud.workflows.idle();
  page.close();
  say("The workspace acme is deprovisioned");
}

/** Prints the stages of a run as they end, and returns the run when it is over. */
async function follow(ada: Visitor, page: Watch, tenantId: string, runId: string) {
  const printed = new Set<string>();
  return page.until(
    "the run to end",
    async () => {
      const { data: run } = await ada.api.GET("/t/{tenantId}/runs/{runId}", {
        params: { path: { tenantId, runId } },
      });
      // The runs of a deleted workspace are gone with it.
      if (!run) return { status: "succeeded" as const, error: undefined };
      for (const { name, label, status, startedAt, endedAt } of run.stages) {
        const line = `${name} ${status}`;
        if (!endedAt || printed.has(line)) continue;
        printed.add(line);
        const ms = Date.parse(endedAt) - Date.parse(startedAt ?? endedAt);
        say(`  ${status.padEnd(7)} ${name.padEnd(18)} ${`${ms} ms`.padStart(9)}  ${label}`);
      }
      return isOver(run) ? run : undefined;
    },
    patienceMs,
  );
}

async function runCli(cli: string, args: string[], env: Record<string, string>): Promise<string> {
  const options = { env: { ...env, PATH: process.env.PATH }, timeout: 30_000 };
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], options);
  return stdout.trim();
}
