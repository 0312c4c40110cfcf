// Settles a run whose execution ended without recording an outcome: it was aborted or timed out, and ran no catch.
import { Logger } from "@aws-lambda-powertools/logger";
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import { type ExecutionEnded, executionEnded } from "../../events/workflows.ts";

const logger = new Logger({ serviceName: "provisioning" });

export async function handler(event: EventBridgeEvent<"execution.ended", ExecutionEnded>): Promise<void> {
  const { tenantId, runId, status, name } = executionEnded.parse(event.detail);
  await as({ type: "system", tenantId }, async () => {
    const wasOpen = await Lifecycle.settleEndedExecution(runId, { name, status });
    if (wasOpen) logger.error("execution ended without settling its run", { runId, status });
  });
}
