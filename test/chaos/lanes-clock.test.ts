// Lanes under a moved clock and in the worst case: when each next try is made and what it does, what is given up after a
// day, what an agent collects itself, and what becomes of doorbells that kill their function.
import { Logger } from "@aws-lambda-powertools/logger";
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { answer } from "../../client/index.ts";
import { ActivityEntity } from "../../core/activity/index.ts";
import { as } from "../../core/actor/index.ts";
import * as Lane from "../../core/delivery/lane.ts";
import { NotificationEntity } from "../../core/notification/index.ts";
import { keys, queryAll } from "../../core/table/index.ts";
import { signInAsDemo, signUp, type Visitor } from "../../local/demo/visitor.ts";
import * as platform from "../../platform/local/index.ts";
import { callApi } from "../support/api-call.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { type FaultyGateways, openFaultyGateways } from "../support/faulty-gateways.ts";
import { seeded } from "../support/seeded.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const random = seeded("lanes by the clock");
let world: TestCloud;
let operator: Visitor;
let gateways: FaultyGateways;
let tenantId: string;
let token: string;

beforeAll(async () => {
  world = await aCloud();
  gateways = openFaultyGateways(world.cloud.squadhubs.discovery);
  platform.usePlatform({ ...platform, discovery: gateways.discovery });
  operator = await signInAsDemo(world.cloud);
  const ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  const { tenant } = await ada.createTenant("punctual");
  ({ tenantId } = tenant);
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  token = (await world.cloud.secrets.read(tenantId))!.squadhubToken;
});
afterAll(async () => {
  await world?.close();
  await gateways?.close();
});

let agentId: string;
const agents = ["scout", "pixel", "inky", "main"];
beforeEach(() => {
  // A lane of its own for each test, from a quarter of an hour on: a lane is tried again to the second, and no try
  // comes at the same minute as a heartbeat.
  agentId = agents.shift()!;
  vi.useFakeTimers({ toFake: ["Date"], now: Math.ceil(Date.now() / (15 * MINUTE)) * 15 * MINUTE });
});
afterEach(() => {
  gateways.fail(tenantId, undefined);
  vi.useRealTimers();
});

const inTenant = <R>(body: () => R): R => as({ type: "system", tenantId }, body);
const lane = () => inTenant(() => Lane.find(agentId));
const scheduled = async () =>
  (await world.cloud.scheduler.list(tenantId)).filter(({ name }) => name === `lane-${agentId}`);
const notifications = async () =>
  inTenant(() =>
    Array.fromAsync(
      queryAll(NotificationEntity, { partition: keys.tenant(tenantId), prefix: `NOTIFICATION#${agentId}#` }),
    ),
  );
/** The contents of what has this status, oldest first. */
const those = async (status: string) =>
  (await notifications()).filter((each) => each.status === status).map(({ content }) => content);

/** Waits for all that is due now. */
async function dueNow(): Promise<void> {
  await world.cloud.settled();
  await world.cloud.laterDoorbells.idle();
  await world.cloud.scheduler.idle();
  await world.cloud.doorbells.idle();
}

async function notify(content: string): Promise<void> {
  const body = { agentId, content, by: "main" };
  expect(await callApi("notifyAgent", { token, params: { tenantId }, body })).toMatchObject({ status: 202 });
}

async function check(): Promise<string[]> {
  const { body } = await callApi("checkIn", { token, params: { tenantId, agentId } });
  return (body as { items: { content: string }[] }).items.map(({ content }) => content);
}

let rings = 0;
const ring = () => platform.lanes.ring({ tenantId, agentId }, `test-${rings++}`);

/** Goes to just before the next try, at which nothing happens, even if it rings; and to the try. */
async function nextTry(): Promise<void> {
  const at = Date.parse((await lane())!.nextAttemptAt);
  const before = gateways.requests();
  vi.setSystemTime(at - 1.5 * SECOND);
  await ring();
  await dueNow();
  expect(gateways.requests()).toBe(before);
  vi.setSystemTime(at);
  await dueNow();
}

