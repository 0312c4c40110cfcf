// A run's progress: the begin and end of its stages, the evidence of a failure, its outcome.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import { conditionHolds, now, transact } from "../table/index.ts";
import { RunEntity, type RunItem, read, type StageStatus } from "./entity.ts";
import { failedRunWrite } from "./failure.ts";
import { closeWrite } from "./open.ts";

/**
 * Records that a stage began or ended, and counts its attempts. A repeated `running` keeps the first start. A stage that
 * begins also ends the one before it: nothing else records the end of a stage that a task token completes. Returns false
 * and writes nothing when a stage begins or is done although the run is no longer under way.
 */
export async function mark(runId: string, stage: string, status: StageStatus): Promise<boolean> {
  const at = now();
  const before = await read(runId);
  const seen = before.stages[stage];
  const isBegin = status === "running";
  const isForward = isBegin || status === "done";
  const ended = Object.entries(before.stages).filter(
    ([name, { status }]) => name !== stage && status === "running",
  );
  const update = RunEntity.build(UpdateItemCommand).item({
    tenantId: currentTenant(),
    runId,
    status: isBegin ? "running" : status.startsWith("undo") ? "rolling_back" : undefined,
    stage,
    attempt: isBegin ? (seen?.status === "running" ? before.attempt + 1 : 1) : before.attempt,
    stages: {
      ...Object.fromEntries(
        ended.map(([name, earlier]) => [name, $set({ ...earlier, status: "done", endedAt: at })]),
      ),
      [stage]: $set({
        status,
        startedAt: status === "undoing" ? at : (seen?.startedAt ?? at),
        ...(isBegin || status === "undoing" ? {} : { endedAt: at }),
      }),
    },
    updatedAt: at,
  });
  const isActive = { condition: { attr: "status", in: ["pending", "running"] } } as const;
  return conditionHolds(update.options(isForward ? isActive : {}).send());
}

/** Records a failure and its evidence before the clean-up destroys it. Only the first failure is kept. */
export async function fail(
  runId: string,
  error: { stage: string; code: string; message: string },
  evidence: NonNullable<RunItem["evidence"]>,
): Promise<void> {
  const before = await read(runId);
  const at = now();
  const stage = before.stages[error.stage];
  await conditionHolds(
    transact(
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
    ),
  );
}

/** Ends the run. */
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
      // A plain list would be written element by element into one that does not exist.
      ...("left" in outcome ? { left: $set(outcome.left) } : {}),
      updatedAt: at,
      endedAt: at,
    }),
    ...(outcome.status === "succeeded" ? [] : [failedRunWrite(runId)]),
    // A run with leftovers stays on the reaper's list.
    ...(outcome.status === "rollback_incomplete" ? [] : [closeWrite(runId)]),
  );
}
