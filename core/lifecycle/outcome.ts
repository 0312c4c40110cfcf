// How a run ends for its workspace, by its workflow's definition.
import * as Run from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import * as Tenant from "../tenant/index.ts";
import { definitions } from "../workflow/definitions.ts";
import { startCleanUp } from "./failure.ts";
import { reopen, settleReverted } from "./reopen.ts";
import { publicUrl, settle } from "./settle.ts";
import { fallAsleep } from "./wake.ts";

/** Ends a run whose steps are all done. */
export async function succeed(runId: string): Promise<void> {
  const { workflow } = await Run.read(runId);
  const { reactivates, during } = definitions[workflow];
  // Not earlier: until here the squadhub might still be rolled back, and lose what was sent to it.
  if (reactivates) await reopen(during);
  await Run.finish(runId, { status: "succeeded", url: await publicUrl() });
}

/** Ends a failed run after its undos. `left` names the steps whose undo failed for good. */
export async function endRolledBack(runId: string, left: string[]): Promise<void> {
  await markAwaitedUndos(runId, left);
  await settleFailed(runId, left);
  await Run.finish(runId, left.length === 0 ? { status: "failed" } : { status: "rollback_incomplete", left });
}

/** Ends a teardown. `left` names the steps that failed for good. */
export async function endTeardown(runId: string, left: string[]): Promise<void> {
  if (left.length === 0) await Squadhub.deleteRecord();
  await settle(left.length === 0 ? "deleted" : "error");
  await Run.finish(
    runId,
    left.length === 0 ? { status: "succeeded" } : { status: "rollback_incomplete", left },
  );
}

/** An undo that ended by its task token could not record its own end. */
async function markAwaitedUndos(runId: string, left: string[]): Promise<void> {
  for (const [name, { status }] of Object.entries((await Run.read(runId)).stages))
    if (status === "undoing") await Run.mark(runId, name, left.includes(name) ? "undo_failed" : "undone");
}

async function settleFailed(runId: string, left: string[]): Promise<void> {
  const run = await Run.read(runId);
  if (run.workflow === "provision") {
    // With leftovers the record stays: it is how they are found again.
    if (left.length === 0) await Squadhub.deleteRecord();
    return settle("error");
  }
  // A later run owns the workspace's status now.
  if ((await Tenant.current()).runId !== runId) return;
  const { revertible, failedStatus } = definitions[run.workflow];
  if (revertible) await settleReverted(run, { isClean: left.length === 0 });
  else if (failedStatus === "sleeping") await fallAsleep();
  else await settle(failedStatus);
}

/**
 * Settles a run whose execution has ended without recording an outcome: it was aborted or timed out, and ran no catch.
 * A run that has reached its goal succeeds, because undoing it would take a good workspace down; any other is undone.
 * Returns false when the run was settled already.
 */
export async function settleEndedExecution(
  runId: string,
  execution: { name: string; status: string },
): Promise<boolean> {
  const run = await Run.read(runId);
  if (Run.isOver(run)) return false;
  if (Run.hasReachedGoal(run)) await succeed(runId);
  else await startCleanUp(run, `${execution.name}-cleanup`, `Execution.${execution.status}`);
  return true;
}
