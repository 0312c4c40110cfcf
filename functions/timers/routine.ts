// A routine's time has come, or came while we were away: the domain decides whether it is too late.
import { as } from "../../core/actor/index.ts";
import * as Routine from "../../core/routine/index.ts";

export interface RoutineTick {
  tenantId: string;
  routineId: string;
  /** When it was due, ISO 8601. */
  scheduledAt: string;
}

export async function handler({ tenantId, routineId, scheduledAt }: RoutineTick): Promise<void> {
  await as({ type: "system", tenantId }, () => Routine.fire(routineId, scheduledAt));
}
