// A workspace's squadhub sleeps, wakes and restarts, and the workspace keeps its content.
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { answer, type Schemas } from "../../client/index.ts";
import { as } from "../../core/actor/index.ts";
import * as Lane from "../../core/delivery/lane.ts";
import { plans } from "../../core/plan/index.ts";
import * as Run from "../../core/run/index.ts";
import { isOver, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";

let world: TestCloud;
let ada: Visitor;
let tenantId: string;
let path: { params: { path: { tenantId: string } } };

beforeAll(async () => {
  world = await aCloud();
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  const { tenant, run } = await ada.createTenant("sleepy");
  ({ tenantId } = tenant);
  path = { params: { path: { tenantId } } };
  expect(await ended(run)).toMatchObject({ status: "succeeded" });
});
afterEach(() => world.cloud.failAt(undefined));
afterAll(() => world.close());

/** Waits until the run has ended and all its consequences have settled. */
async function ended({ tenantId, runId }: { tenantId: string; runId: string }): Promise<Schemas["Run"]> {
  const page = await ada.watch(tenantId);
  const run = await page.until("the run to end", async () => {
    const params = { path: { tenantId, runId } };
    const seen = await answer(ada.api.GET("/t/{tenantId}/runs/{runId}", { params }));
    return isOver(seen) ? seen : undefined;
  });
  page.close();
  await world.cloud.workflows.idle();
  await world.cloud.settled();
  return run;
}

const status = async () => (await answer(ada.api.GET("/t/{tenantId}", path))).status;
const isReady = async () => (await answer(ada.api.GET("/t/{tenantId}/squadhub", path))).ready;
const runs = async () => (await answer(ada.api.GET("/t/{tenantId}/runs", path))).items;
const isRunning = () => world.cloud.squadhubs.discovery.resolve(`squadhub-${tenantId}`);

const sleep = async () => ended(await answer(ada.api.POST("/t/{tenantId}/sleep", path)));
const wake = async () => ended(await answer(ada.api.POST("/t/{tenantId}/wake", path)));
const restart = async () => ended(await answer(ada.api.POST("/t/{tenantId}/restart", path)));

const notify = (content: string) =>
  answer(ada.api.POST("/t/{tenantId}/notifications", { ...path, body: { agentId: "inky", content } }));

async function delivered(content: string): Promise<Schemas["Notification"]> {
  const page = await ada.watch(tenantId);
  const found = await page.until(`“${content}” to be delivered`, async () => {
    const params = { path: { tenantId, agentId: "inky" } };
    const { items } = await answer(ada.api.GET("/t/{tenantId}/agents/{agentId}/notifications", { params }));
    return items.find((each) => each.content === content && each.status === "delivered");
  });
  page.close();
  return found;
}

test("a workspace put to sleep stops its gateway, keeps its board, and wakes on request", async () => {
  await answer(ada.api.POST("/t/{tenantId}/tasks", { ...path, body: { title: "Remember me" } }));
  const before = await world.cloud.secrets.read(tenantId);

  expect(await sleep()).toMatchObject({ status: "succeeded", workflow: "sleep" });
  expect(await status()).toBe("sleeping");
  expect(await isReady()).toBe(false);
  expect(await isRunning()).toEqual([]);
  const { items: agents } = await answer(ada.api.GET("/t/{tenantId}/agents", path));
  expect(new Set(agents.map(({ state }) => state))).toEqual(new Set(["asleep"]));

  expect(await wake()).toMatchObject({ status: "succeeded", workflow: "wake" });
  expect(await status()).toBe("active");
  expect(await isReady()).toBe(true);
  expect(await isRunning()).toHaveLength(1);
  const { items: tasks } = await answer(ada.api.GET("/t/{tenantId}/tasks", path));
  expect(tasks.map(({ title }) => title)).toContain("Remember me");
  expect(await world.cloud.secrets.read(tenantId)).toEqual(before);
  await notify("still there?");
  await delivered("still there?");
});

test("a restart replaces the gateway and leaves the workspace active", async () => {
  const [before] = await isRunning();
  expect(await restart()).toMatchObject({ status: "succeeded", workflow: "restart" });
  expect(await status()).toBe("active");
  const [after] = await isRunning();
  expect(after).toBeDefined();
  expect(after).not.toBe(before);
});

test.each(["wake", "restart"] as const)(
  "a failed %s leaves the workspace stopped, and it can be woken again",
  async (workflow) => {
    if (workflow === "wake") await sleep();
    world.cloud.failAt("WaitForReady", workflow);
    const run = await (workflow === "wake" ? wake() : restart());
    world.cloud.failAt(undefined);

    expect(run).toMatchObject({ status: "failed", error: { stage: "WaitForReady" } });
    expect(run.stages.find(({ name }) => name === "StartService")?.status).toBe("undone");
    expect(await status()).toBe("stopped");
    expect(await isRunning()).toEqual([]);
    const { evidence } = await as({ type: "system", tenantId }, () => Run.read(run.runId));
    expect(evidence).toMatchObject({ step: "WaitForReady" });

    expect(await wake()).toMatchObject({ status: "succeeded" });
    expect(await status()).toBe("active");
  },
);

test("a notification that waits for a failed wake is retried, and delivered by the next wake", async () => {
  await sleep();
  world.cloud.failAt("WaitForReady", "wake");
  const page = await ada.watch(tenantId);
  await notify("through the failure");
  const run = await page.until("the wake", async () => {
    const [newest] = await runs();
    return newest?.workflow === "wake" ? newest : undefined;
  });
  page.close();
  expect(await ended(run)).toMatchObject({ status: "failed" });
  await world.cloud.doorbells.idle();
  expect(await status()).toBe("stopped");
  const lane = await as({ type: "system", tenantId }, () => Lane.find("inky"));
  expect(lane).toMatchObject({ state: "retrying", reason: "unreachable" });

  world.cloud.failAt(undefined);
  expect(await wake()).toMatchObject({ status: "succeeded" });
  await delivered("through the failure");
  await world.cloud.doorbells.idle();
  expect(await as({ type: "system", tenantId }, () => Lane.find("inky"))).toBeUndefined();
});

test("an aborted wake, whose catch never runs, also leaves the workspace stopped", async () => {
  await sleep();
  const run = await answer(ada.api.POST("/t/{tenantId}/wake", path));
  const page = await ada.watch(tenantId);
  await page.until("the start to begin", async () => {
    const params = { path: { tenantId, runId: run.runId } };
    const { stages } = await answer(ada.api.GET("/t/{tenantId}/runs/{runId}", { params }));
    return stages.some(({ name, status }) => name === "StartService" && status !== "pending") || undefined;
  });
  await world.cloud.workflows.abort(run.runId);
  page.close();

  expect(await ended(run)).toMatchObject({ status: "failed" });
  expect(await status()).toBe("stopped");
  expect(await isRunning()).toEqual([]);
  expect(await wake()).toMatchObject({ status: "succeeded" });
});

test("many notifications for a sleeping workspace wake it once and are all delivered", async () => {
  await sleep();
  const before = await runs();
  const contents = Array.from({ length: 20 }, (_, index) => `wake up ${index + 1}`);
  await Promise.all(contents.map(notify));
  await Promise.all(contents.map(delivered));
  await world.cloud.workflows.idle();

  const added = (await runs()).slice(0, -before.length);
  expect(added).toMatchObject([{ workflow: "wake", status: "succeeded" }]);
  expect(await status()).toBe("active");
});

test("opening a sleeping workspace wakes it", async () => {
  await sleep();
  const { runId } = await answer(ada.api.POST("/t/{tenantId}/open", path));
  expect(await ended({ tenantId, runId: runId! })).toMatchObject({ workflow: "wake", status: "succeeded" });
  expect(await status()).toBe("active");
});

test("a workspace falls asleep when its plan's idle time has passed since its last activity", async () => {
  const { idleMinutes } = plans.medium;
  plans.medium.idleMinutes = 15;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  onTestFinished(() => {
    plans.medium.idleMinutes = idleMinutes;
    vi.useRealTimers();
  });
  const idleCheck = async () =>
    (await world.cloud.scheduler.list(tenantId)).find(({ name }) => name === "idle");
  async function pass(minutes: number): Promise<void> {
    vi.setSystemTime(Date.now() + minutes * 60_000);
    await world.cloud.scheduler.idle();
    await world.cloud.settled();
    await world.cloud.workflows.idle();
  }

  await notify("some work");
  await delivered("some work");
  await world.cloud.settled();
  const first = (await idleCheck())?.next;
  expect(first).toBeDefined();
  await pass(10);
  await answer(ada.api.POST("/t/{tenantId}/open", path));
  await world.cloud.settled();
  expect((await idleCheck())?.next?.getTime()).toBeGreaterThan(first!.getTime());
  await pass(10);
  expect(await status()).toBe("active");
  await pass(7);
  expect((await runs())[0]).toMatchObject({ workflow: "sleep", status: "succeeded" });
  expect(await status()).toBe("sleeping");
});
