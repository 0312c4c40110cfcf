// Every step of every workflow × everything that goes wrong with it: each run ends done, taken back, or with a true
// list of what is left, which the reaper then takes back too. Never in between.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../core/workflow/definitions.ts";
import { type Inventory, leftSince } from "../../local/demo/inventory.ts";
import { type Fault, refuse } from "../../local/workflow-functions.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { type Case, createCases } from "./case.ts";
import { isLast, nameOf, type StepOf, steps } from "./steps.ts";
import { type Inside, insideOf } from "./world.ts";

let world: TestCloud;
let inside: Inside;
let cases: ReturnType<typeof createCases>;
let before: Inventory;
const faults: (() => void)[] = [];

beforeAll(async () => {
  world = await aCloud();
  inside = insideOf(world.cloud);
  await inside.person("ada");
  before = await inside.inventory();
  cases = createCases(inside);
});
afterEach(mendFaults);
afterAll(async () => {
  await cases.end();
  expect(leftSince(before, await inside.inventory())).toEqual([]);
  await world.close();
});

function inject(fault: Fault): void {
  faults.push(world.cloud.inject(fault));
}

function mendFaults(): void {
  for (const end of faults.splice(0)) end();
}

const breaks = () => {
  throw new Error("Made to break");
};

/** What a step's own fault is: as late as it can be, so that it leaves the most behind. */
const own = ({ workflow, stage, op, callback }: StepOf): Omit<Fault, "act"> => ({
  // Once it waits, the gateway's report may complete it before it could fail.
  ...{ workflow, stage, op, when: callback ? "before" : "after" },
});

async function checked(ran: Case, how: "done" | "undone"): Promise<void> {
  await cases.expectAtRest(ran, how);
  mendFaults();
  await cases.mend(ran);
}

/** The faults are gone: the reaper finishes what they have left. */
async function reaped({ tenantId, run: { runId } }: Case, status: "succeeded" | "failed"): Promise<void> {
  mendFaults();
  expect(await inside.reap()).toMatchObject({ retried: 1, failed: 0 });
  await inside.idle();
  expect((await inside.run(tenantId, runId)).status).toBe(status);
}

describe.each(steps.map((step) => [nameOf(step), step] as const))("%s", (_, step) => {
  test("succeeds when the step fails once", async () => {
    const ran = await cases.runOf(step, () => inject({ ...own(step), times: 1, act: breaks }));
    expect(ran.run.status).toBe("succeeded");
    await checked(ran, "done");
  });

  const failsForGood = () => cases.runOf(step, () => inject({ ...own(step), act: breaks }));
  if (step.optional)
    test("succeeds without the step when it fails for good", async () => {
      const ran = await failsForGood();
      expect(ran.run).toMatchObject({ status: "succeeded", stages: { [step.stage]: { status: "failed" } } });
      await checked(ran, "done");
    });
  else if (step.workflow === "deprovision")
    test("goes on when the step fails for good, records the leftovers, and lets the reaper finish", async () => {
      const ran = await cases.runOf(step, () =>
        // Before it has any effect, so that there is something left.
        inject({ ...own(step), when: "before", act: breaks }),
      );
      expect(ran.run).toMatchObject({ status: "rollback_incomplete", left: [step.stage] });
      expect(await inside.status(ran.tenantId)).toBe("error");
      await reaped(ran, "succeeded");
      await checked(ran, "done");
    });
  else
    test("rolls back when the step fails for good, and keeps the evidence", async () => {
      const ran = await failsForGood();
      expect(ran.run).toMatchObject({
        status: "failed",
        error: { stage: step.stage },
        evidence: { step: step.stage, error: "Error" },
      });
      await checked(ran, "undone");
    });

  if (step.undoable) {
    test("rolls back when the undo fails once", async () => {
      const ran = await cases.runOf(step, () => {
        inject({ ...own(step), act: refuse });
        inject({ ...own(step), op: "undo", times: 1, act: breaks });
      });
      expect(ran.run).toMatchObject({ status: "failed", stages: { [step.stage]: { status: "undone" } } });
      await checked(ran, "undone");
    });

    test("records the leftovers when the undo fails for good, and lets the reaper roll back", async () => {
      const ran = await cases.runOf(step, () => {
        inject({ ...own(step), act: refuse });
        // Before it has any effect, so that there is something left.
        inject({ ...own(step), op: "undo", when: "before", act: breaks });
      });
      // A squadhub that is not as it was is not started either: then that is left, too.
      const isStartedAgain = definitions[step.workflow].revertible;
      const left = isStartedAgain ? expect.arrayContaining([step.stage]) : [step.stage];
      expect(ran.run).toMatchObject({ status: "rollback_incomplete", left });
      await reaped(ran, "failed");
      await checked(ran, "undone");
    });
  }

  test.each(["before", "after"] as const)(
    "its execution is aborted %s its effect: it is cleaned up",
    async (when) => {
      const abort = async ({ runId }: { runId: string }) => void (await world.cloud.workflows.abort(runId));
      const ran = await cases.runOf(step, () => inject({ ...own(step), when, times: 1, act: abort }));
      // Nothing was missing but the word that it is done.
      const isDone = step.workflow === "deprovision" || (isLast(step) && (when === "after" || step.optional));
      expect(ran.run.status).toBe(isDone ? "succeeded" : "failed");
      await checked(ran, isDone ? "done" : "undone");
    },
  );
});
