// Something on a workspace's pages has changed: hints to open pages to refetch it.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Socket from "../../core/socket/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"page.changed", Detail<"page.changed">>,
): Promise<void> {
  const { tenantId, changes } = detailOf("page.changed", event.detail);
  await as({ type: "system", tenantId }, () => Socket.sendHint({ type: "changed", changes }));
}
