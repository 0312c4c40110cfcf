// Short lists with a limit: additions to one wait for each other, so that the limit holds whoever adds at once.
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
 * A write for the transaction that adds to the list: it fails when somebody else has added since. To be called before
 * the list is read, within `again`.
 */
export async function lockList(list: "agents" | "routines"): Promise<Write> {
  const key = { tenantId: currentTenant(), list };
  const Item = await getItem(GuardEntity, key);
  return GuardEntity.build(UpdateTransaction)
    .item({ ...key, version: (Item?.version ?? 0) + 1 })
    .options({
      condition: Item ? { attr: "version", eq: Item.version } : { attr: "version", exists: false },
    });
}
