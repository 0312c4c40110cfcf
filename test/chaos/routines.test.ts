// Routines under a moved clock: through the gap and the fold of several zones, a change of zone, an outage, and kills
// in the middle of firing. What is expected is what EventBridge Scheduler promises: an occurrence whose local time
// does not exist is left out, one whose local time comes twice runs once.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ActivityEntity } from "../../core/activity/index.ts";
import { as } from "../../core/actor/index.ts";
import * as Routine from "../../core/routine/index.ts";
import { keys, queryAll } from "../../core/table/index.ts";
import * as Task from "../../core/task/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { signUp, type Visitor } from "../../local/demo/visitor.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { inTenant } from "../support/domain.ts";

const MINUTE = 60_000;
const DAY = 24 * 3600_000;

let world: TestCloud;
let ada: Visitor;
let tenantId: string;

beforeAll(async () => {
  world = await aCloud();
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  const { tenant, run } = await ada.createTenant("timely");
  ({ tenantId } = tenant);
  await world.cloud.workflows.idle();
  await world.cloud.settled();
  expect(run.workflow).toBe("provision");
});
afterAll(() => world.close());

beforeEach(async () => {
  for (const { routineId } of await routines()) await inSystem(() => Routine.remove(routineId));
  await world.cloud.settled();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});
afterEach(() => vi.useRealTimers());

const inSystem = <R>(body: () => R): R => as({ type: "system", tenantId }, body);
const routines = async () => (await inSystem(Routine.list)).items;
const tasks = async () => (await inSystem(() => Task.list({ limit: 100 }))).items;
/** What was recorded as skipped so far, oldest first. */
const skips = async () => {
  const where = { partition: keys.tenant(tenantId), prefix: "ACTIVITY#" };
  const all = await inSystem(() => Array.fromAsync(queryAll(ActivityEntity, where)));
  return all.filter(({ type }) => type === "routine_skipped").map(({ message }) => message);
};

const everyDay = [0, 1, 2, 3, 4, 5, 6];
/** A routine for every day at this local time, `hh:mm`. */
const daily = (time: string) => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return inSystem(() =>
    Routine.create({ title: `at ${time}`, schedule: { daysOfWeek: everyDay, hour, minute } }),
  );
};

async function moveTo(timezone: string): Promise<void> {
  const person = { ...ada.user, accountId: ada.accountId };
  await inTenant(person, tenantId, async () =>
    Tenant.update({ version: (await Tenant.current()).version, timezone }),
  );
  await world.cloud.settled();
}

/** Lets what is due fire and returns which tasks that made, as `title time`; they are taken off the board again. */
async function fired(): Promise<string[]> {
  await world.cloud.scheduler.idle();
  await world.cloud.settled();
  const made = await tasks();
  for (const { taskId } of made) await inSystem(() => Task.remove({ taskId }));
  return made.map(({ title, createdAt }) => `${title} ${createdAt.slice(0, 16)}`);
}

/** Passes the days from `from` on, a quarter of an hour at a time. Returns what fired. */
async function passDays(from: string, days: number): Promise<string[]> {
  const all: string[] = [];
  const start = Date.parse(from);
  for (let at = start; at < start + days * DAY; at += 15 * MINUTE) {
    vi.setSystemTime(at);
    all.push(...(await fired()));
  }
  return all;
}

