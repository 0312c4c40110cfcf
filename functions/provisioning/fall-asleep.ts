// The squadhub has stopped: the workspace sleeps, or rests as it did before.

import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Run from "../../core/run/index.ts";
import { step } from "./step.ts";

export const handler = step({
  do: async ({ workflow, runId }) =>
    workflow === "sleep" ? Lifecycle.fallAsleep() : Lifecycle.leaveAtRest(await Run.read(runId)),
});
