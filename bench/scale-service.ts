// The service as a process of its own, `scale-service.ts DIRECTORY [PORT]`, and what the benchmark asks of it from
// within: its memory, one routine in each workspace, and their minute.
import "../local/quiet.ts";
import { resolve } from "node:path";
import { plans } from "../core/plan/index.ts";
import * as Rate from "../core/rate/index.ts";
import { startCloud } from "../local/cloud.ts";
import { runtimeOf } from "../local/runtime.ts";
import { copyOf, type Item, type Model, TABLE, tenantOf, writeAll } from "./scale-world.ts";

const [directory = "", port] = process.argv.slice(2);
const MINUTES_AHEAD = 5;
const MEGABYTE = 2 ** 20;
const SAMPLE_MS = 50;

// What limits requests is measured with every one of them, but must not end the measuring.
for (const plan of Object.values(plans)) plan.requestsPerMinute = 1_000_000;
Rate.limitsOutsidePlans.user = 1_000_000;

const problems: string[] = [];
const report = (...said: unknown[]) => void problems.push(said.join(" "));
console.error = report;
let ahead = 0;
const begun = performance.now();
const cloud = await startCloud({
  directory,
  port: port === undefined ? undefined : Number(port),
  runtime: runtimeOf("stub", directory, () => undefined),
  web: resolve("dist/web"),
  cli: resolve("dist/clawe.mjs"),
  clock: () => Date.now() + ahead,
  report,
});
const startMs = performance.now() - begun;
let due = 0;

const routineOf = (model: Model, number: number, which: number): Item =>
  copyOf(
    {
      ...model,
      items: model.items.filter(({ sk }) => sk?.S?.startsWith("ROUTINE#")).slice(which, which + 1),
    },
    number,
  )[0]!;

const asked = {
  /** Megabytes after a garbage collection. */
  async memory() {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss: rss / MEGABYTE, heap: heapUsed / MEGABYTE };
  },

  /**
   * Switches a routine on in each workspace, all for the same minute, and waits until each has its schedule: seconds.
   */
  async schedule(given: { model: Model; tenants: number; which: number }) {
    const { model, tenants, which } = given;
    const minute = new Date(Math.ceil(Date.now() / 60_000 + MINUTES_AHEAD) * 60_000);
    due = minute.getTime();
    const at = { hour: { N: String(minute.getUTCHours()) }, minute: { N: String(minute.getUTCMinutes()) } };
    const daysOfWeek = { L: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ N: String(day) })) };
    const routines = Array.from({ length: tenants }, (_, number) => ({
      ...routineOf(model, number, which),
      enabled: { BOOL: true },
      schedule: { M: { ...at, daysOfWeek } },
    }));
    const from = performance.now();
    await writeAll(cloud.engine.call, routines);
    await cloud.settled();
    const seconds = (performance.now() - from) / 1000;
    const planned = (await cloud.scheduler.list()).filter(({ next }) => next?.getTime() === due).length;
    return { seconds, planned };
  },

  /** The minute comes. */
  async fire(given: { model: Model; tenants: number; which: number }) {
    const { model, tenants, which } = given;
    let peak = 0;
    const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const seconds = () => (performance.now() - from) / 1000;
    ahead = due - Date.now();
    await cloud.scheduler.idle();
    const fired = seconds();
    await cloud.settled();
    const settled = seconds();
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(sampling);
    let wrong = 0;
    const title = routineOf(model, 0, which).title!;
    for (let number = 0; number < tenants; number++) {
      const { Count } = await cloud.engine.call("Query", {
        TableName: TABLE,
        Select: "COUNT",
        KeyConditionExpression: "pk = :pk and begins_with(sk, :task)",
        FilterExpression: "title = :title",
        ExpressionAttributeValues: {
          ":pk": { S: `T#${tenantOf(model, number)}` },
          ":task": { S: "TASK#" },
          ":title": title,
        },
      });
      if (Count !== 1) wrong += 1;
    }
    return { fired, settled, cpu: (user + system) / 1_000_000, wrong, peak: peak / MEGABYTE };
  },

  settled: () => cloud.settled(),
  /** What has gone wrong since the last time. */
  problems: async () => problems.splice(0),
  stop: () => cloud.stop(),
};
/** What the process answers; each takes one object or nothing. */
export type Asked = typeof asked;

process.on("message", async ({ id, name, given }: { id: number; name: keyof Asked; given: never }) => {
  try {
    process.send!({ id, value: await asked[name](given) });
  } catch (error) {
    process.send!({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
// Whoever asked has gone, perhaps in the middle.
process.on("disconnect", () => process.exit());
process.send!({ url: cloud.url, startMs });