test.each([
  {
    what: "the spring gap of New York",
    zone: "America/New_York",
    from: "2027-03-13T05:00:00Z",
    times: ["02:30", "03:00"],
    expected: [
      "at 02:30 2027-03-13T07:30",
      "at 03:00 2027-03-13T08:00",
      "at 03:00 2027-03-14T07:00",
      "at 02:30 2027-03-15T06:30",
      "at 03:00 2027-03-15T07:00",
    ],
  },
  {
    what: "the spring gap of Berlin",
    zone: "Europe/Berlin",
    from: "2027-03-26T23:00:00Z",
    times: ["01:45", "02:00", "02:45"],
    expected: [
      "at 01:45 2027-03-27T00:45",
      "at 02:00 2027-03-27T01:00",
      "at 02:45 2027-03-27T01:45",
      "at 01:45 2027-03-28T00:45",
      "at 01:45 2027-03-28T23:45",
      "at 02:00 2027-03-29T00:00",
      "at 02:45 2027-03-29T00:45",
    ],
  },
  {
    what: "the autumn fold of Lord Howe, half an hour",
    zone: "Australia/Lord_Howe",
    from: "2027-04-02T13:00:00Z",
    times: ["01:30", "01:45", "02:00"],
    expected: [
      "at 01:30 2027-04-02T14:30",
      "at 01:45 2027-04-02T14:45",
      "at 02:00 2027-04-02T15:00",
      "at 01:30 2027-04-03T14:30",
      "at 01:45 2027-04-03T14:45",
      "at 02:00 2027-04-03T15:30",
      "at 01:30 2027-04-04T15:00",
      "at 01:45 2027-04-04T15:15",
      "at 02:00 2027-04-04T15:30",
    ],
  },
  {
    what: "a zone that changes nothing",
    zone: "Asia/Kolkata",
    from: "2027-06-01T18:30:00Z",
    times: ["02:30"],
    expected: ["at 02:30 2027-06-01T21:00", "at 02:30 2027-06-02T21:00", "at 02:30 2027-06-03T21:00"],
  },
  {
    what: "the spring gap of Lord Howe, half an hour",
    zone: "Australia/Lord_Howe",
    from: "2027-10-01T13:30:00Z",
    times: ["01:45", "02:15", "02:30"],
    expected: [
      "at 01:45 2027-10-01T15:15",
      "at 02:15 2027-10-01T15:45",
      "at 02:30 2027-10-01T16:00",
      "at 01:45 2027-10-02T15:15",
      "at 02:30 2027-10-02T15:30",
      "at 01:45 2027-10-03T14:45",
      "at 02:15 2027-10-03T15:15",
      "at 02:30 2027-10-03T15:30",
    ],
  },
  {
    what: "the autumn fold of Berlin",
    zone: "Europe/Berlin",
    from: "2027-10-29T22:00:00Z",
    times: ["02:00", "02:30", "03:00"],
    expected: [
      "at 02:00 2027-10-30T00:00",
      "at 02:30 2027-10-30T00:30",
      "at 03:00 2027-10-30T01:00",
      "at 02:00 2027-10-31T00:00",
      "at 02:30 2027-10-31T00:30",
      "at 03:00 2027-10-31T02:00",
      "at 02:00 2027-11-01T01:00",
      "at 02:30 2027-11-01T01:30",
      "at 03:00 2027-11-01T02:00",
    ],
  },
  {
    what: "the autumn fold of New York",
    zone: "America/New_York",
    from: "2027-11-06T04:00:00Z",
    times: ["01:30"],
    expected: ["at 01:30 2027-11-06T05:30", "at 01:30 2027-11-07T05:30", "at 01:30 2027-11-08T06:30"],
  },
])("$what: each occurrence that there is makes one task", async ({ zone, from, times, expected }) => {
  const before = await skips();
  vi.setSystemTime(from);
  await moveTo(zone);
  for (const time of times) await daily(time);
  await world.cloud.settled();
  expect(await passDays(from, 3)).toEqual(expected);
  expect(await skips()).toEqual(before);
});

test("fires routines in the new time zone after the workspace has moved", async () => {
  vi.setSystemTime("2028-01-10T00:00:00Z");
  await moveTo("Europe/Berlin");
  await daily("09:00");
  await world.cloud.settled();
  const morning = await passDays("2028-01-10T00:00:00Z", 0.5);
  await moveTo("America/New_York");
  expect([...morning, ...(await passDays("2028-01-10T12:00:00Z", 1.5))]).toEqual([
    "at 09:00 2028-01-10T08:00",
    "at 09:00 2028-01-10T14:00",
    "at 09:00 2028-01-11T14:00",
  ]);
});

