// What all steps have in common: they run for a tenant, record their progress in the run, and fail in one way.
import { Logger } from "@aws-lambda-powertools/logger";
import { workflows } from "#platform";
import { as } from "../../core/actor/index.ts";
import type { StageStatus } from "../../core/run/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import { definitions, type WorkflowName } from "../../core/workflow/definitions.ts";

export interface StepEvent {
  op: "do" | "undo";
  workflow: WorkflowName;
  stage: string;
  tenantId: string;
  runId: string;
  /** For an undo: the steps before it whose undo failed for good. */
  left?: Record<string, unknown>;
  /** The step ends when this token is completed, not when the function returns. */
  taskToken?: string;
}

export interface StepContext extends StepEvent {
  taskToken: string;
}

/** A failure that the state machine does not retry. Its message is JSON for the run's record: `{code, message}`. */
export class StepRefused extends Error {
  override readonly name = "StepRefused";
}

const logger = new Logger({ serviceName: "provisioning" });

interface Actions {
  do?(context: StepContext): Promise<void>;
  /** With `op: "do"`: the run ended while `do` was at work, and its clean-up may have passed this step already. */
  undo?(context: StepContext): Promise<void>;
}

/** A step's Lambda handler. `do` and `undo` have to be idempotent. */
export function step(actions: Actions) {
  return async (event: StepEvent): Promise<void> => {
    const { op, workflow, stage, tenantId, runId } = event;
    const action = actions[op];
    if (!action) throw refused("internal", `${stage} has no ${op}`);
    await as({ type: "system", tenantId }, async () => {
      const isRollback = op === "undo" && !definitions[workflow].teardown;
      const statuses = isRollback ? rollbackStatuses : forwardStatuses;
      const stages = isRollback ? (await Run.read(runId)).stages : undefined;
      // A retried clean-up continues with what was left.
      if (stages?.[stage]?.status === "undone")
        return void (event.taskToken && (await workflows.succeed(event.taskToken, {})));
      // A step that never began is undone without a record: a clean-up may not know how far the run had come.
      const hasBegun = !stages || stage in stages;
      const mark = (status: StageStatus) => (hasBegun ? Run.mark(runId, stage, status) : true);
      if (!(await mark(statuses.begin))) throw runIsOver();
      try {
        await action({ ...event, taskToken: event.taskToken ?? "" });
      } catch (error) {
        logger.warn("step failed", { op, stage, tenantId, runId, error: error as Error });
        // The run's clean-up may have passed here already, and may have caused this failure: undo what was made so far.
        if (op === "do" && !Run.isActive(await Run.read(runId)))
          await actions.undo?.({ ...event, taskToken: "" });
        else await mark(statuses.failure);
        throw refusedOr(error);
      }
      if (event.taskToken) return;
      if (await mark(statuses.end)) return;
      // The execution was aborted meanwhile, and its clean-up may have passed here already: undo what was just made.
      await actions.undo?.({ ...event, taskToken: "" });
      throw runIsOver();
    });
  };
}

type Statuses = Record<"begin" | "end" | "failure", StageStatus>;
/** Also of a teardown: it consists of undos, but for its customer it goes forward. */
const forwardStatuses: Statuses = { begin: "running", end: "done", failure: "failed" };
const rollbackStatuses: Statuses = { begin: "undoing", end: "undone", failure: "undo_failed" };

const refused = (code: string, message: string, cause?: unknown) =>
  new StepRefused(JSON.stringify({ code, message }), { cause });

const runIsOver = () => refused("conflict", "The run has ended meanwhile.");

function refusedOr(error: unknown): unknown {
  if (error instanceof VisibleError) return refused(error.code, error.message, error);
  if (error instanceof Squadhub.GatewayError && error.reason === "refused")
    return refused("unavailable", error.message, error);
  return error;
}
