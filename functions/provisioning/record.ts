// The state machines' own function: records how a run failed, was held, and ended.
import { Logger } from "@aws-lambda-powertools/logger";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import type { CaughtError } from "../../core/run/index.ts";
import * as Run from "../../core/run/index.ts";

export type RecordEvent = { tenantId: string; runId: string } & (
  | { op: "success" }
  | { op: "skipped"; stage: string; caught: CaughtError }
  | { op: "failure"; failed: { step: string; caught: CaughtError } }
  | { op: "hold"; taskToken: string }
  | { op: "rollback" | "end"; left: Record<string, unknown> }
);

const logger = new Logger({ serviceName: "provisioning" });

export const handler = (event: RecordEvent): Promise<void> =>
  as({ type: "system", tenantId: event.tenantId }, () => record(event));

async function record(event: RecordEvent): Promise<void> {
  const { runId } = event;
  switch (event.op) {
    case "success":
      return Lifecycle.succeed(runId);
    case "skipped":
      logger.warn("optional step failed", { runId, stage: event.stage, cause: event.caught.Error });
      return void (await Run.mark(runId, event.stage, "failed"));
    case "failure": {
      const failure = await Lifecycle.recordFailure(runId, event.failed);
      const { step, code, message: explanation, unobserved } = failure;
      if (unobserved) logger.warn("no evidence of the service", { error: unobserved as Error });
      return logger.error("run failed", { runId, step, code, explanation, cause: event.failed.caught.Error });
    }
    case "hold":
      return Run.holdIfAsked(runId, event.taskToken);
    case "rollback":
      logLeftovers(event);
      return Lifecycle.endRolledBack(runId, Object.keys(event.left));
    case "end":
      logLeftovers(event);
      return Lifecycle.endTeardown(runId, Object.keys(event.left));
  }
}

/** A metric filter on this line alerts the operators. */
function logLeftovers({ runId, left }: { runId: string; left: Record<string, unknown> }): void {
  const names = Object.keys(left);
  if (names.length > 0) logger.error("rollback incomplete", { runId, left: names });
}
