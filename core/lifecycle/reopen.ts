// How maintenance ends for a workspace: it is open again, or at rest as before.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import type { RunItem } from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import type { TenantStatus } from "../tenant/index.ts";
import { definitions } from "../workflow/definitions.ts";
import { settle } from "./settle.ts";
import { fallAsleep } from "./wake.ts";

/** Opens the workspace if its status is `from`; else does nothing. */
export async function reopen(from: TenantStatus): Promise<void> {
  const forgetNeed = SquadhubEntity.build(UpdateTransaction)
    .item({ tenantId: currentTenant(), neededAt: $remove() })
    .options({ condition: { attr: "cell", exists: true } });
  await settle("active", from, [forgetNeed]);
}

/** Puts a workspace that was at rest before the run back to rest: asleep, or stopped. */
export async function returnToRest({ workflow, from }: RunItem): Promise<void> {
  const { during } = definitions[workflow];
  if (from === "sleeping") await fallAsleep(during);
  else await settle("stopped", during);
}

/**
 * Settles a workspace whose revertible run failed and was undone: open where the squadhub runs as before, else at rest.
 * With leftovers it is stopped, so that it is not woken automatically.
 */
export async function settleReverted(run: RunItem, { isClean }: { isClean: boolean }): Promise<void> {
  const { during } = definitions[run.workflow];
  if ((await Squadhub.find())?.readyAt) return reopen(during);
  if (isClean) await returnToRest(run);
  else await settle("stopped", during);
}
