// How long a request takes, warm and as a process's first, and which share of it is ours rather than the table's.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mainTable } from "../core/table/index.ts";
import { type Call, callApi } from "../test/support/api-call.ts";
import { aTokenSource } from "../test/support/tokens.ts";
import { type BenchWorld, cloneTenant, makeWorld, openPlatform } from "./api-world.ts";
import type { Results } from "./main.ts";

/** How many workspaces have data while one of them is called. */
const TENANTS = [1, 100, 1_000];
const WARM_UP = 40;
const MEASURED = 100;
const FIRST_CALLS = 3;

/** What the board calls most. */
export const calls: Record<string, (world: BenchWorld, turn: number) => Call> = {
  getMe: () => ({}),
  getTenant: () => ({}),
  listTasks: () => ({}),
  getTask: () => ({}),
  listAgents: () => ({}),
  listActivities: () => ({}),
  listComments: () => ({}),
  setTaskStatus: (_, turn) => ({ body: { status: turn % 2 ? "assigned" : "in_progress" } }),
  commentOnTask: () => ({ body: { text: "Looks good. @inky please go on." } }),
  createTask: () => ({ body: { title: "Write the launch post" } }),
};

export const callOf = (operationId: string, world: BenchWorld, turn: number): Call => {
  const { accountId, tenantId, taskId, token } = world;
  return { token, params: { accountId, tenantId, taskId }, ...calls[operationId]!(world, turn) };
};

/** Milliseconds in which at least one call of the table was under way. */
function timeTable(): { take(): number } {
  const client = mainTable.getDocumentClient();
  const send = client.send.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let open = 0;
  let since = 0;
  let total = 0;
  const timed = async (...args: unknown[]) => {
    if (open++ === 0) since = performance.now();
    try {
      return await send(...args);
    } finally {
      if (--open === 0) total += performance.now() - since;
    }
  };
  Object.assign(client, { send: timed });
  return {
    take() {
      const taken = total;
      total = 0;
      return taken;
    },
  };
}

const quantile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

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
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99), own: quantile(own, 0.5), owns: own };
}

/** The first request of a process of its own, once everything is loaded. */
async function firstCall(operationId: string, directory: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--conditions=local", join(import.meta.dirname, "api-first-call.ts"), directory, operationId],
    { stdio: ["ignore", "pipe", "inherit"], timeout: 30_000 },
  );
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The first call of ${operationId} failed: ${said}`);
  return Number(said);
}

export async function run(): Promise<Results> {
  const results: Results = {};
  const directory = await mkdtemp(join(tmpdir(), "clawe-bench-"));
  const tokens = await aTokenSource({});
  try {
    const engine = await openPlatform(directory, tokens);
    const world = await makeWorld(engine, tokens);
    await writeFile(join(directory, "world.json"), JSON.stringify({ world, identity: tokens.settings }));
    const table = timeTable();
    let made = 1;
    for (const tenants of TENANTS) {
      await cloneTenant(engine, world.tenantId, made, tenants);
      made = tenants;
      console.log(`\n${tenants} workspace${tenants === 1 ? "" : "s"} with data`);
      const rows: Record<string, Record<string, number>> = {};
      const owns: number[] = [];
      for (const operationId of Object.keys(calls)) {
        const { p50, p99, own, owns: each } = await measure(operationId, world, table);
        owns.push(...each);
        rows[operationId] = { "p50 ms": rounded(p50), "p99 ms": rounded(p99), "ours p50 ms": rounded(own) };
        if (tenants !== TENANTS[0]) continue;
        results[`api.p50_ms@${operationId}`] = rounded(p50);
        results[`api.p99_ms@${operationId}`] = rounded(p99);
        results[`api.own_p50_ms@${operationId}`] = rounded(own);
      }
      console.table(rows);
      const own = rounded(quantile(owns, 0.5));
      results[`api.own_p50_ms@${tenants}`] = own;
      if (tenants === TENANTS[0]) results["api.own_p50_ms"] = own;
      console.log(`Ours, all of them: ${own} ms at p50`);
    }
    await engine.close();
    const first: Record<string, Record<string, number>> = {};
    for (const operationId of Object.keys(calls)) {
      const took: number[] = [];
      for (let count = 0; count < FIRST_CALLS; count++) took.push(await firstCall(operationId, directory));
      const middle = rounded(quantile(took, 0.5));
      results[`api.first_ms@${operationId}`] = middle;
      first[operationId] = { "first call ms": middle };
    }
    console.log("\nThe first request of a process");
    console.table(first);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return results;
}
