// `clawe check`: an agent collects its pending notifications and confirms which it has read.
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import * as z from "zod";
import { lanes } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import type * as Notification from "../notification/index.ts";
import { CollectedEntity, type Pending, PendingEntity } from "../notification/index.ts";
import { conditionHolds, keys, now, queryAll } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import * as Lane from "./lane.ts";
import { collect } from "./pending.ts";

/** A check that has not confirmed what it collected within this time was cut off. */
const CONFIRM_MS = 60_000;

/**
 * A sign of life that returns the agent's pending notifications, oldest first, and marks them delivered, so that they are
 * not sent any more. What an earlier check collected and did not confirm within a minute comes again (decision 0014).
 * Throws `not_found`.
 */
export const check = fn(Agent.agentId, async (agentId): Promise<Notification.Notification[]> => {
  const agent = await Agent.find(agentId);
  if (!agent) throw notFound("agent");
  await Agent.markSeen(agent);
  const collected = [...(await recollect(agentId)), ...(await collectPending(agentId))];
  // The agent is there, so its lane need not wait any longer. Only a drain may clear the back-off (decision 0009).
  if (collected.length > 0 && (await Lane.find(agentId)))
    await lanes.ring({ tenantId: currentTenant(), agentId, clearBackoff: true }, newId("event"));
  return collected;
});

export const confirmInput = z.strictObject({
  notificationIds: z
    .array(idOf("notification"))
    .min(1)
    .max(100)
    .describe("The notifications that the agent has read"),
});

/** Confirms that collected notifications were read, so that they do not come again. Unknown ids are ignored. */
export const confirm = fn(
  confirmInput.extend({ agentId: Agent.agentId }),
  async ({ agentId, notificationIds }): Promise<void> => {
    const tenantId = currentTenant();
    for (const notificationId of notificationIds)
      await CollectedEntity.build(DeleteItemCommand).key({ tenantId, agentId, notificationId }).send();
  },
);

/** Collects pending notifications up to the first that is being sent: the later ones are sent after it, in order. */
async function collectPending(agentId: string): Promise<Notification.Notification[]> {
  const collected: Notification.Notification[] = [];
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  for await (const pending of queryAll(PendingEntity, where)) {
    const { lane: _, sendingSince: __, ...content } = pending;
    const collectedWrite = CollectedEntity.build(PutTransaction).item({ ...content, collectedAt: now() });
    if (!(await collect(pending, collectedWrite))) break;
    collected.push(toDelivered(content));
  }
  return collected;
}

/** Takes over what earlier checks collected and did not confirm in time. */
async function recollect(agentId: string): Promise<Notification.Notification[]> {
  const collected: Notification.Notification[] = [];
  const where = { partition: keys.tenant(currentTenant()), prefix: `COLLECTED#${agentId}#` };
  for await (const { collectedAt, ...content } of queryAll(CollectedEntity, where)) {
    if (Date.now() - Date.parse(collectedAt) < CONFIRM_MS) continue;
    const { tenantId, notificationId } = content;
    const takeover = CollectedEntity.build(UpdateItemCommand)
      .item({ tenantId, agentId, notificationId, collectedAt: now() })
      .options({ condition: { attr: "collectedAt", eq: collectedAt } });
    // Fails when another check has taken it over, or it has been confirmed.
    if (await conditionHolds(takeover.send())) collected.push(toDelivered(content));
  }
  return collected;
}

const toDelivered = (content: Omit<Pending, "lane" | "sendingSince">): Notification.Notification => ({
  ...content,
  status: "delivered",
  settledAt: now(),
});
