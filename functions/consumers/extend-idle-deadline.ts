// A sign of work in a workspace postpones its sleep.
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
