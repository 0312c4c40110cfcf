// `clawe check`: an agent collects what waits for it, and says what it has read.
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import * as z from "zod";
import { lanes } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import type * as Notification from "../notification/index.ts";
import { CollectedEntity, type Pending, PendingEntity } from "../notification/index.ts";
import { isConditionFailure, keys, now, queryAll } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { find } from "./lane.ts";
import { collect } from "./pending.ts";

/** A check that has not said within this time what it has read has been cut off. */
const UNREAD_MS = 60_000;

/**
 * A sign of life that collects what is pending, oldest first, and marks it delivered: nobody sends it any more. What
 * an earlier check was given and did not confirm within a minute is given again. Throws `not_found`.
 */
export const check = fn(Agent.agentId, async (agentId): Promise<Notification.Notification[]> => {
  const agent = await Agent.find(agentId);
  if (!agent) throw notFound("agent");
  await Agent.seen(agent);
  const collected = [...(await unread(agentId)), ...(await collectPending(agentId))];
  // Whatever the lane waits for, its agent is there. Only a drain may say how a lane stands (decision 0009).
  if (collected.length > 0 && (await find(agentId)))
    await lanes.ring({ tenantId: currentTenant(), agentId, clearBackoff: true }, newId("event"));
  return collected;
});

export const confirmInput = z.strictObject({
  notificationIds: z.array(idOf("notification")).min(1).max(100).describe("What the agent has read"),
});

/** What a check has handed over has been read: it is not handed over again. What is unknown is ignored. */
export const confirm = fn(
  confirmInput.extend({ agentId: Agent.agentId }),
  async ({ agentId, notificationIds }): Promise<void> => {
    const tenantId = currentTenant();
    for (const notificationId of notificationIds)
      await CollectedEntity.build(DeleteItemCommand).key({ tenantId, agentId, notificationId }).send();
  },
);

/** Takes what is pending, up to what is being sent at this moment: what comes after that is sent next. */
async function collectPending(agentId: string): Promise<Notification.Notification[]> {
  const collected: Notification.Notification[] = [];
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  for await (const waiting of queryAll(PendingEntity, where)) {
    const { lane: _, sendingSince: __, ...said } = waiting;
    const note = CollectedEntity.build(PutTransaction).item({ ...said, collectedAt: now() });
    if (!(await collect(waiting, note))) break;
    collected.push(handedOver(said));
  }
  return collected;
}

/** What an earlier check was given and has not confirmed: ours now, if it is nobody else's meanwhile. */
async function unread(agentId: string): Promise<Notification.Notification[]> {
  const found: Notification.Notification[] = [];
  const where = { partition: keys.tenant(currentTenant()), prefix: `COLLECTED#${agentId}#` };
  for await (const { collectedAt, ...said } of queryAll(CollectedEntity, where)) {
    if (Date.now() - Date.parse(collectedAt) < UNREAD_MS) continue;
    const { tenantId, notificationId } = said;
    try {
      await CollectedEntity.build(UpdateItemCommand)
        .item({ tenantId, agentId, notificationId, collectedAt: now() })
        .options({ condition: { attr: "collectedAt", eq: collectedAt } })
        .send();
      found.push(handedOver(said));
    } catch (error) {
      // Another check was faster, or has been confirmed.
      if (!isConditionFailure(error)) throw error;
    }
  }
  return found;
}

const handedOver = (said: Omit<Pending, "lane" | "sendingSince">): Notification.Notification => ({
  ...said,
  status: "delivered",
  settledAt: now(),
});
