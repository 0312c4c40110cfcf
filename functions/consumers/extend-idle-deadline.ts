// Somebody worked in a workspace, or opened it: its squadhub stays awake for longer.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Idle from "../../core/idle/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"tenant.worked", Detail<"tenant.worked">>,
): Promise<void> {
  const { tenantId } = detailOf("tenant.worked", event.detail);
  await as({ type: "system", tenantId }, Idle.extendDeadline);
}
