// How many refused requests of one address the audit log takes in a minute: who only knocks cannot fill the table.
import { Entity } from "dynamodb-toolbox/entity";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { expiresIn, isConditionFailure, keys, mainTable } from "../table/index.ts";

export const MAX_DENIALS_PER_MINUTE = 20;

const DenialsEntity = new Entity({
  name: "Denials",
  table: mainTable,
  timestamps: false,
  schema: item({ address: string().key(), minute: string().key(), count: number(), ttl: number() }),
  computeKey: ({ address, minute }) => ({ pk: keys.audit(`DENIALS#${address}`), sk: minute }),
});

/** Addresses whose minute is used up, so that a flood costs no writes. */
let full = { minute: "", addresses: new Set<string>() };

/** Takes one of the address's entries of this minute. False when there is none left. */
export async function countDenial(address: string): Promise<boolean> {
  const minute = new Date().toISOString().slice(0, 16);
  if (full.minute !== minute) full = { minute, addresses: new Set() };
  if (full.addresses.has(address)) return false;
  try {
    await DenialsEntity.build(UpdateItemCommand)
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
    return true;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    full.addresses.add(address);
    return false;
  }
}
