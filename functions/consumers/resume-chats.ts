// The squadhub is up, or will not come up: every open chat of the workspace is due.
import { randomUUID } from "node:crypto";
import type { EventBridgeEvent } from "aws-lambda";
import { bus } from "#platform";
import { as } from "../../core/actor/index.ts";
import * as Chat from "../../core/chat/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"squadhub.settled", Detail<"squadhub.settled">>,
): Promise<void> {
  await resumeChats(detailOf("squadhub.settled", event.detail).tenantId);
}

/** Publishes `chat.due` for every agent that has an open chat. */
export async function resumeChats(tenantId: string): Promise<void> {
  const open = await as({ type: "system", tenantId }, () => Chat.openChats());
  const agents = new Set(open.map(({ agentId }) => agentId));
  const events = [...agents].map((agentId) => ({
    id: randomUUID(),
    type: "chat.due",
    detail: { tenantId, agentId },
  }));
  if (events.length > 0) await bus.publish(events);
}
