// How long a request takes, warm and as a process's first, and how much of it is our code rather than the table.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mainTable } from "../core/table/index.ts";
import { callApi } from "../test/support/api-call.ts";
import { aTokenSource } from "../test/support/tokens.ts";
import { callOf, operationIds } from "./api-calls.ts";
import { type BenchWorld, copyTenant, makeWorld, openPlatform } from "./api-world.ts";
import { quantile, type Results, round } from "./results.ts";

/** How many workspaces have data while one of them is called. */
const TENANTS = [1, 100, 1_000];
const WARM_UP = 40;
const MEASURED = 100;
const FIRST_CALLS = 3;

type Rows = Record<string, Record<string, number>>;

/** Counts the milliseconds in which at least one call of the table is under way. */
function tableTimer(): { take(): number } {
  const client = mainTable.getDocumentClient();
  const send = client.send.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let open = 0;
  let since = 0;
  let total = 0;
  const timedSend = async (...args: unknown[]) => {
    if (open++ === 0) since = performance.now();
    try {
      return await send(...args);
    } finally {
      if (--open === 0) total += performance.now() - since;
    }
  };
  Object.assign(client, { send: timedSend });
  return {
    take() {
      const taken = total;
      total = 0;
      return taken;
    },
  };
}

async function measure(operationId: string, world: BenchWorld, table: { take(): number }) {
  const all: number[] = [];
  const own: number[] = [];
  for (let turn = 0; turn < WARM_UP + MEASURED; turn++) {
    table.take();
    const begun = performance.now();
    const { status, body } = await callApi(operationId, callOf(operationId, world, turn));
    const took = performance.now() - begun;
    if (status >= 300) throw new Error(`${operationId} answered ${status}: ${JSON.stringify(body)}`);
    if (turn < WARM_UP) continue;
    all.push(took);
    own.push(took - table.take());
  }
  return { p50: round(quantile(all, 0.5)), p99: round(quantile(all, 0.99)), own };
}

/** Every operation with so many workspaces in the table. Only the first round has a result for each operation. */
async function measureAll(world: BenchWorld, table: { take(): number }, tenants: number): Promise<Results> {
  const results: Results = {};
  const rows: Rows = {};
  const allOwn: number[] = [];
  for (const operationId of operationIds) {
    const { p50, p99, own } = await measure(operationId, world, table);
    const ownP50 = round(quantile(own, 0.5));
    allOwn.push(...own);
    rows[operationId] = { "p50 ms": p50, "p99 ms": p99, "own p50 ms": ownP50 };
    if (tenants !== TENANTS[0]) continue;
    results[`api.p50_ms@${operationId}`] = p50;
    results[`api.p99_ms@${operationId}`] = p99;
    results[`api.own_p50_ms@${operationId}`] = ownP50;
  }
  const ownP50 = round(quantile(allOwn, 0.5));
  results[`api.own_p50_ms@${tenants}`] = ownP50;
  if (tenants === TENANTS[0]) results["api.own_p50_ms"] = ownP50;
  console.log(
    `\n${tenants} workspace${tenants === 1 ? "" : "s"} with data; own code, all operations: ${ownP50} ms`,
  );
  console.table(rows);
  return results;
}

/** The first request of a new process, after everything is loaded. */
async function firstCall(operationId: string, directory: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--conditions=local", join(import.meta.dirname, "api-first-call.ts"), directory, operationId],
    { stdio: ["ignore", "pipe", "inherit"], timeout: 30_000 },
  );
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The first call of ${operationId} failed: ${output}`);
  return Number(output);
}

async function measureFirstCalls(directory: string): Promise<Results> {
  const results: Results = {};
  const rows: Rows = {};
  for (const operationId of operationIds) {
    const took: number[] = [];
    for (let count = 0; count < FIRST_CALLS; count++) took.push(await firstCall(operationId, directory));
    const median = round(quantile(took, 0.5));
    results[`api.first_ms@${operationId}`] = median;
    rows[operationId] = { "first call ms": median };
  }
  console.log("\nThe first request of a process");
  console.table(rows);
  return results;
}

export async function run(): Promise<Results> {
  const results: Results = {};
  const directory = await mkdtemp(join(tmpdir(), "clawe-bench-"));
  const tokens = await aTokenSource({});
  try {
    const engine = await openPlatform(directory, tokens);
    const world = await makeWorld(engine, tokens);
    await writeFile(join(directory, "world.json"), JSON.stringify({ world, settings: tokens.settings }));
    const table = tableTimer();
    let made = 1;
    for (const tenants of TENANTS) {
      await copyTenant(engine, world.tenantId, made, tenants);
      made = tenants;
      Object.assign(results, await measureAll(world, table, tenants));
    }
    await engine.close();
    Object.assign(results, await measureFirstCalls(directory));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return results;
}
