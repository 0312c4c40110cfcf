// One task, never two at once: its state is SQLite on a network file system.
import { squadhubs } from "#platform";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { careful } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

/** Whether the run's clean-up has begun to start the squadhub as it was: what comes too late must not stop that. */
async function isBroughtUp(runId: string): Promise<boolean> {
  const status = (await Run.read(runId)).stages.StopService?.status;
  return status === "undoing" || status === "undone";
}

export const handler = step({
  do: () => Squadhub.createResource("service", (spec) => squadhubs.startService(spec)),
  async undo({ op, workflow, runId }) {
    if (op === "do" && careful.includes(workflow) && (await isBroughtUp(runId))) return;
    await Squadhub.removeResource((spec) => squadhubs.deleteService(spec));
    await Squadhub.forgetReady();
  },
});
