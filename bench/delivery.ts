// How long a notification takes to reach its agent, and how many requests an idle minute costs: by events and by polling.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Cloud, startCloud } from "../local/cloud.ts";
import * as platform from "../platform/local/index.ts";
import { callApi } from "../test/support/api-call.ts";
import { ROUND_MS, startWatcher } from "./delivery-baseline.ts";
import { type Gateways, openGateways } from "./delivery-gateway.ts";
import { type Workspace, writeWorkspaces } from "./delivery-world.ts";
import { quantile, type Results, round } from "./results.ts";
import { agentIds } from "./workspace.ts";

const TENANTS = [1, 10, 100, 1_000];
/** Notifications that are written evenly over `WRITING_MS`, each to a random agent. */
const SAMPLES = 150;
const WRITING_MS = 15_000;
/** Notifications that are delivered beforehand, so that compiling code is not measured. */
const WARM_UP = 60;
/** Requests are counted for this long, and reported per minute. */
const IDLE_MS = 15_000;
/** A watcher whose rounds take this many times `ROUND_MS` is saturated: its latency is only its own backlog. */
const SATURATED = 1.25;

interface Service {
  cloud: Cloud;
  gateways: Gateways;
  workspaces: Workspace[];
  tableRequests(): number;
}

/** Milliseconds of each sample, and requests per idle minute. */
interface Measured {
  latencies: number[];
  idleRequests: number;
}

/**
 * The whole service runs in this process on its embedded engines. Each notification goes through the API's handler, the
 * change stream, the queue of doorbells, the drain and the forwarder; only the gateways are stand-ins. A latency is the
 * time from the API request until the gateway has the message. Then the doorbells are stopped, and the watcher delivers
 * in the same process, from the same table, to the same gateways.
 */
export async function run(): Promise<Results> {
  const results: Results = {};
  const rows: Record<string, Record<string, number | string>> = {};
  for (const count of TENANTS)
    await withService(count, async (service) => {
      const byEvents = await measureEvents(service);
      const { roundMs, ...byPolling } = await measurePolling(service);
      const isSaturated = roundMs > ROUND_MS * SATURATED;
      const ratio = round(quantile(byPolling.latencies, 0.5) / quantile(byEvents.latencies, 0.5), 1);
      const [p50, p99] = quantilesOf(byEvents);
      const [pollingP50, pollingP99] = quantilesOf(byPolling);
      results[`delivery.p50_ms@${count}`] = p50;
      results[`delivery.p99_ms@${count}`] = p99;
      results[`delivery.idle_requests_per_min@${count}`] = byEvents.idleRequests;
      results[`delivery.baseline_p50_ms@${count}`] = pollingP50;
      results[`delivery.baseline_p99_ms@${count}`] = pollingP99;
      results[`delivery.baseline_idle_requests_per_min@${count}`] = byPolling.idleRequests;
      if (!isSaturated) results[`delivery.ratio_p50@${count}`] = ratio;
      rows[`${count} workspace${count === 1 ? "" : "s"}`] = {
        "p50 ms": p50,
        "p99 ms": p99,
        "idle requests/min": byEvents.idleRequests,
        "polling p50 ms": pollingP50,
        "polling p99 ms": pollingP99,
        "polling idle requests/min": byPolling.idleRequests,
        "polling round ms": Math.round(roundMs),
        ratio: isSaturated ? "– (polling is saturated)" : ratio,
      };
    });
  console.log("\nFrom the request that writes a notification until the agent's gateway has it");
  console.table(rows);
  return results;
}

const quantilesOf = ({ latencies }: Measured) =>
  [round(quantile(latencies, 0.5), 1), round(quantile(latencies, 0.99), 1)] as const;

async function measureEvents(service: Service): Promise<Measured> {
  const { cloud, gateways, workspaces } = service;
  for (let sample = 0; sample < WARM_UP; sample++) await deliver(gateways, pick(workspaces), pick(agentIds));
  const latencies = await measureLatencies(service);
  await cloud.doorbells.idle();
  await cloud.settled();
  return { latencies, idleRequests: await countIdleRequests(service) };
}

async function measurePolling(service: Service): Promise<Measured & { roundMs: number }> {
  const { cloud } = service;
  await cloud.doorbells.stop();
  const watcher = startWatcher();
  const latencies = await measureLatencies(service);
  await cloud.settled();
  const idleRequests = await countIdleRequests(service);
  await watcher.stop();
  return { latencies, idleRequests, roundMs: quantile(watcher.rounds, 0.5) };
}

async function withService(count: number, work: (service: Service) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-bench-"));
  try {
    const workspaces = await writeWorkspaces(join(directory, "store"), count);
    const gateways = await openGateways(
      new Map(workspaces.map(({ tenantId, gatewayToken }) => [tenantId, gatewayToken])),
    );
    const cloud = await startCloud({
      directory,
      port: 0,
      runtime: () => Promise.reject(new Error("This benchmark starts no gateway")),
      web: resolve("dist/web"),
      cli: resolve("dist/clawe.mjs"),
      report: (problem) => console.error(problem),
    });
    platform.usePlatform({ ...platform, discovery: gateways.discovery });
    const tableRequests = countTableRequests(cloud);
    try {
      await work({ cloud, gateways, workspaces, tableRequests });
    } finally {
      await cloud.stop();
      await gateways.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureLatencies({ gateways, workspaces }: Service): Promise<number[]> {
  const begun = performance.now();
  const deliveries: Promise<number>[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const due = begun + (sample * WRITING_MS) / SAMPLES;
    await delay(Math.max(0, due - performance.now()));
    deliveries.push(deliver(gateways, pick(workspaces), pick(agentIds)));
  }
  return Promise.all(deliveries);
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

/** Requests to the table and to the gateways in a minute in which nothing happens. */
async function countIdleRequests({ gateways, tableRequests }: Service): Promise<number> {
  const count = () => tableRequests() + gateways.requests();
  const before = count();
  await delay(IDLE_MS);
  return Math.round(((count() - before) * 60_000) / IDLE_MS);
}

/** Counts the requests that reach the table's engine. */
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
