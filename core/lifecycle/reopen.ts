// How work on a squadhub ends for its workspace: open again and what waited rung for, or at rest as before.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import type { RunItem } from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import type { TenantStatus } from "../tenant/index.ts";
import { settle } from "./settle.ts";
import { fallAsleep } from "./wake.ts";

/** Opens the workspace, whose status is `from`. A second call changes nothing. */
export async function reopen(from: TenantStatus): Promise<void> {
  const noNeed = SquadhubEntity.build(UpdateTransaction)
    .item({ tenantId: currentTenant(), neededAt: $remove() })
    .options({ condition: { attr: "cell", exists: true } });
  await settle("active", from, [noNeed]);
}

/** A squadhub that was at rest before the run is left so. */
export async function leaveAtRest({ from }: RunItem): Promise<void> {
  if (from === "sleeping") await fallAsleep("maintenance");
  else await settle("stopped", "maintenance");
}

/**
 * The run has failed and was undone: the workspace is open where the squadhub runs as before, else at rest. One of
 * which something is left is not started again by need alone.
 */
export async function leaveAsBefore(run: RunItem, isWhole: boolean): Promise<void> {
  if ((await Squadhub.find())?.readyAt) return reopen("maintenance");
  if (isWhole) await leaveAtRest(run);
  else await settle("stopped", "maintenance");
}
