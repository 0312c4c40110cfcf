// The plan's limit of messages to the squad's agents in an hour. Notifications count when they are delivered, chats when
// they are asked.
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
    /** The feed says that the limit is reached. */
    isNoticed: boolean().optional(),
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

/** How many messages of this hour are used. Lanes that drain at the same moment can each use the last. */
export async function messagesThisHour(at: number): Promise<number> {
  const quota = await getItem(QuotaEntity, keyOf(at));
  return quota?.messages ?? 0;
}

/** For the transaction of the activity that says the limit is reached: fails when this hour has one already. */
export function noticeWrite(at: number): Write {
  return QuotaEntity.build(UpdateTransaction)
    .item({ ...keyOf(at), isNoticed: true, ttl: expiryOf(at) })
    .options({ condition: { attr: "isNoticed", exists: false } });
}

/** Counts one message, for the transaction that marks it delivered. */
export function countWrite(at: number): Write {
  return QuotaEntity.build(UpdateTransaction).item({
    ...keyOf(at),
    messages: $add(1),
    ttl: expiryOf(at),
  });
}

/** Counts one message. Fails when the limit is reached. */
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
