// Heartbeats call the model where something is open for an agent, and nowhere else: counted at the model over hours of
// a moved clock.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Task from "../../core/task/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { signUp } from "../../local/demo/visitor.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { aModel, type TestModel } from "../support/model.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Goes on from test to test: tomorrow at noon, when no routine of a new workspace is due. */
let clock = (Math.floor(Date.now() / DAY) + 1.5) * DAY + MINUTE / 2;

let world: TestCloud;
let model: TestModel;
let tenantId: string;

beforeAll(async () => {
  model = await aModel();
  world = await aCloud({ model: model.provider });
  const ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  ({ tenantId } = (await ada.createTenant("steady")).tenant);
  await world.cloud.workflows.idle();
  await world.cloud.settled();
});
afterAll(async () => {
  await world.close();
  await model.close();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: clock });
});
afterEach(() => {
  // Each begins at a full hour.
  clock = Math.ceil(Date.now() / (60 * MINUTE)) * 60 * MINUTE + MINUTE / 2;
  vi.useRealTimers();
});

const inSystem = <R>(body: () => R): R => as({ type: "system", tenantId }, body);
const turnsOf = (agentId: string) => model.turns().filter((turn) => turn.agentId === agentId).length;
const statusNow = async () => (await inSystem(Tenant.current)).status;
const beating = async () =>
  (await world.cloud.scheduler.list(tenantId))
    .map(({ name }) => name)
    .filter((name) => /^heartbeat-/.test(name));

async function settled(): Promise<void> {
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  await world.cloud.doorbells.idle();
  await world.cloud.settled();
}

/** Passes hours minute by minute; after a minute in which `agent` has a heartbeat its turn is waited for. */
async function pass(minutes: number, heartbeats: number[] = []): Promise<void> {
  for (let count = 0; count < minutes; count++) {
    vi.setSystemTime(Date.now() + MINUTE);
    const before = model.turns().length;
    await world.cloud.scheduler.idle();
    await world.cloud.settled();
    if (heartbeats.includes(new Date().getUTCMinutes())) await model.ended(before + 1);
  }
}

/** A task of the agent's that it has begun. */
async function begun(agentId: string): Promise<string> {
  const before = model.turns().length;
  const { taskId } = await inSystem(() => Task.create({ title: "Write", assignees: [agentId] }));
  await settled();
  await model.ended(before + 1);
  await settled();
  return taskId;
}
async function finished(taskId: string): Promise<void> {
  const before = model.turns().length;
  for (const status of ["review", "done"] as const)
    await inSystem(() => Task.setStatus({ taskId, input: { status } }));
  await settled();
  // It is told that its work was approved.
  await model.ended(before + 1);
  await settled();
}

test("gives an agent with open work one turn a heartbeat, and an agent without any no schedule and no call", async () => {
  expect(await beating()).toEqual([]);
  await pass(180);
  expect(model.calls()).toBe(0);

  const taskId = await begun("inky");
  expect(await beating()).toEqual(["heartbeat-inky"]);
  const began = turnsOf("inky");
  await pass(120, [3, 18, 33, 48]);
  expect(turnsOf("inky") - began).toBe(8);
  expect(model.turns()).toHaveLength(turnsOf("inky"));
  expect(model.turns().at(-1)?.commands[0]).toBe("clawe check agent:inky:main");
  expect(model.turns().at(-1)?.commands).toContain(`clawe task:view ${taskId}`);

  await finished(taskId);
  const calls = model.calls();
  await pass(180);
  expect(await beating()).toEqual([]);
  expect(model.calls()).toBe(calls);
});

test("sends no heartbeat to an agent that is at work, and does not send it later either", async () => {
  const release = model.hold();
  const asked = model.asked();
  const [before, turns] = [turnsOf("pixel"), model.turns().length];
  const { taskId } = await inSystem(() => Task.create({ title: "Draw", assignees: ["pixel"] }));
  await inSystem(() => Task.setStatus({ taskId, input: { status: "in_progress" } }));
  await settled();
  await asked;
  expect(await beating()).toEqual(["heartbeat-pixel"]);
  await pass(60);
  release();
  await model.ended(turns + 1);
  await finished(taskId);
  // The assignment and the approval: no heartbeat waited in between.
  expect(turnsOf("pixel") - before).toBe(2);
  await pass(60);
  expect(await beating()).toEqual([]);
});

test("wakes no sleeping squadhub for a heartbeat, and resumes heartbeats when it is up", async () => {
  const taskId = await begun("scout");
  expect(await beating()).toEqual(["heartbeat-scout"]);
  await inSystem(() => Lifecycle.start("sleep"));
  await settled();
  expect(await statusNow()).toBe("sleeping");
  const calls = model.calls();
  await pass(60);
  expect(await statusNow()).toBe("sleeping");
  expect(await beating()).toEqual([]);
  expect(model.calls()).toBe(calls);

  await inSystem(() => Lifecycle.start("wake"));
  await settled();
  expect(await beating()).toEqual(["heartbeat-scout"]);
  const before = turnsOf("scout");
  await pass(30, [11, 26, 41, 56]);
  expect(turnsOf("scout") - before).toBe(2);

  // So they are after a restart of the service, and of the gateway with it.
  const { readyAt = "" } = (await inSystem(Squadhub.find)) ?? {};
  vi.setSystemTime(Date.now() + 1000);
  await world.restart();
  await vi.waitUntil(async () => ((await inSystem(Squadhub.find))?.readyAt ?? "") > readyAt, {
    timeout: 30_000,
  });
  await settled();
  await pass(15, [11, 26, 41, 56]);
  expect(turnsOf("scout") - before).toBe(3);
  await finished(taskId);
});

test("leaves no schedule of a workspace that is deleted while its agents work", async () => {
  await begun("inky");
  expect(await beating()).toEqual(["heartbeat-inky"]);
  await inSystem(() => Lifecycle.start("deprovision"));
  await settled();
  expect(await statusNow()).toBe("deleted");
  expect(await world.cloud.scheduler.list(tenantId)).toEqual([]);
});
