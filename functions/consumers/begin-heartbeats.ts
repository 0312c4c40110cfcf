// Something is open for an agent, or its squadhub runs again: begins its heartbeats.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Heartbeat from "../../core/heartbeat/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"agent.has_work", Detail<"agent.has_work">>,
): Promise<void> {
  const { tenantId, agentId } = detailOf("agent.has_work", event.detail);
  await as({ type: "system", tenantId }, () => (agentId ? Heartbeat.begin(agentId) : Heartbeat.beginAll()));
}
