// Runs that meet: two for one name, a deletion while a start is under way, two deletions, a start after a failure; and
// runs that operators hold, release or leave to the reaper.
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { StepName, WorkflowName } from "../../core/workflow/definitions.ts";
import { type Inventory, leftSince } from "../../local/demo/inventory.ts";
import { refuse } from "../../local/workflow-functions.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { type Inside, insideOf } from "./world.ts";

let world: TestCloud;
let inside: Inside;
let ada: Awaited<ReturnType<Inside["person"]>>;
let before: Inventory;
let faults: (() => void)[] = [];

beforeAll(async () => {
  world = await aCloud();
  inside = insideOf(world.cloud);
  ada = await inside.person("ada");
  await inside.person("bea");
  before = await inside.inventory();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const end of faults.splice(0)) end();
  faults = [];
});
afterAll(() => world.close());

const failAt = (stage: StepName, workflow: WorkflowName = "provision") =>
  faults.push(world.cloud.inject({ workflow, stage, op: "do", when: "after", act: refuse }));
const left = async () => leftSince(before, await inside.inventory());
const runOf = (tenantId: string, runId: string) => inside.run(tenantId, runId);

async function takeDown(tenantId: string): Promise<void> {
  await inside.start(tenantId, "deprovision");
  await inside.idle();
  expect(await left()).toEqual([]);
}

test("opens one of two workspaces that are created at once under one name, and leaves nothing of the other", async () => {
  const bea = await inside.person("bea");
  const made = await Promise.all([inside.create(ada, "wanted"), inside.create(bea, "wanted")]);
  await inside.idle();
  const runs = await Promise.all(made.map(({ tenantId, runId }) => runOf(tenantId, runId)));
  expect(runs.map(({ status }) => status).toSorted()).toEqual(["failed", "succeeded"]);
  expect(runs.find(({ status }) => status === "failed")?.error).toMatchObject({ code: "name_taken" });
  await takeDown(made[runs.findIndex(({ status }) => status === "succeeded")]!.tenantId);
});

test("refuses a deletion while a start is under way, and accepts it afterwards", async () => {
  const { tenantId } = await inside.create(ada, "hasty");
  await expect(inside.start(tenantId, "deprovision")).rejects.toMatchObject({ code: "conflict" });
  await inside.idle();
  expect(await inside.status(tenantId)).toBe("active");
  await takeDown(tenantId);
});

test("runs one of two deletions that come at once", async () => {
  const { tenantId } = await inside.create(ada, "twice");
  await inside.idle();
  const asked = await Promise.allSettled([
    inside.start(tenantId, "deprovision"),
    inside.start(tenantId, "deprovision"),
  ]);
  expect(asked.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await inside.idle();
  expect(await inside.status(tenantId)).toBe("deleted");
  await expect(inside.start(tenantId, "deprovision")).rejects.toMatchObject({ code: "conflict" });
  expect(await left()).toEqual([]);
});

test("starts again after a failed start, also after one whose undo failed", async () => {
  failAt("SeedSquad");
  const breaks = () => {
    throw new Error("Made to break");
  };
  const at = { workflow: "provision", op: "undo", when: "before" } as const;
  faults.push(world.cloud.inject({ ...at, stage: "CreateRole", act: breaks }));
  const { tenantId, runId } = await inside.create(ada, "again");
  await inside.idle();
  expect(await runOf(tenantId, runId)).toMatchObject({ status: "rollback_incomplete", left: ["CreateRole"] });
  for (const end of faults.splice(0)) end();

  const second = await inside.start(tenantId, "provision");
  await inside.idle();
  expect((await runOf(tenantId, second)).status).toBe("succeeded");
  // What the first left is now the second's: the reaper takes nothing of it.
  expect(await inside.reap()).toMatchObject({ retried: 0, failed: 0 });
  await inside.idle();
  expect(await inside.status(tenantId)).toBe("active");
  expect((await inside.gateway(tenantId)).found).toBe(true);
  expect(await inside.open()).toEqual([]);
  await takeDown(tenantId);
});

test("keeps everything of a held run until it is released", async () => {
  failAt("ConfigureSquadhub");
  const { tenantId } = await inside.create(ada, "held", true);
  const runId = await inside.start(tenantId, "provision", undefined, { hold: true });
  await vi.waitFor(async () => expect((await runOf(tenantId, runId)).status).toBe("held"), {
    timeout: 20_000,
  });

  expect(await runOf(tenantId, runId)).toMatchObject({
    evidence: { step: "ConfigureSquadhub" },
    stages: { StartService: { status: "done" } },
  });
  expect(await inside.gateway(tenantId)).toMatchObject({ found: true });
  // It is not yet time for the reaper.
  expect(await inside.reap()).toMatchObject({ released: 0 });
  expect((await runOf(tenantId, runId)).status).toBe("held");

  // It stays held over a restart of the service, and can be released after that.
  await world.restart();
  inside = insideOf(world.cloud);
  await vi.waitFor(async () => expect(await inside.gateway(tenantId)).toMatchObject({ found: true }), {
    timeout: 20_000,
  });
  expect((await runOf(tenantId, runId)).status).toBe("held");
  await inside.release(tenantId, runId);
  await inside.idle();
  expect(await runOf(tenantId, runId)).toMatchObject({
    status: "failed",
    error: { stage: "ConfigureSquadhub" },
  });
  expect(await left()).toEqual([]);
  await expect(inside.release(tenantId, runId)).rejects.toMatchObject({ code: "conflict" });
});

test("rolls a held run back by the reaper after 72 hours", async () => {
  failAt("CreateRole");
  const { tenantId } = await inside.create(ada, "forgotten", true);
  const runId = await inside.start(tenantId, "provision", undefined, { hold: true });
  await vi.waitFor(async () => expect((await runOf(tenantId, runId)).status).toBe("held"), {
    timeout: 20_000,
  });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 73 * 3600_000 });
  expect(await inside.reap()).toMatchObject({ released: 1, failed: 0 });
  await inside.idle();
  expect((await runOf(tenantId, runId)).status).toBe("failed");
  vi.useRealTimers();
  expect(await left()).toEqual([]);
});

test("accepts a hold while a run is under way, and ignores it when the run succeeds", async () => {
  const { tenantId, runId } = await inside.create(ada, "fine");
  await inside.hold(tenantId, runId);
  await inside.idle();
  expect((await runOf(tenantId, runId)).status).toBe("succeeded");
  await expect(inside.hold(tenantId, runId)).rejects.toMatchObject({ code: "conflict" });
  await takeDown(tenantId);
});

test("erases an expired draft with everything that was written for it", async () => {
  const { tenantId } = await inside.create(ada, "lapsed", true);
  await inside.remember(tenantId);
  expect(await left()).not.toEqual([]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3600_000 });
  expect(await inside.reap()).toMatchObject({ drafts: 1, failed: 0 });
  vi.useRealTimers();
  expect((await left()).filter((line) => line.includes(`T#${tenantId}`))).toEqual([]);
});
