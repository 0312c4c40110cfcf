// A thousand notifications while gateways are slow, busy, failing, strange, killed and put to sleep: each arrives once, in
// its agent's order. What counts is what the gateways wrote into their journals, and what came to them when.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { as } from "../../core/actor/index.ts";
import * as Lane from "../../core/delivery/lane.ts";
import { NotificationEntity } from "../../core/notification/index.ts";
import { keys, queryAll } from "../../core/table/index.ts";
import { signUp, type Visitor } from "../../local/demo/visitor.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import * as platform from "../../platform/local/index.ts";
import { callApi } from "../support/api-call.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { type Fault, type FaultyGateways, openFaultyGateways } from "../support/faulty-gateways.ts";
import { seeded } from "../support/seeded.ts";

const TENANTS = 5;
const AGENTS = ["main", "inky", "pixel", "scout"];
const NOTIFICATIONS = 1_000;
const EACH = NOTIFICATIONS / (TENANTS * AGENTS.length);
const PATIENCE_MS = 240_000;
vi.setConfig({ testTimeout: PATIENCE_MS + 60_000, hookTimeout: 120_000 });

const random = seeded("lanes");
let world: TestCloud;
let ada: Visitor;
let gateways: FaultyGateways;
const tenants: { tenantId: string; token: string }[] = [];

beforeAll(async () => {
  world = await aCloud();
  gateways = openFaultyGateways(world.cloud.squadhubs.discovery);
  platform.usePlatform({ ...platform, discovery: gateways.discovery });
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  for (let number = 0; number < TENANTS; number++) {
    const { tenant } = await ada.createTenant(`stormy-${number}`);
    await world.cloud.settled();
    await world.cloud.workflows.idle();
    const { squadhubToken } = (await world.cloud.secrets.read(tenant.tenantId))!;
    tenants.push({ tenantId: tenant.tenantId, token: squadhubToken });
  }
});
afterAll(async () => {
  await world?.close();
  await gateways?.close();
});

const inTenant = <R>(tenantId: string, body: () => R): R => as({ type: "system", tenantId }, body);
const notifications = (tenantId: string) =>
  inTenant(tenantId, () =>
    Array.fromAsync(
      queryAll(NotificationEntity, { partition: keys.tenant(tenantId), prefix: "NOTIFICATION#" }),
    ),
  );
const stateDirectory = (tenantId: string) => join(world.cloud.directory, "squadhubs", tenantId, "state");

/** The ids of notifications that the tenant's gateways have accepted, in order, as they keep them themselves. */
async function journal(tenantId: string): Promise<{ keys: string[]; waiting: unknown[] }> {
  const text = await readFile(join(stateDirectory(tenantId), "clawe-messages.json"), "utf8");
  const { keys, waiting } = JSON.parse(text) as { keys: string[]; waiting: unknown[] };
  // An agent's heartbeat comes between them when its minute falls into the test.
  return { keys: keys.filter((key) => !key.startsWith("heartbeat-")), waiting };
}

/** One agent's notifications, one after another: those of all agents are written side by side. */
async function write({ tenantId, token }: (typeof tenants)[number], agentId: string): Promise<void> {
  for (let number = 0; number < EACH; number++) {
    const body = { agentId, content: `${agentId} ${number}`, by: "main" };
    const { status } = await callApi("notifyAgent", { token, params: { tenantId }, body });
    expect(status).toBe(202);
  }
}

async function kill(tenantId: string): Promise<void> {
  for (const pid of await markedProcesses(join(stateDirectory(tenantId), "openclaw.json")))
    process.kill(pid, "SIGKILL");
}

/** Puts it to sleep, unless it is on its way up or down: what waits wakes it. */
async function sleep(tenantId: string): Promise<void> {
  const { error, response } = await ada.api.POST("/t/{tenantId}/sleep", { params: { path: { tenantId } } });
  if (error) expect(response.status).toBe(409);
}

const passing: Fault[] = ["slow", "busy", "error", "garbage", "cut", "lost"];
const kinds = [...passing, ...passing, "kill", "sleep"] as const;

/** Everything that can go wrong, at every tenant, in an order and for times of the seed's choice, until told to stop. */
async function storm(stopping: AbortSignal): Promise<void> {
  const plan = random.shuffled(tenants.flatMap(({ tenantId }) => kinds.map((kind) => ({ tenantId, kind }))));
  for (let at = 0; at < plan.length || !stopping.aborted; at++) {
    const { tenantId, kind } = plan[at] ?? {
      tenantId: random.pick(tenants).tenantId,
      kind: random.pick(passing),
    };
    const lasts = 100 + random.below(800);
    if (kind === "kill") await kill(tenantId);
    else if (kind === "sleep") await sleep(tenantId);
    else gateways.fail(tenantId, kind);
    await delay(lasts);
    gateways.fail(tenantId, undefined);
  }
}

/** Goes to the moment of the latest next try, and rings what is due by then. */
async function moveOn(): Promise<void> {
  const states = await Promise.all(
    tenants.flatMap(({ tenantId }) => AGENTS.map((agentId) => inTenant(tenantId, () => Lane.find(agentId)))),
  );
  const next = Math.max(...states.map((state) => Date.parse(state?.nextAttemptAt ?? "0")), Date.now());
  // A lane tells its time to the second; its doorbell may come within that second.
  vi.setSystemTime(next + 1_000);
  await world.cloud.laterDoorbells.idle();
  await world.cloud.scheduler.idle();
  await world.cloud.doorbells.idle();
}

test("delivers all notifications, each agent's in order, and none again after it was marked delivered", async () => {
  const written = new AbortController();
  const stormy = storm(written.signal);
  await Promise.all(tenants.flatMap((tenant) => AGENTS.map((agentId) => write(tenant, agentId))));
  written.abort();
  await stormy;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    await moveOn();
    const all = (await Promise.all(tenants.map(({ tenantId }) => notifications(tenantId)))).flat();
    if (all.every(({ status }) => status === "delivered")) break;
    if (performance.now() > until) break;
    await delay(250);
  }
  vi.useRealTimers();

  for (const { tenantId } of tenants) {
    const all = await notifications(tenantId);
    expect(all).toHaveLength(EACH * AGENTS.length);
    expect(all.filter(({ status }) => status !== "delivered")).toEqual([]);
    const byId = new Map(all.map((each) => [each.notificationId, each]));
    const accepted = (await journal(tenantId)).keys;
    expect(accepted).toHaveLength(all.length);
    for (const agentId of AGENTS)
      expect(
        accepted.map((id) => byId.get(id)!).flatMap((each) => (each.agentId === agentId ? each.content : [])),
      ).toEqual(Array.from({ length: EACH }, (_, number) => `${agentId} ${number}`));
    const late = gateways.sends.filter(
      ({ key, at }) => byId.has(key) && at > Date.parse(byId.get(key)!.settledAt!),
    );
    expect(late).toEqual([]);
  }
  // The storm has done something: messages were refused, or lost on their way, and sent again.
  expect(gateways.sends.length).toBeGreaterThan(NOTIFICATIONS);
  console.log(`lanes: ${NOTIFICATIONS} notifications, ${gateways.sends.length} tries`);
});
