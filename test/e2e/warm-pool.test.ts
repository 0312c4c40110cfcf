// A workspace that gets a squadhub from the warm pool: ready at once, its own from then on, and deleted with it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { answer, type Schemas } from "../../client/index.ts";
import type { StepName } from "../../core/workflow/definitions.ts";
import { leftSince, takeInventory } from "../../local/demo/inventory.ts";
import { isOver, signInAsDemo, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";

let world: TestCloud;
let ada: Visitor;

beforeAll(async () => {
  world = await aCloud({ warmPool: 1 });
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
});
afterEach(() => world.cloud.failAt(undefined));
afterAll(() => world.close());

const squadhubs = () => join(world.cloud.directory, "squadhubs");
const names = () => readdir(squadhubs());
const pathOf = (tenantId: string) => ({ params: { path: { tenantId } } });

async function ended(visitor: Visitor, { tenantId, runId }: { tenantId: string; runId: string }) {
  const page = await visitor.watch(tenantId);
  const run = await page.until("the run to end", async () => {
    const params = { path: { tenantId, runId } };
    const seen = await answer(visitor.api.GET("/t/{tenantId}/runs/{runId}", { params }));
    return isOver(seen) ? seen : undefined;
  });
  page.close();
  return run;
}

interface Made {
  run: Schemas["Run"];
  tenantId: string;
  /** The name of its squadhub's directory. */
  directory: string;
}

/** Makes a workspace once the pool has a gateway ready. */
async function aWorkspace(name: string): Promise<Made> {
  await world.cloud.squadhubs.pool.full();
  const [[key] = [""]] = await Array.fromAsync(world.cloud.engine.store.list("squadhub~warm~"));
  const { tenant, run } = await ada.createTenant(name);
  const seen = await ended(ada, run);
  await world.cloud.workflows.idle();
  return { run: seen, tenantId: tenant.tenantId, directory: key.split("~").at(-1)! };
}

test("a workspace from the pool has its squad's agents, files and clawe command, and keeps its directory through sleep and wake", async () => {
  const { run, tenantId, directory } = await aWorkspace("warm");
  expect(run.status).toBe("succeeded");
  expect(await names()).not.toContain(tenantId);
  const secrets = await world.cloud.secrets.read(tenantId);
  const config = () => readFile(join(squadhubs(), directory, "state/openclaw.json"), "utf8");
  expect(await config()).toContain(secrets!.gatewayToken);
  const workspace = join(squadhubs(), directory, "state/workspaces/inky");
  expect(await readFile(join(workspace, "AGENTS.md"), "utf8")).toContain("Inky");

  // The offline model works on the task with `clawe`, so its comment comes from inside the gateway.
  const body = { title: "Write the letter", assignees: ["inky"] };
  const { taskId } = await answer(ada.api.POST("/t/{tenantId}/tasks", { ...pathOf(tenantId), body }));
  const page = await ada.watch(tenantId);
  await page.until("Inky's comment", async () => {
    const params = { path: { tenantId, taskId } };
    const { items } = await answer(ada.api.GET("/t/{tenantId}/tasks/{taskId}/comments", { params }));
    return items.find(({ by }) => by.id === "inky");
  });
  page.close();

  const sleep = await answer(ada.api.POST("/t/{tenantId}/sleep", pathOf(tenantId)));
  expect(await ended(ada, sleep)).toMatchObject({ status: "succeeded" });
  expect(await world.cloud.squadhubs.discovery.resolve(`squadhub-${tenantId}`)).toEqual([]);
  const wake = await answer(ada.api.POST("/t/{tenantId}/wake", pathOf(tenantId)));
  expect(await ended(ada, wake)).toMatchObject({ status: "succeeded" });
  expect(await names()).not.toContain(tenantId);
  expect(existsSync(join(workspace, "AGENTS.md"))).toBe(true);
  expect(world.problems).toEqual([]);
  // Its task is still open. Put to sleep, its agent does not disturb the tests below with its next heartbeat.
  await ended(ada, await answer(ada.api.POST("/t/{tenantId}/sleep", pathOf(tenantId))));
});

test("of two workspaces made at once, one gets the ready gateway and the other a new one", async () => {
  await world.cloud.squadhubs.pool.full();
  const before = new Set(await names());
  const made = await Promise.all(["both-1", "both-2"].map((name) => ada.createTenant(name)));
  for (const { run } of made) expect((await ended(ada, run)).status).toBe("succeeded");
  await world.cloud.squadhubs.pool.full();
  const own = made.map(({ tenant }) => tenant.tenantId);
  const fresh = (await names()).filter((name) => !before.has(name));
  expect(fresh.filter((name) => own.includes(name))).toHaveLength(1);
  expect(fresh.filter((name) => name.startsWith("warm_"))).toHaveLength(1);
});

const steps: StepName[] = [
  "CreateSecret",
  "CreateStorage",
  "RegisterDiscovery",
  "StartService",
  "WaitForReady",
  "Activate",
];
test.each(steps)("a start that fails at %s leaves nothing of the claimed gateway", async (step) => {
  await world.cloud.squadhubs.pool.full();
  const before = await takeInventory(world.cloud);
  world.cloud.failAt(step);
  const { run, directory } = await aWorkspace(`w-${step.toLowerCase()}`.slice(0, 20));
  expect(run).toMatchObject({ status: "failed", error: { stage: step } });
  await world.cloud.squadhubs.pool.full();
  expect(leftSince(before, await takeInventory(world.cloud))).toEqual([]);
  expect(await names()).not.toContain(directory);
});

test("a deleted workspace takes the directory with it", async () => {
  await world.cloud.squadhubs.pool.full();
  const before = await takeInventory(world.cloud);
  const { run, tenantId, directory } = await aWorkspace("short");
  expect(run.status).toBe("succeeded");
  expect(await names()).toContain(directory);
  await answer(ada.api.POST("/t/{tenantId}/deprovision", pathOf(tenantId)));
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  await world.cloud.squadhubs.pool.full();
  expect(await names()).not.toContain(directory);
  expect(leftSince(before, await takeInventory(world.cloud))).toEqual([]);
});

test("a service that is killed with a claimed and an unclaimed gateway keeps only the claimed one", async () => {
  const directory = await mkdtemp(join(tmpdir(), "clawe-killed-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  const inside = () => readdir(join(directory, "squadhubs"));

  const first = await aService(directory, 1);
  const [claimed] = await inside();
  const demo = await signInAsDemo(first);
  const { tenant, run } = await demo.createTenant("survivor");
  expect(await ended(demo, run)).toMatchObject({ status: "succeeded" });
  await first.full();
  const [unclaimed, ...others] = (await inside()).filter((name) => name !== claimed);
  expect([unclaimed, others]).toEqual([expect.stringMatching(/^warm_/), []]);
  await first.kill();

  // The second service has no pool, and still removes what the killed one had in it.
  const second = await aService(directory, 0);
  const again = await signInAsDemo(second);
  const page = await again.watch(tenant.tenantId);
  const content = "Still there?";
  const path = { tenantId: tenant.tenantId };
  await answer(
    again.api.POST("/t/{tenantId}/notifications", {
      params: { path },
      body: { agentId: "inky", content },
    }),
  );
  await page.until("the notification to be delivered", async () => {
    const params = { path: { ...path, agentId: "inky" } };
    const { items } = await answer(again.api.GET("/t/{tenantId}/agents/{agentId}/notifications", { params }));
    return items.find((each) => each.content === content && each.status === "delivered");
  });
  page.close();
  await vi.waitFor(async () => expect(await inside()).toEqual([claimed]), { timeout: 20_000 });
}, 120_000);

/** A service in a process of its own, with `warm` gateways in its pool. */
async function aService(directory: string, warm: number) {
  const args = ["--conditions=local", resolve("test/support/warm-cloud.ts"), directory, String(warm)];
  const service = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const exit = once(service, "exit");
  const kill = async () => {
    service.kill("SIGKILL");
    await exit;
  };
  onTestFinished(kill);
  const lines = createInterface({ input: service.stdout })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value as string;
  return {
    url: await next(),
    async full() {
      service.stdin.write("full?\n");
      await next();
    },
    kill,
  };
}
