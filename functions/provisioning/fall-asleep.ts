// The squadhub has stopped: the workspace sleeps, or rests as it did before.

import { leaveAtRest } from "../../core/lifecycle/reopen.ts";
import { fallAsleep } from "../../core/lifecycle/wake.ts";
import { read } from "../../core/run/entity.ts";
import { step } from "./step.ts";

export const handler = step({
  do: async ({ workflow, runId }) => (workflow === "sleep" ? fallAsleep() : leaveAtRest(await read(runId))),
});
