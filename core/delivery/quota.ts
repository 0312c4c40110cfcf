// How many messages a plan lets reach the squad's agents in an hour. Notifications are counted where they are marked
// delivered, chats where they are asked.
import { Entity } from "dynamodb-toolbox/entity";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { boolean } from "dynamodb-toolbox/schema/boolean";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor/index.ts";
import { getItem, keys, mainTable, type Write } from "../table/index.ts";

const HOUR_MS = 3600_000;

const QuotaEntity = new Entity({
  name: "Quota",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    hour: string().key(),
    messages: number().optional(),
    /** The feed has said that they are used up. */
    told: boolean().optional(),
    ttl: number(),
  }),
  computeKey: ({ tenantId, hour }) => ({ pk: keys.tenant(tenantId), sk: `QUOTA#${hour}` }),
});

const startOf = (at: number) => Math.floor(at / HOUR_MS) * HOUR_MS;
const keyOf = (at: number) => ({
  tenantId: currentTenant(),
  hour: new Date(startOf(at)).toISOString().slice(0, 13),
});

/** When the next hour begins, in milliseconds since the epoch. */
export const nextHour = (at: number): number => startOf(at) + HOUR_MS;

const expiryOf = (at: number) => Math.floor(nextHour(at) / 1000) + 3600;

/** How many messages of this hour are used up. Lanes that drain at the same moment may each use the last. */
export async function messagesThisHour(at: number): Promise<number> {
  const Item = await getItem(QuotaEntity, keyOf(at));
  return Item?.messages ?? 0;
}

/** The write that lets the feed tell of it once an hour: its condition fails when it has. */
export function noticeWrite(at: number): Write {
  return QuotaEntity.build(UpdateTransaction)
    .item({ ...keyOf(at), told: true, ttl: expiryOf(at) })
    .options({ condition: { attr: "told", exists: false } });
}

/** The write that counts one delivered message, for the transaction that marks it. */
export function countWrite(at: number): Write {
  return QuotaEntity.build(UpdateTransaction).item({
    ...keyOf(at),
    messages: $add(1),
    ttl: expiryOf(at),
  });
}

/** The same, and its condition fails when the plan's messages of the hour are used up. */
export function countWithinLimitWrite(at: number, limit: number): Write {
  return QuotaEntity.build(UpdateTransaction)
    .item({ ...keyOf(at), messages: $add(1), ttl: expiryOf(at) })
    .options({
      condition: {
        or: [
          { attr: "messages", exists: false },
          { attr: "messages", lt: limit },
        ],
      },
    });
}
