// An execution that ended without a word in its run was aborted or timed out, and ran no catch: clean up after it.
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
    // All was done; only the word that says so is missing. Undoing it would take a good workspace down.
    if (hasArrived(run)) {
      if (opensAtEnd(run.workflow)) await Lifecycle.reopen("maintenance");
      return Run.finish(runId, { status: "succeeded", url: await Lifecycle.publicUrl() });
    }
    // Which step it was cannot be known: one may still be at work. So all are undone.
    const failed = {
      step: "",
      caught: { Error: `Execution.${status}`, Cause: "" },
    };
    await workflows.start(run.workflow, `${name}-cleanup`, { tenantId, runId, failed, left: {} });
  });
}

/** Whether the last step that counts is done: tidying up may come after it. */
const hasArrived = ({ stages }: RunItem): boolean =>
  ["Activate", "FallAsleep"].some((last) => stages[last]?.status === "done");
