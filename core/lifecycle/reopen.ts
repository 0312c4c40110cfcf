// How work on a squadhub ends for its workspace: open again and what waited rung for, or at rest as before.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import { ringAll } from "../delivery/doorbell.ts";
import type { RunItem } from "../run/index.ts";
import { find as findSquadhub, SquadhubEntity } from "../squadhub/index.ts";
import type { TenantStatus } from "../tenant/entity.ts";
import { settle } from "./settle.ts";
import { fallAsleep } from "./wake.ts";

/** Opens the workspace, whose status is `from`; what waited for that is rung for. Again changes nothing. */
export async function reopen(runId: string, from: TenantStatus): Promise<void> {
  const noNeed = SquadhubEntity.build(UpdateTransaction)
    .item({ tenantId: currentTenant(), neededAt: $remove() })
    .options({ condition: { attr: "cell", exists: true } });
  await settle("active", from, [noNeed]);
  if (from === "maintenance") await ringAll(`open-${runId}`, { afresh: true });
}

/** A squadhub that was at rest before the run is left so. */
export async function leaveAtRest({ runId, from }: RunItem): Promise<void> {
  if (from === "sleeping") await fallAsleep("maintenance");
  else await leaveStopped(runId, "maintenance");
}

/**
 * Nothing of the squadhub runs, because of a failure. No report of its being ready will ring for what waits, so the
 * lanes are told: they wait as for any gateway that is away, and each try of theirs is a need.
 */
export async function leaveStopped(runId: string, from?: TenantStatus): Promise<void> {
  await settle("stopped", from);
  await ringAll(`stopped-${runId}`, { afresh: false });
}

/**
 * The run has failed and was undone: the workspace is open where the squadhub runs as before, else at rest. One of
 * which something is left is not started again by need alone.
 */
export async function leaveAsBefore(run: RunItem, isWhole: boolean): Promise<void> {
  if ((await findSquadhub())?.readyAt) return reopen(run.runId, "maintenance");
  if (isWhole) await leaveAtRest(run);
  else await leaveStopped(run.runId, "maintenance");
}
