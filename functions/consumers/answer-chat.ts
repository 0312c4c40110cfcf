// A message to an agent is due: gets it answered, which takes up to 15 minutes.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import { answer } from "../../core/chat/answer.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(event: EventBridgeEvent<"chat.due", Detail<"chat.due">>): Promise<void> {
  const { tenantId, agentId } = detailOf("chat.due", event.detail);
  await as({ type: "system", tenantId }, () => answer(agentId));
}
