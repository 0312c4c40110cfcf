// What waits in a lane: read in order, held while it is on its way to the gateway, and settled once.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import { NotificationEntity, type Pending, PendingEntity } from "../notification/index.ts";
import {
  failedConditions,
  isConditionFailure,
  keys,
  now,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";

/** Longer than the function that sends may run: who holds something for longer has crashed. */
const HOLD_MS = 2 * 60_000;

const keyOf = ({ tenantId, agentId, notificationId }: Pending) => ({ tenantId, agentId, notificationId });
const exists = { attr: "lane", exists: true } as const;

/** The oldest pending notifications of an agent, at most `limit`. */
export async function listPending(agentId: string, limit: number): Promise<Pending[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  return (await queryPage(PendingEntity, where, { limit })).items;
}

/** Keeps `clawe check` from handing over what is being sent. False when it has been handed over already. */
export const lease = (notification: Pending): Promise<boolean> =>
  happens(
    PendingEntity.build(UpdateItemCommand)
      .item({ ...keyOf(notification), sendingSince: Date.now() })
      .options({ condition: exists })
      .send(),
  );

/** It was not sent. */
export const releaseLease = (notification: Pending): Promise<boolean> =>
  happens(
    PendingEntity.build(UpdateItemCommand)
      .item({ ...keyOf(notification), sendingSince: $remove() })
      .options({ condition: exists })
      .send(),
  );

/** Marks a pending notification, with what else belongs to that. False when somebody else had settled it already. */
export const settle = (
  notification: Pending,
  status: "delivered" | "undeliverable",
  ...also: Write[]
): Promise<boolean> =>
  happens(
    transact(
      markWrite(notification, status),
      PendingEntity.build(DeleteTransaction).key(keyOf(notification)),
      ...also,
    ),
  );

/** Marks it delivered, unless it is on its way to the gateway or settled: then false. */
export const collect = (notification: Pending, ...also: Write[]): Promise<boolean> =>
  happens(
    transact(
      markWrite(notification, "delivered"),
      PendingEntity.build(DeleteTransaction)
        .key(keyOf(notification))
        .options({
          condition: {
            or: [
              { attr: "sendingSince", exists: false },
              { attr: "sendingSince", lt: Date.now() - HOLD_MS },
            ],
          },
        }),
      ...also,
    ),
  );

const markWrite = (notification: Pending, status: "delivered" | "undeliverable"): Write =>
  NotificationEntity.build(UpdateTransaction)
    .item({ ...keyOf(notification), status, settledAt: now() })
    .options({ condition: { attr: "status", eq: "pending" } });

/** False when a condition did not hold. */
async function happens(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error) || failedConditions(error)) return false;
    throw error;
  }
}
