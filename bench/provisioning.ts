// How long a new workspace takes from the request until it is open, cold and from the warm pool, against the same
// gateway started by itself in the same run.
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
import type { Results } from "./main.ts";

const REPETITIONS: Record<SquadhubKind, number> = { stub: 7, openclaw: 3 };
/** Made before, so that what is measured is not how code is compiled: beside a real gateway that is nothing. */
const WARM_UP: Record<SquadhubKind, number> = { stub: 3, openclaw: 0 };
const PATIENCE_MS = 600_000;
const say = (line: string) => console.log(line);

interface Runtimes {
  kind: SquadhubKind;
  runtime: () => Promise<GatewayRuntime>;
  /** The built web page and the bundled CLI. */
  web: string;
  cli: string;
}

/** One workspace: all of it, and each stage, in seconds. */
interface Provisioned {
  total: number;
  stages: Record<string, number>;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

async function withCloud<T>(
  { runtime, web, cli }: Runtimes,
  warmPool: number,
  work: (cloud: Cloud, visitor: Visitor) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-bench-"));
  const cloud = await startCloud({ directory, port: 0, runtime, warmPool, web, cli, report: say });
  try {
    return await work(cloud, await signUp(cloud, { name: "Ada", email: "ada@example.com" }));
  } finally {
    await cloud.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The same gateway as a user would start it: from the start of its process until it says that it is ready. */
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
    return false; // it does not listen yet
  }
}

/** From the customer's request until the page that they watch says that the workspace is open. Then it is taken down. */
async function provision(cloud: Cloud, visitor: Visitor, name: string): Promise<Provisioned> {
  const begun = performance.now();
  const { tenant, run } = await visitor.createTenant(name);
  const { tenantId } = tenant;
  const page = await visitor.watch(tenantId);
  const params = { path: { tenantId, runId: run.runId } };
  const made = await page.until(
    "the workspace to open",
    async () => {
      const seen = await answer(visitor.api.GET("/t/{tenantId}/runs/{runId}", { params }));
      return isOver(seen) ? seen : undefined;
    },
    PATIENCE_MS,
  );
  const total = (performance.now() - begun) / 1000;
  page.close();
  if (made.status !== "succeeded") throw new Error(`${name} ended ${made.status}: ${made.error?.message}`);
  const secondsOf = ({ startedAt = "", endedAt = "" }) =>
    (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const stages = Object.fromEntries(made.stages.map((stage) => [stage.name, secondsOf(stage)]));
  await answer(visitor.api.POST("/t/{tenantId}/deprovision", { params: { path: { tenantId } } }));
  await cloud.settled();
  await cloud.workflows.idle();
  return { total, stages };
}

async function measure(runtimes: Runtimes): Promise<Results> {
  const { kind } = runtimes;
  const turns = Array.from({ length: REPETITIONS[kind] }, (_, index) => index + 1);
  const alone: number[] = [];
  const ways: Record<"cold" | "warm", Provisioned[]> = { cold: [], warm: [] };
  await withCloud(runtimes, 0, async (cloud, visitor) => {
    for (let turn = 0; turn < WARM_UP[kind]; turn++) await provision(cloud, visitor, `first-${turn}`);
    for (const turn of turns) {
      alone.push(await startAlone(cloud, runtimes));
      ways.cold.push(await provision(cloud, visitor, `cold-${turn}`));
    }
  });
  await withCloud(runtimes, 1, async (cloud, visitor) => {
    for (const turn of turns) {
      await cloud.squadhubs.pool.full();
      ways.warm.push(await provision(cloud, visitor, `warm-${turn}`));
    }
  });

  const results: Results = {};
  const gateway = median(alone);
  const rows: Record<string, Record<string, number>> = {
    "the gateway by itself": {
      "median s": rounded(gateway),
      "of it": 1,
      "worst s": rounded(Math.max(...alone)),
    },
  };
  const stages: Record<string, Record<string, number>> = {};
  for (const [way, runs] of Object.entries(ways)) {
    const total = median(runs.map((run) => run.total));
    const key = `${kind}_${way}`;
    results[`provisioning.total_s@${key}`] = rounded(total);
    results[`provisioning.gateway_s@${key}`] = rounded(gateway);
    results[`provisioning.ratio@${key}`] = rounded(total / gateway);
    if (way === "cold") results[`provisioning.overhead_share@${key}`] = rounded((total - gateway) / total);
    rows[`a workspace, ${way}`] = {
      "median s": rounded(total),
      "of it": rounded(total / gateway),
      "worst s": rounded(Math.max(...runs.map((run) => run.total))),
    };
    for (const name of Object.keys(runs[0]!.stages))
      stages[name] = { ...stages[name], [`${way} s`]: rounded(median(runs.map((run) => run.stages[name]!))) };
  }
  console.log(`\n${kind}, ${turns.length} of each`);
  console.table(rows);
  console.log("Its stages (the time between them is the state machine's)");
  console.table(stages);
  return results;
}

/** `squadhub`: one kind only. Both, unless said; the real one is installed on first use. */
export async function run({ squadhub }: { squadhub?: string } = {}): Promise<Results> {
  const kinds: SquadhubKind[] = squadhub ? [squadhubKind(squadhub)] : ["stub", "openclaw"];
  const { web, cli } = await ensureBuilt({ onProgress: say });
  const results: Results = {};
  for (const kind of kinds) {
    const runtime = runtimeOf(kind, resolve(process.env.CLAWE_STATE ?? ".clawe"), say);
    await runtime();
    Object.assign(results, await measure({ kind, runtime, web, cli }));
  }
  return results;
}
