// The main job, end to end with stub gateways: from sign-up to an agent's reply and the deletion of the workspace.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../client/index.ts";
import { takeInventory } from "../../local/demo/inventory.ts";
import { isOver, signIn, signInAsDemo, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import { aCloud, cliBundle, type TestCloud } from "../support/cloud.ts";
import { leftByNewcomers } from "../support/left.ts";

let world: TestCloud;
let ada: Visitor;

beforeAll(async () => {
  world = await aCloud();
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
});
afterAll(() => world.close());

async function aWorkspace(name: string, visitor = ada) {
  const { tenant, run } = await visitor.createTenant(name);
  const page = await visitor.watch(tenant.tenantId);
  const path = { tenantId: tenant.tenantId };
  const ended = await page.until("the run to end", async () => {
    const seen = await answer(
      visitor.api.GET("/t/{tenantId}/runs/{runId}", { params: { path: { ...path, runId: run.runId } } }),
    );
    return isOver(seen) ? seen : undefined;
  });
  expect(ended.status).toBe("succeeded");
  const token = (await world.cloud.secrets.read(tenant.tenantId))?.squadhubToken ?? "";
  const clawe = async (...args: string[]) => {
    const env = { CLAWE_URL: world.cloud.url, SQUADHUB_TOKEN: token, PATH: process.env.PATH };
    const { stdout } = await promisify(execFile)(process.execPath, [cliBundle, ...args], { env });
    return stdout.trim();
  };
  return { path, page, clawe, tenant };
}

test("a task planned on the command line reaches the agent, and the agent's comment comes back", async () => {
  const { path, page, clawe } = await aWorkspace("answers");
  const planned = await clawe(
    "task:plan",
    JSON.stringify({
      title: "Write a post",
      by: "main",
      assignee: "inky",
      subtasks: [{ title: "Draft", assign: "inky" }],
    }),
  );
  const taskId = /tsk_\w+/.exec(planned)?.[0] ?? "";

  const comment = await page.until("the agent's comment", async () => {
    const { items } = await answer(
      ada.api.GET("/t/{tenantId}/tasks/{taskId}/comments", { params: { path: { ...path, taskId } } }),
    );
    return items[0];
  });
  expect(comment.by).toEqual({ type: "agent", id: "inky", name: "Inky" });

  const { items: notifications } = await answer(
    ada.api.GET("/t/{tenantId}/agents/{agentId}/notifications", {
      params: { path: { ...path, agentId: "inky" } },
    }),
  );
  expect(notifications).toMatchObject([{ type: "task_assigned", status: "delivered", taskId }]);
  expect(await clawe("check", "agent:inky:main")).toBe("HEARTBEAT_OK");
  page.close();
});

test("notifications to one agent arrive in order, each once", async () => {
  const { path, page } = await aWorkspace("in-order");
  const params = { params: { path } };
  for (let n = 1; n <= 12; n++)
    await answer(
      ada.api.POST("/t/{tenantId}/notifications", {
        ...params,
        body: { agentId: "scout", content: `message ${n}` },
      }),
    );

  const delivered = await page.until("all to be delivered", async () => {
    const { items } = await answer(
      ada.api.GET("/t/{tenantId}/agents/{agentId}/notifications", {
        params: { path: { ...path, agentId: "scout" } },
      }),
    );
    return items.every(({ status }) => status === "delivered") && items.length === 12 ? items : undefined;
  });
  const order = delivered.toSorted((a, b) => ((a.settledAt ?? "") < (b.settledAt ?? "") ? -1 : 1));
  expect(order.map(({ notificationId }) => notificationId)).toEqual(
    delivered.toReversed().map(({ notificationId }) => notificationId),
  );
  page.close();
});

test("the same request sent twice makes one workspace and one run", async () => {
  const requestId = crypto.randomUUID();
  // A simultaneous second request may be refused because the first is under way. A later one gets the first's answer.
  const atOnce = await Promise.allSettled([
    ada.createTenant("only-once", { requestId }),
    ada.createTenant("only-once", { requestId }),
  ]);
  const first = await ada.createTenant("only-once", { requestId });
  for (const each of atOnce)
    if (each.status === "fulfilled") expect(each.value.run.runId).toBe(first.run.runId);
    else expect(String(each.reason)).toMatch(/still in progress/);
  await world.cloud.workflows.idle();
  const executions = await world.cloud.workflows.executions();
  expect(executions.filter(({ name }) => name === first.run.runId)).toHaveLength(1);
  await expect(ada.createTenant("another", { requestId })).rejects.toThrow(/Idempotency-Key/);
});

test("a name belongs to one workspace", async () => {
  const demo = await signInAsDemo(world.cloud);
  await expect(demo.createTenant("answers")).rejects.toThrow(/taken/);
});

test("a workspace survives a restart of the service: its squadhub comes back and notifications are delivered", async () => {
  const bea = await signUp(world.cloud, { name: "Bea", email: "bea@example.com" });
  const { tenant } = await aWorkspace("comes-back", bea);
  await world.restart();
  ada = await signIn(world.cloud, "ada@example.com");
  const again = await signIn(world.cloud, "bea@example.com");
  const path = { tenantId: tenant.tenantId };
  const page = await again.watch(tenant.tenantId);
  await answer(
    again.api.POST("/t/{tenantId}/notifications", {
      params: { path },
      body: { agentId: "pixel", content: "hello" },
    }),
  );
  await page.until("delivery", async () => {
    const { items } = await answer(
      again.api.GET("/t/{tenantId}/agents/{agentId}/notifications", {
        params: { path: { ...path, agentId: "pixel" } },
      }),
    );
    return items.find(({ status }) => status === "delivered");
  });
  page.close();
});

test("a deleted workspace leaves nothing, and its name is free again", async () => {
  const cy = await signUp(world.cloud, { name: "Cy", email: "cy@example.com" });
  const before = await takeInventory(world.cloud);
  const { path, page } = await aWorkspace("short-lived", cy);
  await answer(
    cy.api.POST("/t/{tenantId}/tasks", { params: { path }, body: { title: "Never to be seen again" } }),
  );

  await answer(cy.api.POST("/t/{tenantId}/deprovision", { params: { path } }));
  await page.until("the workspace to be gone", async () => {
    const { response } = await cy.api.GET("/t/{tenantId}", { params: { path } });
    return response.status === 404 || undefined;
  });
  await world.cloud.workflows.idle();
  expect(leftByNewcomers(before, await takeInventory(world.cloud))).toEqual([]);
  const again = await cy.createTenant("short-lived");
  expect(again.tenant.tenantId).not.toBe(path.tenantId);
  page.close();
  await world.cloud.workflows.idle();
});

test("a killed gateway restarts automatically, and the waiting notification is delivered", async () => {
  const dee = await signUp(world.cloud, { name: "Dee", email: "dee@example.com" });
  const { path, page, tenant } = await aWorkspace("killed", dee);
  const config = join(world.cloud.directory, "squadhubs", tenant.tenantId, "state", "openclaw.json");
  for (const pid of await markedProcesses(config)) process.kill(pid, "SIGKILL");

  await answer(
    dee.api.POST("/t/{tenantId}/notifications", {
      params: { path },
      body: { agentId: "pixel", content: "hello" },
    }),
  );
  await page.until("delivery", async () => {
    const { items } = await answer(
      dee.api.GET("/t/{tenantId}/agents/{agentId}/notifications", {
        params: { path: { ...path, agentId: "pixel" } },
      }),
    );
    return items.find(({ status }) => status === "delivered");
  });
  page.close();
});
