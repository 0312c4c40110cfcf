// Pending notifications of a lane: read in order, leased while they are being sent, settled once.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import { NotificationEntity, type Pending, PendingEntity } from "../notification/index.ts";
import { conditionHolds, keys, now, queryPage, transact, type Write } from "../table/index.ts";

/** Longer than the sending function may run: whoever holds a lease for longer has crashed. */
const LEASE_MS = 2 * 60_000;

const keyOf = ({ tenantId, agentId, notificationId }: Pending) => ({ tenantId, agentId, notificationId });
const exists = { attr: "lane", exists: true } as const;

/** The oldest pending notifications of an agent, at most `limit`. */
export async function listPending(agentId: string, limit: number): Promise<Pending[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  return (await queryPage(PendingEntity, where, { limit })).items;
}

/** Keeps `clawe check` from collecting what is being sent. False when it has been collected already. */
export const lease = (notification: Pending): Promise<boolean> =>
  conditionHolds(
    PendingEntity.build(UpdateItemCommand)
      .item({ ...keyOf(notification), sendingSince: Date.now() })
      .options({ condition: exists })
      .send(),
  );

/** Lets `clawe check` collect it again, because it was not sent. */
export const releaseLease = (notification: Pending): Promise<boolean> =>
  conditionHolds(
    PendingEntity.build(UpdateItemCommand)
      .item({ ...keyOf(notification), sendingSince: $remove() })
      .options({ condition: exists })
      .send(),
  );

/** Settles a pending notification, with `also` in the same transaction. False when it had been settled already. */
export const settle = (
  notification: Pending,
  status: "delivered" | "undeliverable",
  ...also: Write[]
): Promise<boolean> =>
  conditionHolds(
    transact(
      markWrite(notification, status),
      PendingEntity.build(DeleteTransaction).key(keyOf(notification)),
      ...also,
    ),
  );

/** Settles it as delivered. False when it is being sent or has been settled already. */
export const collect = (notification: Pending, ...also: Write[]): Promise<boolean> =>
  conditionHolds(
    transact(
      markWrite(notification, "delivered"),
      PendingEntity.build(DeleteTransaction)
        .key(keyOf(notification))
        .options({
          condition: {
            or: [
              { attr: "sendingSince", exists: false },
              { attr: "sendingSince", lt: Date.now() - LEASE_MS },
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
