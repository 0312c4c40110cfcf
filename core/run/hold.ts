// Hold: a failed run waits before its first undo, so that operators can look inside, until they release it or its
// time is over. To be asked for while the run goes forward: once the undos have begun there is nothing to keep.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { workflows } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { isConditionFailure, now, unlessChanged } from "../table/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { find, get, type Run, RunEntity } from "./entity.ts";

const HOLD_MS = 72 * 3600 * 1000;

/**
 * Should this run fail, it is kept as it is for up to 72 hours. Throws `not_found`, and `conflict` once it has ended or
 * is being undone.
 */
export const hold = fn(idOf("run"), async (runId): Promise<Run> => {
  if (!(await find(runId))) throw notFound("run");
  await unlessChanged(
    () =>
      RunEntity.build(UpdateItemCommand)
        .item({ tenantId: currentTenant(), runId, hold: true, updatedAt: now() })
        .options({ condition: { attr: "status", in: ["pending", "running"] } })
        .send(),
    () => new VisibleError("conflict", "Only a run that still goes forward can be held."),
  );
  return get(runId);
});

/** Lets a held run be undone, or takes back that it is to be held. Throws `not_found`, `conflict` when neither is so. */
export const release = fn(idOf("run"), async (runId): Promise<Run> => {
  const run = await find(runId);
  if (!run) throw notFound("run");
  if (!run.hold && run.status !== "held") throw new VisibleError("conflict", "This run is not held.");
  await endHold(runId);
  return get(runId);
});

/**
 * A failed run is about to be undone: `taskToken` is completed at once, unless it is to be held; then when it is
 * released. An execution that comes here again keeps the time of the first.
 */
export async function holdIfAsked(runId: string, taskToken: string): Promise<void> {
  const run = await find(runId);
  const heldUntil = run?.heldUntil ?? new Date(Date.now() + HOLD_MS).toISOString();
  try {
    await RunEntity.build(UpdateItemCommand)
      .item({
        tenantId: currentTenant(),
        runId,
        status: "held",
        holdToken: taskToken,
        heldUntil,
        updatedAt: now(),
      })
      .options({ condition: { attr: "hold", eq: true } })
      .send();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    await workflows.succeed(taskToken, {});
  }
}

/** Ends the hold. What is written first makes that the execution goes on even when nobody hears the token. */
export async function endHold(runId: string): Promise<void> {
  const { Attributes } = await RunEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), runId, hold: $remove(), updatedAt: now() })
    .options({ condition: { attr: "workflow", exists: true }, returnValues: "ALL_NEW" })
    .send();
  if (Attributes?.holdToken) await workflows.succeed(Attributes.holdToken, {});
}
