// Cases in which the whole service is killed (SIGKILL) at a step and started again. A file of them has its own service.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkflowName } from "../../core/workflow/definitions.ts";
import { createCases } from "./case.ts";
import { nameOf, type StepOf, steps } from "./steps.ts";
import { aVictim, type Victim } from "./victim.ts";

/** The workflows whose kills have a file of their own; those of all others are in another. */
export const lifecycle: WorkflowName[] = ["provision", "deprovision", "sleep", "wake", "restart"];

/** The service of this file, and what is tried on it; there when the tests run. */
export function useVictim() {
  const used = {} as { victim: Victim; cases: ReturnType<typeof createCases> };
  beforeAll(async () => {
    used.victim = await aVictim();
    used.cases = createCases(used.victim.ask);
  });
  afterAll(async () => {
    await used.cases.end();
    await used.victim.close();
  });
  return used;
}

/** Two cases for each step, each with what happens right before or right after something. */
export function eachKill(
  of: StepOf[],
  title: (when: "%s") => string,
  body: (step: StepOf, when: "before" | "after") => Promise<void>,
): void {
  describe.each(of.map((step) => [nameOf(step), step] as const))("%s", (_, step) => {
    test.each(["before", "after"] as const)(title("%s"), (when) => body(step, when));
  });
}

/** Kills at each effect of these workflows: every run goes on where it was and ends as if nothing had been. */
export function killAtEffects(isTried: (workflow: WorkflowName) => boolean): void {
  const used = useVictim();
  const tried = steps.filter(({ workflow }) => isTried(workflow));
  eachKill(
    tried,
    (when) => `killed ${when} it is done: it is done all the same`,
    async (step, when) => {
      const { victim, cases } = used;
      const { workflow, stage, op } = step;
      const { kills } = victim;
      const ran = await cases.runOf(step, () =>
        victim.ask.inject({ workflow, stage, op, when, act: "kill" }),
      );
      expect(victim.kills).toBe(kills + 1);
      expect(ran.run.status).toBe("succeeded");
      await cases.expectAtRest(ran, "done");
      await cases.mend(ran);
    },
  );
}
