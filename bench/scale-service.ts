// The service as a process of its own, `scale-service.ts DIRECTORY [PORT]`, and what the benchmark has it do from within:
// report its memory, schedule one routine in each workspace, and fire them all in one minute.
import "../local/quiet.ts";
import { resolve } from "node:path";
import { keys } from "../core/table/index.ts";
import { startCloud } from "../local/cloud.ts";
import { runtimeOf } from "../local/runtime.ts";
import { copyId, type Item, TABLE, writeItems } from "./items.ts";
import { copyModel, type Model } from "./scale-world.ts";
import { liftLimits } from "./workspace.ts";

const [directory = "", port] = process.argv.slice(2);
const MINUTES_AHEAD = 5;
const MEGABYTE = 2 ** 20;
const SAMPLE_MS = 50;

liftLimits();

const problems: string[] = [];
const report = (...words: unknown[]) => void problems.push(words.join(" "));
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

interface Given {
  model: Model;
  tenants: number;
  /** Which of the seeded routines. */
  which: number;
}

/** A workspace's routine. */
function routineOf(model: Model, number: number, which: number): Item {
  const routine = model.items.filter(({ sk }) => sk?.S?.startsWith("ROUTINE#"))[which]!;
  return copyModel({ ...model, items: [routine] }, number)[0]!;
}

/** In how many workspaces the routine has not created exactly one task. */
async function countWrong({ model, tenants, which }: Given): Promise<number> {
  let wrong = 0;
  const title = routineOf(model, 0, which).title!;
  for (let number = 0; number < tenants; number++) {
    const { Count } = await cloud.engine.call("Query", {
      TableName: TABLE,
      Select: "COUNT",
      KeyConditionExpression: "pk = :pk and begins_with(sk, :task)",
      FilterExpression: "title = :title",
      ExpressionAttributeValues: {
        ":pk": { S: keys.tenant(copyId(model.tenantId, number)) },
        ":task": { S: "TASK#" },
        ":title": title,
      },
    });
    if (Count !== 1) wrong += 1;
  }
  return wrong;
}

const commands = {
  /** Megabytes after a garbage collection. */
  async memory() {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss: rss / MEGABYTE, heap: heapUsed / MEGABYTE };
  },

  /** Switches a routine on in each workspace, all for the same minute; takes the seconds until each has a schedule. */
  async schedule({ model, tenants, which }: Given) {
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
    await writeItems(cloud.engine, routines);
    await cloud.settled();
    const seconds = (performance.now() - from) / 1000;
    const planned = (await cloud.scheduler.list()).filter(({ next }) => next?.getTime() === due).length;
    return { seconds, planned };
  },

  /** Moves the clock to that minute; takes the seconds until all have fired, and until all is settled. */
  async fire(given: Given) {
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
    const wrong = await countWrong(given);
    return { fired, settled, cpu: (user + system) / 1_000_000, wrong, peak: peak / MEGABYTE };
  },

  settled: () => cloud.settled(),
  /** The problems since the last call. */
  problems: async () => problems.splice(0),
  stop: () => cloud.stop(),
};
/** The commands that the process accepts; each takes one object or nothing. */
export type Commands = typeof commands;

process.on("message", async ({ id, name, given }: { id: number; name: keyof Commands; given: never }) => {
  try {
    process.send!({ id, value: await commands[name](given) });
  } catch (error) {
    process.send!({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
// The benchmark has ended, perhaps in the middle of a command.
process.on("disconnect", () => process.exit());
process.send!({ url: cloud.url, startMs });
