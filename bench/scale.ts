// What ten thousand workspaces in one table cost one workspace: requests, routines of one minute, open pages, memory
// and start-up, each beside the same with a hundred. The service runs in a process of its own.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApiClient, answer } from "../client/index.ts";
import { signInAsDemo, type Visitor } from "../local/demo/visitor.ts";
import { ensureBuilt } from "../scripts/build.ts";
import type { Results } from "./main.ts";
import { openPage, type Page } from "./scale-pages.ts";
import type { Asked } from "./scale-service.ts";
import { type Model, readModel, tenantOf, useWorkspace, writeCopies } from "./scale-world.ts";

const STAGES = [1, 100, 1_000, 10_000];
/** The stages whose routines are all due in one minute: what the ratios compare. */
const [FEW, MANY] = [100, 10_000] as const;
const WARM_UP = 30;
const MEASURED = 60;
const [FEW_PAGES, MANY_PAGES] = [10, 1_000] as const;
const IN_FLIGHT = 50;
/** What growth is judged by: many beside few. */
const RATIOS: [name: string, figure: string, few: number, many: number][] = [
  ["start", "start_ms", FEW, MANY],
  ["rss", "rss_mb", FEW, MANY],
  ["api", "api_p50_ms", FEW, MANY],
  ["schedule", "schedule_ms", FEW, MANY],
  ["fire", "fire_ms", FEW, MANY],
  ["fire_settled", "fire_settled_ms", FEW, MANY],
  ["hint", "hint_p50_ms", FEW_PAGES, MANY_PAGES],
];

interface Service {
  url: string;
  startMs: number;
  ask<N extends keyof Asked>(name: N, given?: Parameters<Asked[N]>[0]): ReturnType<Asked[N]>;
  stop(): Promise<void>;
}

