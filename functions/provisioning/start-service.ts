// Starts one task, never two at once: its state is SQLite on a network file system.
import { squadhubs } from "#platform";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { definitions } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

/** Whether the run's clean-up has begun to start the squadhub as it was. A late undo must not stop that one. */
async function isStartedAgain(runId: string): Promise<boolean> {
  const status = (await Run.read(runId)).stages.StopService?.status;
  return status === "undoing" || status === "undone";
}

export const handler = step({
  do: () => Squadhub.createService((spec) => squadhubs.startService(spec)),
  async undo({ op, workflow, runId }) {
    if (op === "do" && definitions[workflow].revertible && (await isStartedAgain(runId))) return;
    await Squadhub.removeResource((squadhub) => squadhubs.deleteService(squadhub));
    await Squadhub.forgetReady();
  },
});
