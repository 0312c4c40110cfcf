// Locks on short lists: additions to one list wait for each other, so that its limit holds under concurrency.
import { Entity } from "dynamodb-toolbox/entity";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor/index.ts";
import { getItem } from "./get.ts";
import { keys, mainTable, type Write } from "./index.ts";

const GuardEntity = new Entity({
  name: "Guard",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    list: string().enum("agents", "routines").key(),
    version: number(),
  }),
  computeKey: ({ tenantId, list }) => ({ pk: keys.tenant(tenantId), sk: `GUARD#${list}` }),
});

/**
 * A write for the transaction that adds to the list. It fails when somebody else has added since. Call this before
 * reading the list, within `retryOnConflict`.
 */
export async function lockListWrite(list: "agents" | "routines"): Promise<Write> {
  const key = { tenantId: currentTenant(), list };
  const guard = await getItem(GuardEntity, key);
  return GuardEntity.build(UpdateTransaction)
    .item({ ...key, version: (guard?.version ?? 0) + 1 })
    .options({
      condition: guard ? { attr: "version", eq: guard.version } : { attr: "version", exists: false },
    });
}
