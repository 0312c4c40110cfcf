// What every provisioning step has in common: whose tenant it is, what the customer sees of it, how it fails.
import { Logger } from "@aws-lambda-powertools/logger";
import { workflows } from "#platform";
import { as } from "../../core/actor/index.ts";
import type { StageStatus } from "../../core/run/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import type { WorkflowName } from "../../core/workflow/definitions.ts";

export interface StepEvent {
  op: "do" | "undo";
  workflow: WorkflowName;
  stage: string;
  tenantId: string;
  runId: string;
  /** Of undos: those before it that failed for good. */
  left?: Record<string, unknown>;
  /** Where somebody else says that it is over, not the function's return. */
  taskToken?: string;
}

export interface StepContext extends StepEvent {
  taskToken: string;
}

/** Failing again would change nothing: the state machine does not retry it. `message` is JSON for the run's record. */
export class StepRefused extends Error {
  override readonly name = "StepRefused";
}

const logger = new Logger({ serviceName: "provisioning" });

interface Actions {
  do?(context: StepContext): Promise<void>;
  /** With `op: "do"`: the run ended while `do` was at work, and its clean-up may have passed here already. */
  undo?(context: StepContext): Promise<void>;
}

/** A step's Lambda handler. `do` and `undo` may each run twice and must then change nothing more. */
export function step(deeds: Actions) {
  return async (event: StepEvent): Promise<void> => {
    const { op, workflow, stage, tenantId, runId } = event;
    const deed = deeds[op];
    if (!deed) throw new StepRefused(JSON.stringify({ code: "internal", message: `${stage} has no ${op}` }));
    await as({ type: "system", tenantId }, async () => {
      const words = wordsFor(op, workflow);
      const seen = op === "undo" && workflow !== "deprovision" ? (await Run.read(runId)).stages : undefined;
      // A clean-up that is tried again goes on with what was left.
      if (seen?.[stage]?.status === "undone")
        return void (event.taskToken && (await workflows.succeed(event.taskToken, {})));
      // What never began is undone in silence: a clean-up may not know how far the run had come.
      const begun = !seen || stage in seen;
      const tell = (status: StageStatus) => (begun ? Run.mark(runId, stage, status) : true);
      if (!(await tell(words.begins))) throw runIsOver();
      try {
        await deed({ ...event, taskToken: event.taskToken ?? "" });
      } catch (error) {
        logger.warn("step failed", { op, stage, tenantId, runId, error: error as Error });
        // Its clean-up may have passed here already, and be the very reason: what was made by then goes.
        if (op === "do" && !Run.isActive(await Run.read(runId)))
          await deeds.undo?.({ ...event, taskToken: "" });
        else await tell(words.fails);
        throw refusedOr(error);
      }
      if (event.taskToken) return;
      if (await tell(words.ends)) return;
      // The execution was aborted meanwhile and its clean-up may have passed here already: what was just made goes.
      await deeds.undo?.({ ...event, taskToken: "" });
      throw runIsOver();
    });
  };
}

const runIsOver = () =>
  new StepRefused(JSON.stringify({ code: "conflict", message: "The run has ended meanwhile." }));

function wordsFor(
  op: "do" | "undo",
  workflow: WorkflowName,
): Record<"begins" | "ends" | "fails", StageStatus> {
  // Taking a workspace down is made of undos, but for who watches it is going forward.
  return op === "undo" && workflow !== "deprovision"
    ? { begins: "undoing", ends: "undone", fails: "undo_failed" }
    : { begins: "running", ends: "done", fails: "failed" };
}

function refusedOr(error: unknown): unknown {
  if (error instanceof VisibleError)
    return new StepRefused(JSON.stringify({ code: error.code, message: error.message }), { cause: error });
  if (error instanceof Squadhub.GatewayError && error.reason === "refused")
    return new StepRefused(JSON.stringify({ code: "unavailable", message: error.message }), { cause: error });
  return error;
}
