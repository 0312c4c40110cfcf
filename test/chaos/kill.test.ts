// The whole service is killed (SIGKILL) right before and right after each effect of each workflow, and started again:
// every run goes on where it was and ends as if nothing had been.
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

describe.each(steps.map((step) => [nameOf(step), step] as const))("%s", (_, step) => {
  const { workflow, stage, op } = step;
  test.each(["before", "after"] as const)("killed %s it is done: it is done all the same", async (when) => {
    const { kills } = victim;
    const ran = await cases.runOf(step, () => victim.ask.inject({ workflow, stage, op, when, act: "kill" }));
    expect(victim.kills).toBe(kills + 1);
    expect(ran.run.status).toBe("succeeded");
    await cases.expectAtRest(ran, "done");
    await cases.mend(ran);
  });
});