async function startService(directory: string, port?: number): Promise<Service> {
  const given = port === undefined ? [directory] : [directory, String(port)];
  const child = fork(join(import.meta.dirname, "scale-service.ts"), given, {
    execArgv: ["--conditions=local", "--expose-gc"],
  });
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let asked = 0;
  const [{ url, startMs }] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`The service ended: ${code}`))),
  ])) as [{ url: string; startMs: number }];
  child.on("message", ({ id, value, error }: { id: number; value: never; error?: string }) => {
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(value);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The service ended: ${code}`));
  });
  const ask: Service["ask"] = (name, value) => {
    const answered = Promise.withResolvers<never>();
    waiting.set(++asked, answered);
    child.send({ id: asked, name, given: value });
    return answered.promise as never;
  };
  return {
    url,
    startMs,
    ask,
    async stop() {
      const ended = once(child, "exit");
      await ask("stop");
      child.disconnect();
      await ended;
    },
  };
}

const quantile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** Runs all, so many at a time. */
async function each<T, R>(all: T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = all.entries();
  const worker = async () => {
    for (const [index, one] of rest) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Milliseconds of each request that a board makes, one after the other. */
async function measureApi(api: ApiClient, tenantId: string): Promise<number[]> {
  const path = { tenantId };
  const { items } = await answer(api.GET("/t/{tenantId}/tasks", { params: { path } }));
  const params = { path: { ...path, taskId: items[0]!.taskId } };
  const calls: ((turn: number) => Promise<unknown>)[] = [
    () => answer(api.GET("/t/{tenantId}", { params: { path } })),
    () => answer(api.GET("/t/{tenantId}/tasks", { params: { path } })),
    () => answer(api.GET("/t/{tenantId}/tasks/{taskId}", { params })),
    () => answer(api.GET("/t/{tenantId}/agents", { params: { path } })),
    () => answer(api.GET("/t/{tenantId}/activities", { params: { path } })),
    (turn) =>
      answer(
        api.PUT("/t/{tenantId}/tasks/{taskId}/status", {
          params,
          body: { status: turn % 2 ? "assigned" : "in_progress" },
        }),
      ),
    () => answer(api.POST("/t/{tenantId}/tasks", { params: { path }, body: { title: "Write a post" } })),
  ];
  const took: number[] = [];
  for (const call of calls)
    for (let turn = 0; turn < WARM_UP + MEASURED; turn++) {
      const from = performance.now();
      await call(turn);
      if (turn >= WARM_UP) took.push(performance.now() - from);
    }
  return took;
}

/** All routines of one minute. */
async function measureRoutines(service: Service, model: Model, tenants: number): Promise<Results> {
  const given = { model, tenants, which: STAGES.indexOf(tenants) - 1 };
  const before = await service.ask("memory");
  const scheduled = await service.ask("schedule", given);
  const after = await service.ask("memory");
  const fired = await service.ask("fire", given);
  const late = await service.ask("problems");
  for (const problem of late.slice(0, 5)) console.error(problem);
  return {
    [`schedule_ms@${tenants}`]: (scheduled.seconds * 1000) / tenants,
    [`schedule_kb@${tenants}`]: ((after.heap - before.heap) * 1024) / tenants,
    [`fire_s@${tenants}`]: fired.fired,
    [`fire_ms@${tenants}`]: (fired.fired * 1000) / tenants,
    [`fire_cpu_ms@${tenants}`]: (fired.cpu * 1000) / tenants,
    [`fire_settled_ms@${tenants}`]: (fired.settled * 1000) / tenants,
    [`fire_peak_rss_mb@${tenants}`]: fired.peak,
    [`errors_fire@${tenants}`]: fired.wrong + late.length + (tenants - scheduled.planned),
  };
}

/** Pages of as many workspaces: a change in each, one after the other, then in all at once. */
async function measurePages(service: Service, api: ApiClient, model: Model): Promise<Results> {
  const open = (from: number, to: number) =>
    each(
      Array.from({ length: to - from }, (_, index) => from + index),
      IN_FLIGHT,
      (number) => openPage(service.url, api, tenantOf(model, number)),
    );
  let lost = 0;
  const changes = async (pages: Page[], atOnce: number) => {
    const took = await each(pages, atOnce, (page) => {
      const from = performance.now();
      return page.change().catch((error: unknown) => {
        lost += 1;
        console.error(error);
        return performance.now() - from;
      });
    });
    await service.ask("settled");
    return took;
  };

  const results: Results = {};
  const first = await open(0, FEW_PAGES);
  const few: number[] = [];
  for (let round = 0; round < WARM_UP; round++) few.push(...(await changes(first, 1)));
  results[`hint_p50_ms@${FEW_PAGES}`] = quantile(few.slice(few.length / 2), 0.5);
  results[`hint_p99_ms@${FEW_PAGES}`] = quantile(few.slice(few.length / 2), 0.99);

  const before = await service.ask("memory");
  const from = performance.now();
  const pages = [...first, ...(await open(FEW_PAGES, MANY_PAGES))];
  results[`open_s@${MANY_PAGES}`] = (performance.now() - from) / 1000;
  const after = await service.ask("memory");
  results[`page_kb@${MANY_PAGES}`] = ((after.rss - before.rss) * 1024) / (MANY_PAGES - FEW_PAGES);
  const many = await changes(pages, 1);
  results[`hint_p50_ms@${MANY_PAGES}`] = quantile(many, 0.5);
  results[`hint_p99_ms@${MANY_PAGES}`] = quantile(many, 0.99);
  const begun = performance.now();
  const burst = await changes(pages, MANY_PAGES);
  results[`hint_burst_s@${MANY_PAGES}`] = (performance.now() - begun) / 1000;
  results[`hint_burst_p50_ms@${MANY_PAGES}`] = quantile(burst, 0.5);
  results[`hint_burst_p99_ms@${MANY_PAGES}`] = quantile(burst, 0.99);
  const foreign = pages.reduce((sum, page) => sum + page.foreign(), 0);
  for (const page of pages) page.close();
  results[`errors_hint@${MANY_PAGES}`] = lost + foreign + (await service.ask("problems")).length;
  return results;
}

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}

async function makeModel(directory: string): Promise<{ visitor: Visitor; model: Model; port: number }> {
  const service = await startService(directory, 0);
  const visitor = await signInAsDemo(service);
  const tenantId = await useWorkspace(visitor);
  await service.stop();
  const model = await readModel(join(directory, "store"), tenantId, visitor.accountId);
  return { visitor, model, port: Number(new URL(service.url).port) };
}

export async function run(): Promise<Results> {
  await ensureBuilt();
  const directory = await mkdtemp(join(tmpdir(), "clawe-scale-"));
  const results: Results = {};
  const keep = (found: Results) => {
    console.log(found);
    Object.assign(results, found);
  };
  try {
    const { visitor, model, port } = await makeModel(directory);
    const { api } = visitor;
    let made = 0;
    for (const [stage, tenants] of STAGES.entries()) {
      const from = performance.now();
      await writeCopies(join(directory, "store"), model, made, tenants);
      made = tenants;
      console.log(`\n${tenants} workspaces with data, made in ${(performance.now() - from) / 1000} s`);
      let service = await startService(directory, port);
      const { rss, heap } = await service.ask("memory");
      const took = await measureApi(api, tenantOf(model, stage));
      keep({
        [`items@${tenants}`]: tenants * model.items.length,
        [`store_mb@${tenants}`]: await sizeOf(join(directory, "store")),
        [`start_ms@${tenants}`]: service.startMs,
        [`rss_mb@${tenants}`]: rss,
        [`heap_mb@${tenants}`]: heap,
        [`api_p50_ms@${tenants}`]: quantile(took, 0.5),
        [`api_p99_ms@${tenants}`]: quantile(took, 0.99),
      });
      if (tenants === FEW || tenants === MANY) {
        keep(await measureRoutines(service, model, tenants));
        await service.stop();
        service = await startService(directory, port);
        const again = await service.ask("memory");
        keep({ [`restart_ms@${tenants}`]: service.startMs, [`restart_rss_mb@${tenants}`]: again.rss });
      }
      if (tenants === MANY) keep(await measurePages(service, api, model));
      await service.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  for (const [name, figure, few, many] of RATIOS)
    results[`${name}_ratio@${many}`] = results[`${figure}@${many}`]! / results[`${figure}@${few}`]!;
  console.table(results);
  return Object.fromEntries(
    Object.entries(results).map(([key, value]) => [`scale.${key}`, Math.round(value * 1000) / 1000]),
  );
}
