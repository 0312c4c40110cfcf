// A routine has changed: puts its schedule, or deletes it.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Routine from "../../core/routine/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"routine.changed", Detail<"routine.changed">>,
): Promise<void> {
  const { tenantId, routineId } = detailOf("routine.changed", event.detail);
  await as({ type: "system", tenantId }, () => Routine.syncSchedule(routineId));
}
