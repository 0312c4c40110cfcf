// A start that fails at any step leaves nothing behind but its run.
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, type Schemas } from "../../client/index.ts";
import { as } from "../../core/actor/index.ts";
import * as Run from "../../core/run/index.ts";
import { stepNames } from "../../core/workflow/definitions.ts";
import { leftSince, takeInventory } from "../../local/demo/inventory.ts";
import { isOver, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { leftByNewcomers } from "../support/left.ts";

let world: TestCloud;
let ada: Visitor;

beforeAll(async () => {
  world = await aCloud();
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
});
afterAll(() => world.close());

/** Makes a workspace and waits until its run has ended. */
async function provision(name: string): Promise<Schemas["Run"]> {
  const { tenant, run } = await ada.createTenant(name);
  return ended(tenant.tenantId, run.runId);
}

async function ended(tenantId: string, runId: string): Promise<Schemas["Run"]> {
  const page = await ada.watch(tenantId);
  const path = { params: { path: { tenantId, runId } } };
  const run = await page.until("the run to end", async () => {
    const seen = await answer(ada.api.GET("/t/{tenantId}/runs/{runId}", path));
    return isOver(seen) ? seen : undefined;
  });
  page.close();
  await world.cloud.workflows.idle();
  return run;
}

const steps = stepNames("provision");
const fatal = steps.filter((stage) => stage !== "PushIdentity");
const withoutUndo = ["WaitForReady", "ConfigureSquadhub", "PushIdentity", "Activate"];

test.each(fatal)("a start that fails at %s leaves nothing behind but its run", async (step) => {
  const before = await takeInventory(world.cloud);
  world.cloud.failAt(step);
  const run = await provision(`at-${step.toLowerCase()}`.slice(0, 20));
  world.cloud.failAt(undefined);

  expect(run).toMatchObject({
    status: "failed",
    error: {
      stage: step,
      code: "internal",
      message: "This step was made to fail. What was made is removed again.",
    },
  });
  expect(leftSince(before, await takeInventory(world.cloud))).toEqual([]);

  const reached = steps.slice(0, steps.indexOf(step) + 1);
  const undone = run.stages.filter(({ status }) => status === "undone");
  expect(undone.map(({ name }) => name)).toEqual(reached.filter((name) => !withoutUndo.includes(name)));
  const inReverse = undone.toReversed().map(({ endedAt }) => endedAt);
  expect(inReverse).toEqual(inReverse.toSorted());

  const { evidence } = await as({ type: "system", tenantId: run.tenantId }, () => Run.read(run.runId));
  expect(evidence).toMatchObject({ step, error: "StepRefused" });
  const tenant = await answer(ada.api.GET("/t/{tenantId}", { params: { path: { tenantId: run.tenantId } } }));
  expect(tenant.status).toBe("error");
});

test("a workspace becomes active even if its identity could not be pushed", async () => {
  world.cloud.failAt("PushIdentity");
  const run = await provision("no-identity");
  world.cloud.failAt(undefined);

  expect(run.status).toBe("succeeded");
  expect(run.stages.find(({ name }) => name === "PushIdentity")?.status).toBe("failed");
});

test("a failed workspace can be provisioned again under its name", async () => {
  world.cloud.failAt("RegisterDefinition");
  const failed = await provision("second-try");
  world.cloud.failAt(undefined);
  const path = { params: { path: { tenantId: failed.tenantId } } };

  const again = await answer(ada.api.POST("/t/{tenantId}/provision", path));
  expect((await ended(failed.tenantId, again.runId)).status).toBe("succeeded");
  expect((await answer(ada.api.GET("/t/{tenantId}", path))).status).toBe("active");
});

test("an aborted execution, whose catch never runs, is also cleaned up", async () => {
  const before = await takeInventory(world.cloud);
  const { tenant, run } = await ada.createTenant("aborted");
  const page = await ada.watch(tenant.tenantId);
  const path = { params: { path: { tenantId: tenant.tenantId, runId: run.runId } } };
  await page.until("storage to be made", async () => {
    const { stages } = await answer(ada.api.GET("/t/{tenantId}/runs/{runId}", path));
    return stages.some(({ name, status }) => name === "CreateStorage" && status === "done") || undefined;
  });
  await world.cloud.workflows.abort(run.runId);
  page.close();

  expect(await ended(tenant.tenantId, run.runId)).toMatchObject({ status: "failed" });
  expect(leftByNewcomers(before, await takeInventory(world.cloud))).toEqual([]);
});
