// The time of an agent's heartbeat has come: the agent is told what is open, or there is no next one.
import { as } from "../../core/actor/index.ts";
import * as Heartbeat from "../../core/heartbeat/index.ts";

export interface HeartbeatTick {
  tenantId: string;
  agentId: string;
  /** When it was due, ISO 8601. */
  scheduledAt: string;
}

export async function handler({ tenantId, agentId, scheduledAt }: HeartbeatTick): Promise<void> {
  await as({ type: "system", tenantId }, () => Heartbeat.beat(agentId, scheduledAt));
}