test("fires what is at most an hour late after an outage of two hours, and records the rest, each once", async () => {
  vi.setSystemTime("2028-02-01T08:00:00Z");
  await moveTo("UTC");
  for (const time of ["08:30", "09:15", "09:44", "09:46", "10:30"]) await daily(time);
  await world.cloud.settled();
  const before = await skips();
  await world.restart(() => void vi.setSystemTime("2028-02-01T10:45:00Z"));
  expect((await fired()).sort()).toEqual(["at 09:46 2028-02-01T10:45", "at 10:30 2028-02-01T10:45"]);
  await world.restart();
  expect(await fired()).toEqual([]);
  expect((await skips()).slice(before.length).sort()).toEqual(
    ["08:30", "09:15", "09:44"].map(
      (time) => `missed the routine “at ${time}”, due at 2028-02-01T${time}:00.000Z`,
    ),
  );
});

test("records each day's occurrence once after an outage of a week", async () => {
  vi.setSystemTime("2028-02-10T08:00:00Z");
  await moveTo("UTC");
  await daily("09:00");
  await world.cloud.settled();
  const before = await skips();
  await world.restart(() => void vi.setSystemTime("2028-02-17T08:00:00Z"));
  expect(await fired()).toEqual([]);
  expect((await skips()).slice(before.length).sort()).toEqual(
    [10, 11, 12, 13, 14, 15, 16].map(
      (day) => `missed the routine “at 09:00”, due at 2028-02-${day}T09:00:00.000Z`,
    ),
  );
});

test("makes no task while the routine's last task is open, and records each skipped time", async () => {
  vi.setSystemTime("2028-03-01T08:00:00Z");
  await moveTo("UTC");
  await daily("09:00");
  await world.cloud.settled();
  const before = await skips();
  for (const day of ["01", "02", "03"]) {
    vi.setSystemTime(`2028-03-${day}T09:00:00Z`);
    await world.cloud.scheduler.idle();
  }
  expect(await tasks()).toHaveLength(1);
  expect((await skips()).slice(before.length)).toEqual(
    Array(2).fill("skipped the routine “at 09:00”, because its last task is still open"),
  );
  await fired();
  vi.setSystemTime("2028-03-04T09:00:00Z");
  expect(await fired()).toEqual(["at 09:00 2028-03-04T09:00"]);
});

/** A process of the service that begins at `time` and is killed when it settles an occurrence. */
async function dies(when: "before" | "after", time: string): Promise<void> {
  const host = join(import.meta.dirname, "../support/doomed-cloud.ts");
  const args = ["--conditions=local", host, world.cloud.directory, time, "FIRED#", when];
  const service = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [, signal] = await once(service, "exit");
  expect(signal).toBe("SIGKILL");
}

test.each([
  { when: "before", back: "2028-04-01T09:40:00Z", made: ["at 09:00 2028-04-01T09:40"], missed: 0 },
  { when: "after", back: "2028-04-03T09:40:00Z", made: ["at 09:00 2028-04-03T09:01"], missed: 0 },
  { when: "before", back: "2028-04-05T11:00:00Z", made: [], missed: 1 },
  { when: "after", back: "2028-04-07T11:00:00Z", made: ["at 09:00 2028-04-07T09:01"], missed: 0 },
] as const)(
  "a service that is killed $when an occurrence has taken effect, and is back at $back, has fired it once or skipped it",
  async ({ when, back, made, missed }) => {
    const day = back.slice(0, 10);
    vi.setSystemTime(`${day}T08:00:00Z`);
    await moveTo("UTC");
    await daily("09:00");
    await world.cloud.settled();
    const before = (await skips()).length;
    await world.restart(async () => {
      await dies(when, `${day}T09:01:00Z`);
      vi.setSystemTime(back);
    });
    expect(await fired()).toEqual(made);
    await world.restart();
    expect(await fired()).toEqual([]);
    expect((await skips()).length - before).toBe(missed);
  },
);
