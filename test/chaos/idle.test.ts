// The idle rule under a moved clock, by the plan: what holds a squadhub awake, what does not, and what wakes it.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Notification from "../../core/notification/index.ts";
import { NotificationEntity } from "../../core/notification/index.ts";
import * as Routine from "../../core/routine/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { keys, queryAll } from "../../core/table/index.ts";
import * as Task from "../../core/task/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { TenantEntity } from "../../core/tenant/index.ts";
import { signUp } from "../../local/demo/visitor.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { aModel, type TestModel } from "../support/model.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Goes on from test to test: tomorrow at noon, when no routine of a new workspace is due. */
let clock = (Math.floor(Date.now() / DAY) + 1.5) * DAY;
/** As often as a gateway reports that it lives. */
const REPORT_MINUTES = 5;
/** The idle time of `micro`, and a minute for moving the look at most once a minute. */
const IDLE_MINUTES = 16;

let world: TestCloud;
let model: TestModel;
let tenantId: string;

beforeAll(async () => {
  model = await aModel();
  world = await aCloud({ model: model.provider, livenessSeconds: 0.2 });
  const ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  ({ tenantId } = (await ada.createTenant("drowsy")).tenant);
  await settled();
  await inSystem(() => TenantEntity.build(UpdateItemCommand).item({ tenantId, plan: "micro" }).send());
  await settled();
});
afterAll(async () => {
  await world.close();
  await model.close();
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: clock });
  if ((await statusNow()) === "sleeping") await inSystem(() => Lifecycle.start("wake"));
  await settled();
  await inSystem(Lifecycle.recordVisit);
  await settled();
  await reported();
});
afterEach(() => {
  clock = Date.now() + 2 * MINUTE;
  vi.useRealTimers();
});

const inSystem = <R>(body: () => R): R => as({ type: "system", tenantId }, body);
const statusNow = async () => (await inSystem(Tenant.current)).status;
const workflows = async () =>
  (await inSystem(() => Run.list({ limit: 100 }))).items.map(({ workflow }) => workflow);

async function settled(): Promise<void> {
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  await world.cloud.doorbells.idle();
  await world.cloud.settled();
}

/** Waits until the gateway has reported at the present time of the moved clock, whatever it says. */
async function reported(): Promise<void> {
  const now = new Date().toISOString();
  await vi.waitUntil(async () => ((await inSystem(Squadhub.find))?.lastSeenAt ?? "") >= now, {
    timeout: 30_000,
    interval: 20,
  });
  await settled();
}

/** Passes minutes, as long as the squadhub is awake with its signs of life. */
async function pass(minutes: number): Promise<void> {
  for (let left = minutes; left > 0; left -= REPORT_MINUTES) {
    vi.setSystemTime(Date.now() + Math.min(left, REPORT_MINUTES) * MINUTE);
    await world.cloud.scheduler.idle();
    await settled();
    if ((await statusNow()) === "active") await reported();
  }
}

const say = (content: string) => inSystem(() => Notification.notify({ agentId: "inky", content }));
async function statusOf(content: string): Promise<string | undefined> {
  const where = { partition: keys.tenant(tenantId), prefix: "NOTIFICATION#inky#" };
  const all = await inSystem(() => Array.fromAsync(queryAll(NotificationEntity, where)));
  return all.find((each) => each.content === content)?.status;
}

test("puts a squadhub to sleep after the plan's idle time, although it still reports", async () => {
  await pass(IDLE_MINUTES - 2);
  expect(await statusNow()).toBe("active");
  await pass(3);
  expect(await statusNow()).toBe("sleeping");
});

test("stays awake until the end of a turn that writes nothing to the board", async () => {
  const turns = model.turns().length;
  const release = model.hold();
  const asked = model.asked();
  await say("think long");
  await asked;
  await settled();
  await pass(3 * IDLE_MINUTES);
  expect(await statusNow()).toBe("active");
  release();
  await model.ended(turns + 1);
  await reported();
  await pass(IDLE_MINUTES - 2);
  expect(await statusNow()).toBe("active");
  await pass(4);
  expect(await statusNow()).toBe("sleeping");
});

test("stays awake while a task is in progress", async () => {
  const { taskId } = await inSystem(() => Task.create({ title: "Long", assignees: [] }));
  const move = (status: "in_progress" | "review" | "done") =>
    inSystem(() => Task.setStatus({ taskId, input: { status } }));
  await move("in_progress");
  await pass(2 * IDLE_MINUTES);
  expect(await statusNow()).toBe("active");
  await move("review");
  await move("done");
  await pass(2 * IDLE_MINUTES);
  expect(await statusNow()).toBe("sleeping");
});

test("wakes for a notification and delivers it", async () => {
  await pass(2 * IDLE_MINUTES);
  expect(await statusNow()).toBe("sleeping");
  const turns = model.turns().length;
  await say("good morning");
  await settled();
  await model.ended(turns + 1);
  expect(await statusNow()).toBe("active");
  await vi.waitUntil(async () => (await statusOf("good morning")) === "delivered", { timeout: 30_000 });
  expect((await workflows())[0]).toBe("wake");
});

test("wakes when a person opens the workspace", async () => {
  await pass(2 * IDLE_MINUTES);
  expect(await statusNow()).toBe("sleeping");
  await inSystem(Lifecycle.recordVisit);
  await settled();
  expect(await statusNow()).toBe("active");
});

test("wakes for a routine, whose task exists then", async () => {
  const at = new Date(Date.now() + 3 * IDLE_MINUTES * MINUTE);
  const schedule = { daysOfWeek: [0, 1, 2, 3, 4, 5, 6], hour: at.getUTCHours(), minute: at.getUTCMinutes() };
  await inSystem(() => Routine.create({ title: "Look around", schedule }));
  await settled();
  await pass(2 * IDLE_MINUTES);
  expect(await statusNow()).toBe("sleeping");
  await pass(IDLE_MINUTES + 1);
  expect(await statusNow()).toBe("active");
  const { items } = await inSystem(() => Task.list({ limit: 100 }));
  expect(items.filter(({ title }) => title === "Look around")).toMatchObject([{ status: "inbox" }]);
});
