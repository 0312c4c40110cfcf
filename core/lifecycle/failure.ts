// A run has failed: what is known of it is recorded before the clean-up destroys it.
import { squadhubs, workflows } from "#platform";
import type { ServiceEvidence } from "../../platform/types/squadhubs.ts";
import type { CaughtError, RunItem } from "../run/index.ts";
import * as Run from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { definitions } from "../workflow/definitions.ts";

const MAX_CAUSE_LENGTH = 4096;
const MAX_LOG_LINES = 50;
const MAX_LINE_LENGTH = 500;

interface RecordedFailure {
  step: string;
  code: string;
  message: string;
  /** Why nothing is known of the squadhub's service. */
  unobserved?: unknown;
}

/**
 * Records why the run failed, for its customer and with evidence for operators. `step` is empty when an execution was
 * aborted and nobody knows which step ran: the run's last stage is taken for it.
 */
export async function recordFailure(
  runId: string,
  failed: { step: string; caught: CaughtError },
): Promise<RecordedFailure> {
  const run = await Run.read(runId);
  const { caught } = failed;
  const step = failed.step || (run.stage ?? definitions[run.workflow].steps[0]!.name);
  const { service, unobserved } = await observe();
  const { code, message } = Run.explain(run.workflow, step, caught, service);
  const evidence = {
    step,
    error: caught.Error ?? "Unknown",
    cause: (caught.Cause ?? "").slice(0, MAX_CAUSE_LENGTH),
    stoppedReason: service.stoppedReason,
    exitCode: service.exitCode,
    logs: service.logs.slice(-MAX_LOG_LINES).map((line) => line.slice(0, MAX_LINE_LENGTH)),
  };
  await Run.fail(runId, { stage: step, code, message }, evidence);
  return { step, code, message, unobserved };
}

/** The service as it is now. A failure to observe it must not keep the clean-up from beginning. */
async function observe(): Promise<{ service: ServiceEvidence; unobserved?: unknown }> {
  const nothing = { running: false, logs: [] };
  try {
    const squadhub = await Squadhub.find();
    return { service: squadhub ? await squadhubs.describeService(squadhub) : nothing };
  } catch (unobserved) {
    return { service: nothing, unobserved };
  }
}

/**
 * Starts an execution that does nothing but undo every step of the run: its own execution has ended without recording
 * anything, and nobody knows which step was at work. The same `executionName` twice is one execution.
 */
export async function startCleanUp(
  { tenantId, runId, workflow }: Pick<RunItem, "tenantId" | "runId" | "workflow">,
  executionName: string,
  error: string,
): Promise<void> {
  const failed = { step: "", caught: { Error: error, Cause: "" } };
  await workflows.start(workflow, executionName, { tenantId, runId, failed, left: {} });
}
