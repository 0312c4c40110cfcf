// What ten thousand workspaces in one table cost one workspace: requests, routines of the same minute, open pages, memory
// and start-up, each compared with a hundred workspaces. The service runs in a process of its own.
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApiClient, answer } from "../client/index.ts";
import { signInAsDemo, type Visitor } from "../local/demo/visitor.ts";
import { ensureBuilt } from "../scripts/build.ts";
import { copyId } from "./items.ts";
import { quantile, type Results, round } from "./results.ts";
import { openPage, type Page } from "./scale-pages.ts";
import { type Service, startService } from "./scale-process.ts";
import { type Model, readModel, useWorkspace, writeCopies } from "./scale-world.ts";

const STAGES = [1, 100, 1_000, 10_000];
/** The stages whose routines are all due in one minute. The ratios compare these two. */
const [FEW, MANY] = [100, 10_000] as const;
const WARM_UP = 30;
const MEASURED = 60;
const [FEW_PAGES, MANY_PAGES] = [10, 1_000] as const;
const IN_FLIGHT = 50;
/** The ratios that show growth: a figure with many, divided by the same figure with few. */
const RATIOS: [name: string, figure: string, few: number, many: number][] = [
  ["start", "start_ms", FEW, MANY],
  ["rss", "rss_mb", FEW, MANY],
  ["api", "api_p50_ms", FEW, MANY],
  ["schedule", "schedule_ms", FEW, MANY],
  ["fire", "fire_ms", FEW, MANY],
  ["fire_settled", "fire_settled_ms", FEW, MANY],
  ["hint", "hint_p50_ms", FEW_PAGES, MANY_PAGES],
];

/** Does the work for each item, with so many under way at a time. */
async function each<T, R>(all: T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = all.entries();
  const worker = async () => {
    for (const [index, one] of queue) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Milliseconds of each request that a board makes, one after another. */
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
    (turn) => {
      const body = { status: turn % 2 ? "assigned" : "in_progress" } as const;
      return answer(api.PUT("/t/{tenantId}/tasks/{taskId}/status", { params, body }));
    },
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

/** One routine of each workspace, all in one minute. */
async function measureRoutines(service: Service, model: Model, tenants: number): Promise<Results> {
  const given = { model, tenants, which: STAGES.indexOf(tenants) - 1 };
  const before = await service.ask("memory");
  const scheduled = await service.ask("schedule", given);
  const after = await service.ask("memory");
  const fired = await service.ask("fire", given);
  const problems = await service.ask("problems");
  for (const problem of problems.slice(0, 5)) console.error(problem);
  return {
    [`schedule_ms@${tenants}`]: (scheduled.seconds * 1000) / tenants,
    [`schedule_kb@${tenants}`]: ((after.heap - before.heap) * 1024) / tenants,
    [`fire_s@${tenants}`]: fired.fired,
    [`fire_ms@${tenants}`]: (fired.fired * 1000) / tenants,
    [`fire_cpu_ms@${tenants}`]: (fired.cpu * 1000) / tenants,
    [`fire_settled_ms@${tenants}`]: (fired.settled * 1000) / tenants,
    [`fire_peak_rss_mb@${tenants}`]: fired.peak,
    [`errors_fire@${tenants}`]: fired.wrong + problems.length + (tenants - scheduled.planned),
  };
}

/** Opens the pages of the workspaces with these numbers. */
function openPages(
  service: Service,
  api: ApiClient,
  model: Model,
  from: number,
  to: number,
): Promise<Page[]> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  return each(numbers, IN_FLIGHT, (number) => openPage(service.url, api, copyId(model.tenantId, number)));
}

/** A change in each page's workspace: milliseconds until each page has its hint, and how many hints were lost. */
async function changeAll(service: Service, pages: Page[], atOnce: number) {
  let lost = 0;
  const took = await each(pages, atOnce, (page) => {
    const from = performance.now();
    return page.change().catch((error: unknown) => {
      lost += 1;
      console.error(error);
      return performance.now() - from;
    });
  });
  await service.ask("settled");
  return { took, lost };
}

/** Open pages of many workspaces: a change in each, one after another, then in all at once. */
async function measurePages(service: Service, api: ApiClient, model: Model): Promise<Results> {
  const first = await openPages(service, api, model, 0, FEW_PAGES);
  const few: number[] = [];
  let lost = 0;
  const change = async (pages: Page[], atOnce: number) => {
    const changed = await changeAll(service, pages, atOnce);
    lost += changed.lost;
    return changed.took;
  };
  for (let turn = 0; turn < WARM_UP; turn++) few.push(...(await change(first, 1)));
  const fewWarm = few.slice(few.length / 2);

  const before = await service.ask("memory");
  const from = performance.now();
  const pages = [...first, ...(await openPages(service, api, model, FEW_PAGES, MANY_PAGES))];
  const openSeconds = (performance.now() - from) / 1000;
  const after = await service.ask("memory");
  const many = await change(pages, 1);
  const begun = performance.now();
  const burst = await change(pages, MANY_PAGES);
  const burstSeconds = (performance.now() - begun) / 1000;
  const foreign = pages.reduce((sum, page) => sum + page.foreign(), 0);
  for (const page of pages) page.close();
  return {
    [`hint_p50_ms@${FEW_PAGES}`]: quantile(fewWarm, 0.5),
    [`hint_p99_ms@${FEW_PAGES}`]: quantile(fewWarm, 0.99),
    [`open_s@${MANY_PAGES}`]: openSeconds,
    [`page_kb@${MANY_PAGES}`]: ((after.rss - before.rss) * 1024) / (MANY_PAGES - FEW_PAGES),
    [`hint_p50_ms@${MANY_PAGES}`]: quantile(many, 0.5),
    [`hint_p99_ms@${MANY_PAGES}`]: quantile(many, 0.99),
    [`hint_burst_s@${MANY_PAGES}`]: burstSeconds,
    [`hint_burst_p50_ms@${MANY_PAGES}`]: quantile(burst, 0.5),
    [`hint_burst_p99_ms@${MANY_PAGES}`]: quantile(burst, 0.99),
    [`errors_hint@${MANY_PAGES}`]: lost + foreign + (await service.ask("problems")).length,
  };
}

/** Megabytes of the files in a directory. */
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
  const add = (figures: Results) => {
    console.log(figures);
    Object.assign(results, figures);
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
      const took = await measureApi(api, copyId(model.tenantId, stage));
      add({
        [`items@${tenants}`]: tenants * model.items.length,
        [`store_mb@${tenants}`]: await sizeOf(join(directory, "store")),
        [`start_ms@${tenants}`]: service.startMs,
        [`rss_mb@${tenants}`]: rss,
        [`heap_mb@${tenants}`]: heap,
        [`api_p50_ms@${tenants}`]: quantile(took, 0.5),
        [`api_p99_ms@${tenants}`]: quantile(took, 0.99),
      });
      if (tenants === FEW || tenants === MANY) {
        add(await measureRoutines(service, model, tenants));
        await service.stop();
        service = await startService(directory, port);
        const again = await service.ask("memory");
        add({ [`restart_ms@${tenants}`]: service.startMs, [`restart_rss_mb@${tenants}`]: again.rss });
      }
      if (tenants === MANY) add(await measurePages(service, api, model));
      await service.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  for (const [name, figure, few, many] of RATIOS)
    results[`${name}_ratio@${many}`] = results[`${figure}@${many}`]! / results[`${figure}@${few}`]!;
  console.table(results);
  return Object.fromEntries(Object.entries(results).map(([key, value]) => [`scale.${key}`, round(value)]));
}
