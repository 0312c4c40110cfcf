// Every step, done or undone, hangs past its timeout, and has its effect long after the run has gone on without it:
// the run is taken back, or done by the next try, and the late effect leaves nothing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { leftSince } from "../../local/demo/inventory.ts";
import { type Fault, refuse } from "../../local/workflow-functions.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { nameOf, rests, type StepOf, steps } from "./steps.ts";
import { type Inside, insideOf } from "./world.ts";

/** Longer than any step takes with stub gateways, several at a time. */
const STEP_SECONDS = 8;
/** Each has a gateway. */
const AT_ONCE = 8;

interface Hanging {
  step: StepOf;
  op: "do" | "undo";
}

const all: Hanging[] = steps.flatMap((step) => [
  { step, op: step.op },
  ...(step.undoable ? [{ step, op: "undo" as const }] : []),
]);
const batches = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
  all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
);
const wordsOf = ({ step, op }: Hanging) => `${nameOf(step)} ${op}`;

let world: TestCloud;
let inside: Inside;

beforeAll(async () => {
  world = await aCloud({ stepSeconds: STEP_SECONDS });
  inside = insideOf(world.cloud);
});
afterAll(() => world.close());

/** How the run ends: what is tried again is done by the next try; a step that was waited for is not. */
function endOf({ step, op }: Hanging): { status: "succeeded" | "failed"; rest: string } {
  const isTriedAgain = step.workflow === "deprovision" || step.optional;
  const isDone = isTriedAgain && op === step.op;
  const { done, undone } = rests[step.workflow];
  return isDone ? { status: "succeeded", rest: done } : { status: "failed", rest: undone };
}

test.each(batches.map((batch, of) => [batch.map(wordsOf).join(", "), batch, of] as const))(
  "%s",
  async (_, batch, of) => {
    const person = await inside.person("ada");
    const before = await inside.inventory();
    const late = Promise.withResolvers<void>();
    const faults: (() => void)[] = [];
    const arm = (fault: Fault) => faults.push(world.cloud.inject(fault));

    function hang({ step: { workflow, stage, op: own, callback }, op }: Hanging, tenantId: string): void {
      const at = { workflow, stage, tenantId };
      if (op !== own) arm({ ...at, op: own, when: callback ? "before" : "after", act: refuse });
      arm({ ...at, op, when: "before", times: 1, act: () => late.promise });
    }

    const made = await Promise.all(
      batch.map(async (each, at) => {
        const draft = each.step.workflow === "provision";
        const { tenantId } = await inside.create(person, `space-${of}-${at}`, draft);
        return { each, tenantId };
      }),
    );
    await inside.idle();
    for (const { each, tenantId } of made) {
      if (rests[each.step.workflow].from === "sleeping") await inside.start(tenantId, "sleep");
      if (each.step.workflow === "restore") await inside.start(tenantId, "backup");
    }
    await inside.idle();
    const runs = await Promise.all(
      made.map(async ({ each, tenantId }) => {
        hang(each, tenantId);
        const { workflow } = each.step;
        const backupId = workflow === "restore" ? await inside.newestBackup(tenantId) : undefined;
        return { each, tenantId, runId: await inside.start(tenantId, workflow, undefined, { backupId }) };
      }),
    );
    await inside.idle();

    const ends = await Promise.all(
      runs.map(async ({ each, tenantId, runId }) => {
        const { status } = await inside.run(tenantId, runId);
        return [wordsOf(each), { status, rest: await inside.status(tenantId) }];
      }),
    );
    expect(Object.fromEntries(ends)).toEqual(
      Object.fromEntries(runs.map(({ each }) => [wordsOf(each), endOf(each)])),
    );
    for (const end of faults) end();
    late.resolve();
    await inside.idle();
    for (const { each, tenantId } of runs) {
      const { rest } = endOf(each);
      expect(await inside.status(tenantId), wordsOf(each)).toBe(rest);
      // A start that was taken back is over; what a failed end has left, another takes.
      if (rest !== "deleted" && !(rest === "error" && each.step.workflow === "provision"))
        await inside.start(tenantId, "deprovision");
    }
    await inside.idle();
    expect(leftSince(before, await inside.inventory())).toEqual([]);
  },
);
