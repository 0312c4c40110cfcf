// Doorbells that are rung by reports of the gateway, not by the write of a notification.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { lanes } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";

/**
 * Rings every lane of the squad, once per `cause`. `clearBackoff` when the squadhub has come up: pending notifications are
 * then sent at once, whenever the next attempt was due.
 */
export async function ringAll(cause: string, { clearBackoff }: { clearBackoff: boolean }): Promise<void> {
  const tenantId = currentTenant();
  for (const { agentId } of await Agent.all())
    await lanes.ring({ tenantId, agentId, clearBackoff }, `${cause}-${agentId}`);
}

export const reportIdleInput = z.strictObject({
  bootId: z.string().min(1).max(64),
  agentId: Agent.agentId.describe("The agent whose turn has ended"),
});

/** An agent that was too busy for a notification is free: its lane is drained at once. Throws `not_found`. */
export const reportIdle = fn(reportIdleInput, async ({ agentId }): Promise<void> => {
  if (!(await Agent.find(agentId))) throw notFound("agent");
  // Each report is about another turn, so none may be dropped as a duplicate.
  await lanes.ring({ tenantId: currentTenant(), agentId, clearBackoff: true }, `idle-${randomUUID()}`);
});
