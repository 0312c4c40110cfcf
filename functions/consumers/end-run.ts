// An execution that ended without settling its run was aborted or timed out, and ran no catch: cleans up after it.
import { Logger } from "@aws-lambda-powertools/logger";
import type { EventBridgeEvent } from "aws-lambda";
import { workflows } from "#platform";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import type { RunItem } from "../../core/run/index.ts";
import * as Run from "../../core/run/index.ts";
import { opensAtEnd } from "../../core/workflow/definitions.ts";
import { type ExecutionEnded, executionEnded } from "../../events/workflows.ts";

const logger = new Logger({ serviceName: "provisioning" });

export async function handler(event: EventBridgeEvent<"execution.ended", ExecutionEnded>): Promise<void> {
  const { tenantId, runId, status, name } = executionEnded.parse(event.detail);
  await as({ type: "system", tenantId }, async () => {
    const run = await Run.read(runId);
    if (Run.isOver(run)) return;
    logger.error("execution ended without settling its run", { runId, status });
    // Everything was done; only the run's end is missing. Undoing it would take a good workspace down.
    if (isComplete(run)) {
      if (opensAtEnd(run.workflow)) await Lifecycle.reopen("maintenance");
      return Run.finish(runId, { status: "succeeded", url: await Lifecycle.publicUrl() });
    }
    // It is not known which step was running, and it may still be at work: all steps are undone.
    const failed = {
      step: "",
      caught: { Error: `Execution.${status}`, Cause: "" },
    };
    await workflows.start(run.workflow, `${name}-cleanup`, { tenantId, runId, failed, left: {} });
  });
}

/** Whether the last step that matters is done: only tidying up may come after it. */
const isComplete = ({ stages }: RunItem): boolean =>
  ["Activate", "FallAsleep"].some((last) => stages[last]?.status === "done");
