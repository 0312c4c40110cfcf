// A routine is due, or was due while nothing could run: the domain decides whether it is too late.
import { as } from "../../core/actor/index.ts";
import * as Routine from "../../core/routine/index.ts";
import type { Tick } from "../../platform/types/schedules.ts";

export async function handler({ tenantId, routineId, scheduledAt }: Tick<"routine">): Promise<void> {
  await as({ type: "system", tenantId }, () => Routine.fire(routineId, scheduledAt));
}
