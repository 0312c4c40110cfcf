// A routine's time has come, or has passed unused for too long.
import { as } from "../../core/actor.ts";
import { fire, miss } from "../../core/routine/index.ts";

export interface RoutineTick {
  tenantId: string;
  routineId: string;
  /** When it was due, ISO 8601. */
  scheduledAt: string;
}

export async function handler({ tenantId, routineId, scheduledAt }: RoutineTick): Promise<void> {
  await as({ type: "system", tenantId }, () => fire(routineId, scheduledAt));
}

export async function missed({ tenantId, routineId, scheduledAt }: RoutineTick): Promise<void> {
  await as({ type: "system", tenantId }, () => miss(routineId, scheduledAt));
}
