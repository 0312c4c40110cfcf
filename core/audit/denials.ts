// Limits the refused requests of one address that are recorded in a minute, so that a flood cannot fill the table.
import { Entity } from "dynamodb-toolbox/entity";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { conditionHolds, expiresIn, keys, mainTable } from "../table/index.ts";

export const MAX_DENIALS_PER_MINUTE = 20;

const DenialsEntity = new Entity({
  name: "Denials",
  table: mainTable,
  timestamps: false,
  schema: item({ address: string().key(), minute: string().key(), count: number(), ttl: number() }),
  computeKey: ({ address, minute }) => ({ pk: keys.audit(`DENIALS#${address}`), sk: minute }),
});

/** Addresses that have reached the limit in this minute, remembered so that a flood costs no writes. */
let full = { minute: "", addresses: new Set<string>() };

/** Counts a refused request of the address. False when the limit is reached and it must not be recorded. */
export async function countDenial(address: string): Promise<boolean> {
  const minute = new Date().toISOString().slice(0, 16);
  if (full.minute !== minute) full = { minute, addresses: new Set() };
  if (full.addresses.has(address)) return false;
  const increment = DenialsEntity.build(UpdateItemCommand)
    .item({ address, minute, count: $add(1), ttl: expiresIn(120) })
    .options({
      condition: {
        or: [
          { attr: "count", exists: false },
          { attr: "count", lt: MAX_DENIALS_PER_MINUTE },
        ],
      },
    })
    .send();
  const isCounted = await conditionHolds(increment);
  if (!isCounted) full.addresses.add(address);
  return isCounted;
}
