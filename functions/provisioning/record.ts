// The run's record: what was seen of a failure before clean-up, and how the run ended.
import { Logger } from "@aws-lambda-powertools/logger";
import * as z from "zod";
import { squadhubs } from "#platform";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { careful, labels, opensAtEnd, stages, type WorkflowName } from "../../core/workflow/definitions.ts";
import type { ServiceEvidence } from "../../platform/types/squadhubs.ts";

interface Caught {
  Error?: string;
  Cause?: string;
}

export type RecordEvent = { tenantId: string; runId: string; workflow: WorkflowName } & (
  | { op: "success" }
  | { op: "skipped"; stage: string; caught: Caught }
  | { op: "failure"; failed: { step: string; caught: Caught } }
  | { op: "hold"; taskToken: string }
  | { op: "rollback" | "end"; left: Record<string, unknown> }
);

const logger = new Logger({ serviceName: "provisioning" });

export async function handler(event: RecordEvent): Promise<void> {
  const { runId, tenantId } = event;
  await as({ type: "system", tenantId }, async () => {
    switch (event.op) {
      case "success":
        // Only now: what is sent to a squadhub that goes back to what it was would be lost.
        if (opensAtEnd(event.workflow)) await Lifecycle.reopen("maintenance");
        return Run.finish(runId, { status: "succeeded", url: await Lifecycle.publicUrl() });
      case "skipped":
        logger.warn("optional step failed", { runId, stage: event.stage, cause: event.caught.Error });
        return void (await Run.mark(runId, event.stage, "failed"));
      case "failure":
        return recordFailure(event);
      case "hold":
        return Run.holdIfAsked(runId, event.taskToken);
      case "rollback":
        await markWaited(event);
        await settleFailed(event);
        return finishUndone(runId, event.left, { status: "failed" });
      case "end": {
        const isClean = Object.keys(event.left).length === 0;
        if (isClean) await Squadhub.deleteRecord();
        await Lifecycle.settle(isClean ? "deleted" : "error");
        return finishUndone(runId, event.left, { status: "succeeded" });
      }
    }
  });
}

type Undone = Extract<RecordEvent, { op: "rollback" | "end" }>;

/** An undo that waited for somebody's word could not tell itself how it ended. */
async function markWaited({ runId, left }: Undone): Promise<void> {
  for (const [name, { status }] of Object.entries((await Run.read(runId)).stages))
    if (status === "undoing") await Run.mark(runId, name, name in left ? "undo_failed" : "undone");
}

/** What a run that failed leaves the tenant as. A later run of it is not to be disturbed. */
async function settleFailed({ workflow, runId, left }: Undone): Promise<void> {
  if (workflow === "provision") {
    // What is left is found again by the squadhub's record.
    if (Object.keys(left).length === 0) await Squadhub.deleteRecord();
    return Lifecycle.settle("error");
  }
  if ((await Tenant.current()).runId !== runId) return;
  if (careful.includes(workflow))
    return Lifecycle.leaveAsBefore(await Run.read(runId), Object.keys(left).length === 0);
  if (workflow === "sleep") await Lifecycle.fallAsleep();
  else await Lifecycle.settle("stopped");
}

async function finishUndone(
  runId: string,
  left: Record<string, unknown>,
  clean: { status: "failed" } | { status: "succeeded" },
): Promise<void> {
  const names = Object.keys(left);
  if (names.length === 0) return Run.finish(runId, clean);
  // Operators are alerted by this line's metric filter.
  logger.error("rollback incomplete", { runId, left: names });
  return Run.finish(runId, { status: "rollback_incomplete", left: names });
}

async function recordFailure({
  runId,
  workflow,
  failed,
}: Extract<RecordEvent, { op: "failure" }>): Promise<void> {
  const { caught } = failed;
  const step = failed.step || ((await Run.read(runId)).stage ?? stages[workflow][0]);
  const seen = await observe();
  const error = { stage: step, ...explain(workflow, step, caught, seen) };
  const { code, message: told } = error;
  logger.error("run failed", { runId, step, code, told, cause: caught.Error });
  await Run.fail(runId, error, {
    step,
    error: caught.Error ?? "Unknown",
    cause: (caught.Cause ?? "").slice(0, 4096),
    stoppedReason: seen.stoppedReason,
    exitCode: seen.exitCode,
    logs: seen.logs.slice(-50).map((line) => line.slice(0, 500)),
  });
}

/** The service as it is now. What cannot be seen must not keep the clean-up from beginning. */
async function observe(): Promise<ServiceEvidence> {
  try {
    const spec = await Squadhub.findSpec();
    if (spec) return await squadhubs.describeService(spec);
  } catch (error) {
    logger.warn("no evidence of the service", { error: error as Error });
  }
  return { running: false, logs: [] };
}

const refusal = z
  .object({ errorMessage: z.string().transform((text) => JSON.parse(text)) })
  .pipe(z.object({ errorMessage: z.object({ code: z.string(), message: z.string() }) }));

/** What a customer may rely on although the run has failed. Said before the undos have run. */
function whatIsKept(workflow: WorkflowName): string {
  if (workflow === "provision") return "What was made is taken back, and nothing is charged.";
  if (workflow === "upgrade")
    return "Your squadhub goes back to the version from before, with its files as they were, and runs as before.";
  if (workflow === "restore")
    return "Your squadhub goes back to the files and keys from before, and runs as before.";
  if (careful.includes(workflow)) return "Your squadhub goes on as before.";
  return "The board and all files are kept; the squadhub is stopped.";
}

/** What went wrong, in a code and in words for the customer. */
function explain(
  workflow: WorkflowName,
  step: string,
  { Error: name, Cause }: Caught,
  seen: ServiceEvidence,
): { code: string; message: string } {
  const doing = labels[workflow][step]?.toLowerCase() ?? step;
  const kept = whatIsKept(workflow);
  switch (name) {
    case "StepRefused": {
      const said = refusal.safeParse(JSON.parse(Cause ?? "{}"));
      if (said.success) return said.data.errorMessage;
      break;
    }
    case "States.Timeout":
      return {
        code: "timeout",
        message: `It took too long (${doing}). ${kept} Try again.`,
      };
    case "ServiceStopped":
      return {
        code: "service_stopped",
        message: `Your squadhub stopped while it was starting${seen.exitCode === 78 ? ": its configuration was not accepted" : ""}. We have been told. ${kept} Try again in a few minutes.`,
      };
  }
  return {
    code: "internal",
    message: `Something failed on our side (${doing}). We have been told. ${kept} Try again in a few minutes.`,
  };
}
