// Hold: a failed run waits before its first undo, so that operators can inspect it, until they release it or the time
// is over. It has to be requested while the run still goes forward: an undo destroys what there is to inspect.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { workflows } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { conditionHolds, now, unlessChanged } from "../table/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { find, get, type Run, RunEntity } from "./entity.ts";

const HOLD_MS = 72 * 3600 * 1000;

/**
 * Makes the run wait for up to 72 hours if it fails. Throws `not_found`, and `conflict` once it has ended or is being
 * undone.
 */
export const hold = fn(idOf("run"), async (runId): Promise<Run> => {
  if (!(await find(runId))) throw notFound("run");
  await unlessChanged(
    () =>
      RunEntity.build(UpdateItemCommand)
        .item({ tenantId: currentTenant(), runId, hold: true, updatedAt: now() })
        .options({ condition: { attr: "status", in: ["pending", "running"] } })
        .send(),
    () => new VisibleError("conflict", "Only a run that is still under way can be held."),
  );
  return get(runId);
});

/** Lets a held run be undone, or cancels the hold of one under way. Throws `not_found`, and `conflict` for any other run. */
export const release = fn(idOf("run"), async (runId): Promise<Run> => {
  const run = await find(runId);
  if (!run) throw notFound("run");
  if (!run.hold && run.status !== "held") throw new VisibleError("conflict", "This run is not held.");
  await endHold(runId);
  return get(runId);
});

/**
 * Called before a failed run is undone. Completes `taskToken` at once, or on release if the run is to be held. A second
 * call keeps the time limit of the first.
 */
export async function holdIfAsked(runId: string, taskToken: string): Promise<void> {
  const run = await find(runId);
  const heldUntil = run?.heldUntil ?? new Date(Date.now() + HOLD_MS).toISOString();
  const isHeld = await conditionHolds(
    RunEntity.build(UpdateItemCommand)
      .item({
        tenantId: currentTenant(),
        runId,
        status: "held",
        holdToken: taskToken,
        heldUntil,
        updatedAt: now(),
      })
      .options({ condition: { attr: "hold", eq: true } })
      .send(),
  );
  if (!isHeld) await workflows.succeed(taskToken, {});
}

/** Ends the hold. The item is written first: if the token's completion is lost, the next attempt goes on. */
export async function endHold(runId: string): Promise<void> {
  const { Attributes } = await RunEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), runId, hold: $remove(), updatedAt: now() })
    .options({ condition: { attr: "workflow", exists: true }, returnValues: "ALL_NEW" })
    .send();
  if (Attributes?.holdToken) await workflows.succeed(Attributes.holdToken, {});
}
