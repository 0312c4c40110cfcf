// A tenant has another time zone: puts the schedules of all its routines again.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Routine from "../../core/routine/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"tenant.timezone_changed", Detail<"tenant.timezone_changed">>,
): Promise<void> {
  const { tenantId } = detailOf("tenant.timezone_changed", event.detail);
  await as({ type: "system", tenantId }, Routine.syncSchedules);
}
