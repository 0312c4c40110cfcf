// An agent's heartbeat is due: the agent is told what is open for it, or its heartbeats end.
import { as } from "../../core/actor/index.ts";
import * as Heartbeat from "../../core/heartbeat/index.ts";
import type { Tick } from "../../platform/types/schedules.ts";

export async function handler({ tenantId, agentId, scheduledAt }: Tick<"heartbeat">): Promise<void> {
  await as({ type: "system", tenantId }, () => Heartbeat.beat(agentId, scheduledAt));
}
