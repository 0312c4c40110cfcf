// The squadhub has stopped: the workspace sleeps, or rests as it did before.
import { read } from "../../core/run/index.ts";
import { leaveAtRest } from "../../core/tenant/maintenance.ts";
import { fallAsleep } from "../../core/tenant/waking.ts";
import { step } from "./step.ts";

export const handler = step({
  do: async ({ workflow, runId }) => (workflow === "sleep" ? fallAsleep() : leaveAtRest(await read(runId))),
});
