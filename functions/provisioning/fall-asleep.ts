// The squadhub is stopped: the workspace falls asleep, or returns to rest as it was before the run.
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Run from "../../core/run/index.ts";
import { definitions } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

export const handler = step({
  do: async ({ workflow, runId }) =>
    definitions[workflow].revertible ? Lifecycle.returnToRest(await Run.read(runId)) : Lifecycle.fallAsleep(),
});
