// Starts the state machine of a queued run. The execution has the run's name, so the same run twice is one execution.
import type { EventBridgeEvent } from "aws-lambda";
import { workflows } from "#platform";
import { workflowName } from "../../core/workflow/definitions.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(event: EventBridgeEvent<"run.queued", Detail<"run.queued">>): Promise<void> {
  const { tenantId, runId, workflow } = detailOf("run.queued", event.detail);
  await workflows.start(workflowName.parse(workflow), runId, { tenantId, runId });
}
