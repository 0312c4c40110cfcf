// Killed right before and right after each undo of each workflow: what failed is taken back as if nothing had been.
import { expect } from "vitest";
import { eachKill, useVictim } from "./kill.ts";
import { steps } from "./steps.ts";

const used = useVictim();
const undoable = steps.filter((step) => step.undoable);

eachKill(
  undoable,
  (when) => `killed ${when} it is undone: it is undone all the same`,
  async (step, when) => {
    const { victim, cases } = used;
    const { workflow, stage, op, callback } = step;
    const { kills } = victim;
    const ran = await cases.runOf(step, async () => {
      // The process that is killed takes its faults with it: what failed once stays so.
      const refused = callback ? "before" : "after";
      await victim.ask.inject({ workflow, stage, op, when: refused, act: "refuse" });
      await victim.ask.inject({ workflow, stage, op: "undo", when, act: "kill" });
    });
    expect(victim.kills).toBe(kills + 1);
    expect(ran.run.status).toBe("failed");
    await cases.expectAtRest(ran, "undone");
    await cases.mend(ran);
  },
);
