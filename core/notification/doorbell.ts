// Doorbells of lanes that no write rings.
import { lanes } from "#platform";
import { currentTenant } from "../actor.ts";
import { all as allAgents } from "../agent/index.ts";
import { clear } from "./lane.ts";

/** The squadhub has come up: what its agents missed is forgotten, and every lane rings, once per `cause`. */
export async function ringAll(cause: string): Promise<void> {
  const tenantId = currentTenant();
  for (const { agentId } of await allAgents()) {
    await clear(agentId);
    await lanes.ring({ tenantId, agentId }, `${cause}-${agentId}`);
  }
}
