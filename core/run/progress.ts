// How a run moves: its stages as they begin and end, what was seen of a failure, its last word.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import { failedConditions, isConditionFailure, now, transact } from "../table/index.ts";
import { RunEntity, type RunItem, read, type StageStatus } from "./entity.ts";
import { failedRunWrite } from "./failure.ts";
import { closeWrite } from "./open.ts";

/**
 * A stage began or ended. Counts attempts; a repeated `running` keeps the first start. Stages follow one another, so
 * one that begins also ends the one before, whose end nobody else tells (a completed task token). False, and nothing
 * written, when the run does not go forward any more.
 */
export async function mark(runId: string, stage: string, status: StageStatus): Promise<boolean> {
  const at = now();
  const before = await read(runId);
  const seen = before.stages[stage];
  const begins = status === "running";
  const forward = begins || status === "done";
  const over = Object.entries(before.stages).filter(
    ([name, { status }]) => name !== stage && status === "running",
  );
  const update = RunEntity.build(UpdateItemCommand).item({
    tenantId: currentTenant(),
    runId,
    status: begins ? "running" : status.startsWith("undo") ? "rolling_back" : undefined,
    stage,
    attempt: begins ? (seen?.status === "running" ? before.attempt + 1 : 1) : before.attempt,
    stages: {
      ...Object.fromEntries(
        over.map(([name, earlier]) => [name, $set({ ...earlier, status: "done", endedAt: at })]),
      ),
      [stage]: $set({
        status,
        startedAt: status === "undoing" ? at : (seen?.startedAt ?? at),
        ...(begins || status === "undoing" ? {} : { endedAt: at }),
      }),
    },
    updatedAt: at,
  });
  try {
    await update.options(forward ? { condition: { attr: "status", in: ["pending", "running"] } } : {}).send();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** Keeps what was seen of a failure before clean-up destroys it. The first record stands. */
export async function fail(
  runId: string,
  error: { stage: string; code: string; message: string },
  evidence: NonNullable<RunItem["evidence"]>,
): Promise<void> {
  const before = await read(runId);
  const at = now();
  const stage = before.stages[error.stage];
  try {
    await transact(
      RunEntity.build(UpdateTransaction)
        .item({
          tenantId: currentTenant(),
          runId,
          status: "rolling_back",
          error: $set(error),
          evidence: $set(evidence),
          stages: {
            [error.stage]: $set({ status: "failed", startedAt: stage?.startedAt ?? at, endedAt: at }),
          },
          updatedAt: at,
        })
        .options({ condition: { attr: "error", exists: false } }),
      failedRunWrite(runId),
    );
  } catch (failure) {
    if (!failedConditions(failure)) throw failure;
  }
}

/** The run's last word. */
export async function finish(
  runId: string,
  outcome:
    | { status: "succeeded"; url?: string }
    | { status: "failed" }
    | { status: "rollback_incomplete"; left: string[] },
): Promise<void> {
  const at = now();
  await transact(
    RunEntity.build(UpdateTransaction).item({
      tenantId: currentTenant(),
      runId,
      ...outcome,
      // A plain list would be written element by element, into one that is not there.
      ...("left" in outcome ? { left: $set(outcome.left) } : {}),
      updatedAt: at,
      endedAt: at,
    }),
    ...(outcome.status === "succeeded" ? [] : [failedRunWrite(runId)]),
    // What is left is the reaper's.
    ...(outcome.status === "rollback_incomplete" ? [] : [closeWrite(runId)]),
  );
}
