// The whole service is killed (SIGKILL) right before and right after each undo of each workflow, and started again: what
// failed is taken back as if nothing had been.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCases } from "./case.ts";
import { nameOf, steps } from "./steps.ts";
import { aVictim, type Victim } from "./victim.ts";

let victim: Victim;
let cases: ReturnType<typeof createCases>;

beforeAll(async () => {
  victim = await aVictim();
  cases = createCases(victim.ask);
});
afterAll(async () => {
  await cases.end();
  await victim.close();
});

const undoable = steps.filter((step) => step.undoable);

describe.each(undoable.map((step) => [nameOf(step), step] as const))("%s", (_, step) => {
  const { workflow, stage, op } = step;
  test.each(["before", "after"] as const)(
    "killed %s it is undone: it is undone all the same",
    async (when) => {
      const { kills } = victim;
      const ran = await cases.runOf(step, async () => {
        // The process that is killed takes its faults with it: what failed once stays so.
        await victim.ask.inject({
          workflow,
          stage,
          op,
          when: step.callback ? "before" : "after",
          act: "refuse",
        });
        await victim.ask.inject({ workflow, stage, op: "undo", when, act: "kill" });
      });
      expect(victim.kills).toBe(kills + 1);
      expect(ran.run.status).toBe("failed");
      await cases.expectAtRest(ran, "undone");
      await cases.mend(ran);
    },
  );
});
