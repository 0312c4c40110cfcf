// What waits for an answer is due again: the squadhub has come up or will not, or a schedule asks whether answers go on.
import { randomUUID } from "node:crypto";
import type { EventBridgeEvent } from "aws-lambda";
import { bus } from "#platform";
import { as } from "../../core/actor/index.ts";
import * as Chat from "../../core/chat/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

type Settled = EventBridgeEvent<"squadhub.settled", Detail<"squadhub.settled">>;

export async function handler(event: Settled | { tenantId: string }): Promise<void> {
  const { tenantId } = "detail" in event ? detailOf("squadhub.settled", event.detail) : event;
  const open = await as({ type: "system", tenantId }, () => Chat.openChats());
  const agents = new Set(open.map(({ agentId }) => agentId));
  const events = [...agents].map((agentId) => ({
    id: randomUUID(),
    type: "chat.due",
    detail: { tenantId, agentId },
  }));
  if (events.length > 0) await bus.publish(events);
}