test("tries a lane after 5, 15 and 45 s, 2, 5 and 15 min and then hourly, gives up what is a day old, and keeps the rest in order", async () => {
  const logged = vi.spyOn(Logger.prototype, "error").mockImplementation(() => undefined);
  onTestFinished(() => logged.mockRestore());
  gateways.fail(tenantId, "cut");
  const begun = Date.now();
  await notify("first");
  await dueNow();

  const waits = [5 * SECOND, 15 * SECOND, 45 * SECOND, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE];
  while (waits.reduce((sum, wait) => sum + wait, 0) <= 24 * HOUR) waits.push(HOUR);
  for (const [tries, wait] of waits.entries()) {
    const state = tries < 3 ? "retrying" : "parked";
    expect(await lane()).toMatchObject({ state, attempt: tries + 1, reason: "unreachable" });
    expect(Date.parse((await lane())!.nextAttemptAt) - Date.now()).toBe(wait);
    expect(await scheduled()).toHaveLength(state === "parked" ? 1 : 0);
    if (tries === 7) await notify("second");
    if (tries === 9) await notify("third");
    const before = gateways.requests();
    await nextTry();
    expect(gateways.requests()).toBe(before + 1);
  }
  expect(Date.now() - begun).toBeGreaterThan(24 * HOUR);
  expect(await those("undeliverable")).toEqual(["first"]);
  expect(await those("pending")).toEqual(["second", "third"]);
  const [given] = await notifications();
  const { notificationId } = given!;
  expect(logged).toHaveBeenCalledWith("notification undeliverable", {
    ...{ tenantId, agentId, notificationId },
    reason: "unreachable",
  });
  const feed = await inTenant(() =>
    Array.fromAsync(queryAll(ActivityEntity, { partition: keys.tenant(tenantId), prefix: "ACTIVITY#" })),
  );
  expect(feed.filter(({ type }) => type === "notification_undeliverable")).toHaveLength(1);

  gateways.fail(tenantId, undefined);
  const sent = gateways.sends.length;
  await nextTry();
  expect(await those("delivered")).toEqual(["second", "third"]);
  const waiting = (await notifications()).slice(1).map((each) => each.notificationId);
  expect(gateways.sends.slice(sent).map(({ key }) => key)).toEqual(waiting);
  expect(await lane()).toBeUndefined();
  expect(await scheduled()).toEqual([]);
});

test("empties a parked lane when its agent checks, deletes its schedule, and sends nothing on a later ring", async () => {
  gateways.fail(tenantId, "busy");
  await notify("one");
  await notify("two");
  await dueNow();
  for (let tries = 0; tries < 3; tries++) await nextTry();
  expect(await lane()).toMatchObject({ state: "parked" });
  expect(await scheduled()).toHaveLength(1);

  expect(await check()).toEqual(["one", "two"]);
  gateways.fail(tenantId, undefined);
  await dueNow();
  expect(await lane()).toBeUndefined();
  expect(await scheduled()).toEqual([]);
  const before = gateways.requests();
  await ring();
  await dueNow();
  expect(gateways.requests()).toBe(before);
  expect(await those("delivered")).toEqual(["one", "two"]);
});

test("hands a checking agent what its lane is not sending: nothing twice, nothing lost, all in order", async () => {
  const count = 120;
  const sent = gateways.sends.length;
  const collected: string[] = [];
  let writing = true;
  const checking = (async () => {
    while (writing || (await those("pending")).length > 0) {
      // Its agent can take no more now and then: that is when it checks.
      gateways.fail(tenantId, random.pick([undefined, undefined, "busy", "slow"]));
      collected.push(...(await check()));
      if (!writing)
        await platform.lanes.ring({ tenantId, agentId, clearBackoff: true }, `clearBackoff-${rings++}`);
    }
  })();
  for (let number = 0; number < count; number++) await notify(String(number));
  writing = false;
  await checking;
  await dueNow();

  const all = await notifications();
  expect(all.map(({ status }) => status)).toEqual(Array(count).fill("delivered"));
  const contentOf = new Map(all.map(({ notificationId, content }) => [notificationId, content]));
  const accepted = gateways.sends.slice(sent).filter(({ accepted }) => accepted);
  const given = accepted.map(({ key }) => contentOf.get(key)!);
  const inOrder = (contents: string[]) => contents.toSorted((a, b) => Number(a) - Number(b));
  expect(given).toEqual(inOrder(given));
  expect(collected).toEqual(inOrder(collected));
  expect(inOrder([...given, ...collected])).toEqual(
    Array.from({ length: count }, (_, number) => `${number}`),
  );
  expect(Math.min(given.length, collected.length)).toBeGreaterThan(0);
});

test("shows operators a doorbell whose function keeps failing, and delivers when it is redriven", async () => {
  const { secrets } = platform;
  const read = vi.fn(async () => Promise.reject(new Error("The secrets are away")));
  platform.usePlatform({ ...platform, secrets: { ...secrets, read } });
  await notify("late but there");
  await dueNow();
  // It comes back after half a minute, then after twice as long each time, up to ten minutes.
  for (const minutes of [0.5, 1, 2, 4, 8, 10, 10]) {
    expect((await answer(operator.api.GET("/ops/dead-letters"))).items).toEqual([]);
    vi.setSystemTime(Date.now() + minutes * MINUTE);
    await dueNow();
  }
  expect(read).toHaveBeenCalledTimes(8);
  expect((await answer(operator.api.GET("/ops/dead-letters"))).items).toMatchObject([
    { lane: { tenantId, agentId }, receives: 8 },
  ]);
  expect(world.problems.filter((problem) => problem.includes(`${tenantId}:${agentId}`))).toHaveLength(1);

  platform.usePlatform({ ...platform, secrets });
  expect(await those("pending")).toEqual(["late but there"]);
  expect(await answer(operator.api.POST("/ops/dead-letters/redrive"))).toEqual({ redriven: 1 });
  await dueNow();
  expect(await those("delivered")).toEqual(["late but there"]);
  expect((await answer(operator.api.GET("/ops/dead-letters"))).items).toEqual([]);
});
