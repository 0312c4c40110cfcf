// One task, never two at once: its state is SQLite on a network file system.
import { squadhubs } from "#platform";
import { read } from "../../core/run/entity.ts";
import { forgetReady } from "../../core/squadhub/reports.ts";
import { make, remove } from "../../core/squadhub/spec.ts";
import { careful } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

/** Whether the run's clean-up has begun to start the squadhub as it was: what comes too late must not stop that. */
async function isBroughtUp(runId: string): Promise<boolean> {
  const status = (await read(runId)).stages.StopService?.status;
  return status === "undoing" || status === "undone";
}

export const handler = step({
  do: () => make("service", (spec) => squadhubs.startService(spec)),
  async undo({ op, workflow, runId }) {
    if (op === "do" && careful.includes(workflow) && (await isBroughtUp(runId))) return;
    await remove((spec) => squadhubs.deleteService(spec));
    await forgetReady();
  },
});
