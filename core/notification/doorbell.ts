// Doorbells of lanes that no write rings.
import { lanes } from "#platform";
import { currentTenant } from "../actor.ts";
import { all as allAgents } from "../agent/index.ts";

/** Rings every lane of the tenant, once per `cause`. */
export async function ringAll(cause: string): Promise<void> {
  const tenantId = currentTenant();
  for (const { agentId } of await allAgents()) await lanes.ring({ tenantId, agentId }, `${cause}-${agentId}`);
}
