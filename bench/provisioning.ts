// How long a new workspace takes from the request until it is open, cold and from the warm pool, compared with the same
// gateway started alone in the same run.
import "../local/quiet.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { answer } from "../client/index.ts";
import { type Cloud, startCloud } from "../local/cloud.ts";
import { isOver, signUp, type Visitor } from "../local/demo/visitor.ts";
import { runtimeOf, type SquadhubKind, squadhubKind, startedAhead } from "../local/runtime.ts";
import { allowedEnvironment, type GatewayRuntime } from "../local/squadhub/gateway-command.ts";
import { definitionOf, launchGateway } from "../local/squadhub/gateway-launch.ts";
import { squadhubDirectory } from "../local/squadhub/squadhub-directory.ts";
import { ensureBuilt } from "../scripts/build.ts";
import { quantile, type Results, round } from "./results.ts";

const REPETITIONS: Record<SquadhubKind, number> = { stub: 7, openclaw: 3 };
/** Workspaces that are made beforehand, so that compiling code is not measured. Beside a real gateway it is negligible. */
const WARM_UP: Record<SquadhubKind, number> = { stub: 3, openclaw: 0 };
const TIMEOUT_MS = 600_000;
const log = (line: string) => console.log(line);

interface Runtimes {
  kind: SquadhubKind;
  runtime: () => Promise<GatewayRuntime>;
  /** The built web page and the bundled CLI. */
  web: string;
  cli: string;
}

/** One workspace: seconds in total and by stage. */
interface Provisioned {
  total: number;
  stages: Record<string, number>;
}

type Rows = Record<string, Record<string, number>>;

const median = (values: number[]) => quantile(values, 0.5);

async function withCloud<T>(
  { runtime, web, cli }: Runtimes,
  warmPool: number,
  work: (cloud: Cloud, visitor: Visitor) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-bench-"));
  const cloud = await startCloud({ directory, port: 0, runtime, warmPool, web, cli, report: log });
  try {
    return await work(cloud, await signUp(cloud, { name: "Ada", email: "ada@example.com" }));
  } finally {
    await cloud.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Starts the same gateway as a user would: seconds from the start of its process until it reports ready. */
async function startAlone(cloud: Cloud, { runtime, cli }: Runtimes): Promise<number> {
  const directory = squadhubDirectory(join(cloud.directory, "alone"), "gateway");
  const { size, agents } = startedAhead(1);
  const found = await runtime();
  const tokens = { gatewayToken: crypto.randomUUID(), hooksToken: crypto.randomUUID() };
  const { gateway, url } = await launchGateway({
    directory,
    runtime: found,
    role: { environment: allowedEnvironment },
    definition: definitionOf(found, { size }),
    tokens,
    agents,
    model: { kind: "offline", baseUrl: `${cloud.url}/model/v1` },
    cliBundle: cli,
  });
  const begun = performance.now();
  let ended = false;
  void gateway.exited.then(() => {
    ended = true;
  });
  while (!(await isReady(url))) {
    if (ended) throw new Error("The gateway ended before it was ready.");
    await delay(10);
  }
  const took = (performance.now() - begun) / 1000;
  await gateway.stop();
  await rm(directory.path, { recursive: true, force: true });
  return took;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // It does not listen yet.
  }
}

/** Makes a workspace and deletes it: seconds from the customer's request until their page shows that it is open. */
async function provision(cloud: Cloud, visitor: Visitor, name: string): Promise<Provisioned> {
  const begun = performance.now();
  const { tenant, run } = await visitor.createTenant(name);
  const { tenantId } = tenant;
  const page = await visitor.watch(tenantId);
  const params = { path: { tenantId, runId: run.runId } };
  const ended = await page.until(
    "the workspace to open",
    async () => {
      const current = await answer(visitor.api.GET("/t/{tenantId}/runs/{runId}", { params }));
      return isOver(current) ? current : undefined;
    },
    TIMEOUT_MS,
  );
  const total = (performance.now() - begun) / 1000;
  page.close();
  if (ended.status !== "succeeded") throw new Error(`${name} ended ${ended.status}: ${ended.error?.message}`);
  const secondsOf = ({ startedAt = "", endedAt = "" }) =>
    (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const stages = Object.fromEntries(ended.stages.map((stage) => [stage.name, secondsOf(stage)]));
  await answer(visitor.api.POST("/t/{tenantId}/deprovision", { params: { path: { tenantId } } }));
  await cloud.settled();
  await cloud.workflows.idle();
  return { total, stages };
}

interface Samples {
  /** Seconds of the gateway started alone. */
  alone: number[];
  cold: Provisioned[];
  warm: Provisioned[];
}

async function measure(runtimes: Runtimes): Promise<Samples> {
  const { kind } = runtimes;
  const turns = Array.from({ length: REPETITIONS[kind] }, (_, index) => index + 1);
  const samples: Samples = { alone: [], cold: [], warm: [] };
  await withCloud(runtimes, 0, async (cloud, visitor) => {
    for (let turn = 0; turn < WARM_UP[kind]; turn++) await provision(cloud, visitor, `first-${turn}`);
    for (const turn of turns) {
      samples.alone.push(await startAlone(cloud, runtimes));
      samples.cold.push(await provision(cloud, visitor, `cold-${turn}`));
    }
  });
  await withCloud(runtimes, 1, async (cloud, visitor) => {
    for (const turn of turns) {
      await cloud.squadhubs.pool.full();
      samples.warm.push(await provision(cloud, visitor, `warm-${turn}`));
    }
  });
  return samples;
}

function summarize(kind: SquadhubKind, { alone, ...workspaces }: Samples): Results {
  const results: Results = {};
  const gateway = median(alone);
  const rows: Rows = {
    "the gateway alone": { "median s": round(gateway), ratio: 1, "worst s": round(Math.max(...alone)) },
  };
  const stages: Rows = {};
  for (const [start, runs] of Object.entries(workspaces)) {
    const totals = runs.map(({ total }) => total);
    const total = median(totals);
    const key = `${kind}_${start}`;
    results[`provisioning.total_s@${key}`] = round(total);
    results[`provisioning.gateway_s@${key}`] = round(gateway);
    results[`provisioning.ratio@${key}`] = round(total / gateway);
    if (start === "cold") results[`provisioning.overhead_share@${key}`] = round((total - gateway) / total);
    rows[`a workspace, ${start}`] = {
      "median s": round(total),
      ratio: round(total / gateway),
      "worst s": round(Math.max(...totals)),
    };
    for (const name of Object.keys(runs[0]!.stages))
      stages[name] = { ...stages[name], [`${start} s`]: round(median(runs.map((run) => run.stages[name]!))) };
  }
  console.log(`\n${kind}, ${alone.length} of each`);
  console.table(rows);
  console.log("The stages of a workspace; the time between them is the state machine's");
  console.table(stages);
  return results;
}

/** `squadhub` limits the suite to one kind; by default both are measured. The real one is installed on first use. */
export async function run({ squadhub }: { squadhub?: string } = {}): Promise<Results> {
  const kinds: SquadhubKind[] = squadhub ? [squadhubKind(squadhub)] : ["stub", "openclaw"];
  const { web, cli } = await ensureBuilt({ onProgress: log });
  const results: Results = {};
  for (const kind of kinds) {
    const runtime = runtimeOf(kind, resolve(process.env.CLAWE_STATE ?? ".clawe"), log);
    await runtime();
    Object.assign(results, summarize(kind, await measure({ kind, runtime, web, cli })));
  }
  return results;
}
