// How long a notification takes to its agent, and what is asked while nothing happens: by events, and by polling.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Cloud, startCloud } from "../local/cloud.ts";
import * as platform from "../platform/local/index.ts";
import { callApi } from "../test/support/api-call.ts";
import { ROUND_MS, startWatcher } from "./delivery-baseline.ts";
import { type Gateways, openGateways } from "./delivery-gateway.ts";
import { agentIds, type Workspace, writeWorkspaces } from "./delivery-world.ts";
import type { Results } from "./main.ts";

const TENANTS = [1, 10, 100, 1_000];
/** Written one after another, evenly over the time, each to a random agent. */
const SAMPLES = 150;
const WRITING_MS = 15_000;
/** Delivered one after another before, so that what is measured is not how code is compiled. */
const WARM_UP = 60;
/** Requests are counted for so long and told for a minute. */
const IDLE_MS = 15_000;
/** A watcher whose round takes this much longer than it may is saturated: what it shows is its own queue. */
const SATURATED = 1.25;

interface Scene {
  cloud: Cloud;
  gateways: Gateways;
  workspaces: Workspace[];
  tableRequests(): number;
}

/**
 * The whole service in this process on its embedded engines, each notification by the API's own handler, the change
 * stream, the queue of doorbells, the drain and the forwarder; only the gateways are played (bench/delivery-gateway.ts).
 * A latency is from the beginning of the API request until the gateway has the message. Then the doorbells are stopped,
 * and the watcher delivers in the same process, from the same table, to the same gateways.
 */
export async function run(): Promise<Results> {
  const results: Results = {};
  const rows: Record<string, Record<string, number | string>> = {};
  for (const count of TENANTS)
    await onStage(count, async (scene) => {
      const { gateways, workspaces } = scene;
      for (let sample = 0; sample < WARM_UP; sample++)
        await deliver(gateways, pick(workspaces), pick(agentIds));
      const ours = await measure(scene);
      await scene.cloud.doorbells.idle();
      await scene.cloud.settled();
      const oursIdle = await idleRequests(scene);

      await scene.cloud.doorbells.stop();
      const watcher = startWatcher();
      const polled = await measure(scene);
      await scene.cloud.settled();
      const polledIdle = await idleRequests(scene);
      await watcher.stop();

      const roundMs = quantile(watcher.rounds, 0.5);
      const saturated = roundMs > ROUND_MS * SATURATED;
      const ratio = quantile(polled, 0.5) / quantile(ours, 0.5);
      results[`delivery.p50_ms@${count}`] = rounded(quantile(ours, 0.5));
      results[`delivery.p99_ms@${count}`] = rounded(quantile(ours, 0.99));
      results[`delivery.idle_requests_per_min@${count}`] = oursIdle;
      results[`delivery.baseline_p50_ms@${count}`] = rounded(quantile(polled, 0.5));
      results[`delivery.baseline_p99_ms@${count}`] = rounded(quantile(polled, 0.99));
      results[`delivery.baseline_idle_requests_per_min@${count}`] = polledIdle;
      if (!saturated) results[`delivery.ratio_p50@${count}`] = rounded(ratio);
      rows[`${count} workspace${count === 1 ? "" : "s"}`] = {
        "p50 ms": rounded(quantile(ours, 0.5)),
        "p99 ms": rounded(quantile(ours, 0.99)),
        "idle requests/min": oursIdle,
        "polling p50 ms": rounded(quantile(polled, 0.5)),
        "polling p99 ms": rounded(quantile(polled, 0.99)),
        "polling idle requests/min": polledIdle,
        "polling round ms": Math.round(roundMs),
        ratio: saturated ? "– (polling is saturated)" : rounded(ratio),
      };
    });
  console.log("\nFrom the request that writes a notification until the agent's gateway has it");
  console.table(rows);
  return results;
}

async function onStage(count: number, play: (scene: Scene) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-bench-"));
  try {
    const workspaces = await writeWorkspaces(join(directory, "store"), count);
    const gateways = await openGateways(
      new Map(workspaces.map(({ tenantId, gatewayToken }) => [tenantId, gatewayToken])),
    );
    const cloud = await startCloud({
      directory,
      port: 0,
      runtime: () => Promise.reject(new Error("No gateway is started here")),
      web: resolve("dist/web"),
      cli: resolve("dist/clawe.mjs"),
      report: (problem) => console.error(problem),
    });
    platform.usePlatform({ ...platform, discovery: gateways.discovery });
    const tableRequests = countTableRequests(cloud);
    try {
      await play({ cloud, gateways, workspaces, tableRequests });
    } finally {
      await cloud.stop();
      await gateways.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Milliseconds of each sample. */
async function measure({ gateways, workspaces }: Scene): Promise<number[]> {
  const begun = performance.now();
  const under: Promise<number>[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const due = begun + (sample * WRITING_MS) / SAMPLES;
    await delay(Math.max(0, due - performance.now()));
    under.push(deliver(gateways, pick(workspaces), pick(agentIds)));
  }
  return Promise.all(under);
}

let written = 0;

async function deliver(gateways: Gateways, { tenantId, squadhubToken }: Workspace, agentId: string) {
  const content = `message ${++written}`;
  const accepted = gateways.accepts(content);
  const begun = performance.now();
  const { status } = await callApi("notifyAgent", {
    token: squadhubToken,
    params: { tenantId },
    body: { agentId, content, by: "main" },
  });
  if (status !== 202) throw new Error(`The API answered ${status}`);
  return (await accepted) - begun;
}

/** What is asked of the table and of the gateways in a minute in which nothing happens. */
async function idleRequests({ gateways, tableRequests }: Scene): Promise<number> {
  const count = () => tableRequests() + gateways.requests();
  const before = count();
  await delay(IDLE_MS);
  return Math.round(((count() - before) * 60_000) / IDLE_MS);
}

/** Counts at the engine's door. */
function countTableRequests({ engine: { requestHandler } }: Cloud): () => number {
  let requests = 0;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = (...call) => {
    requests += 1;
    return handle(...call);
  };
  return () => requests;
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)]!;
const quantile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const rounded = (value: number) => Math.round(value * 10) / 10;
