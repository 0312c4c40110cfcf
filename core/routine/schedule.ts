// Keeps the schedule of each routine in step with the routine and with the tenant's time zone.
import { isDeepStrictEqual } from "node:util";
import { schedules } from "#platform";
import type { Schedule } from "../../platform/types/schedules.ts";
import { currentTenant } from "../actor/index.ts";
import * as Tenant from "../tenant/index.ts";
import { all, find } from "./entity.ts";

/** A service that was down fires an occurrence this much later at most; later ones are skipped. */
export const WINDOW_MINUTES = 60;
/** How often a schedule is set again because its routine has changed meanwhile. */
const MAX_ROUNDS = 5;

/**
 * Sets the routine's schedule to what the routine and the tenant say now. Events come in any order and concurrently, so
 * the schedule is compared again afterwards: whoever sets it last has set the current one.
 */
export async function syncSchedule(routineId: string): Promise<void> {
  const tenantId = currentTenant();
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const wanted = await scheduleOf(routineId);
    await (wanted ? schedules.put(wanted) : schedules.delete(tenantId, routineId));
    if (isDeepStrictEqual(wanted, await scheduleOf(routineId))) return;
  }
  throw new Error("The routine changes faster than its schedule can follow.");
}

/** Sets the schedule of every routine to what the routine and the tenant say now. */
export async function syncSchedules(): Promise<void> {
  for (const { routineId } of await all()) await syncSchedule(routineId);
}

/** The schedule that the routine should have; undefined when it is disabled or deleted. */
async function scheduleOf(routineId: string): Promise<Schedule | undefined> {
  const [routine, { timezone }] = await Promise.all([find(routineId), Tenant.current()]);
  if (!routine?.enabled) return undefined;
  const { tenantId, schedule } = routine;
  const { daysOfWeek, hour, minute } = schedule;
  // EventBridge counts the days of the week from 1, Sunday.
  const days = daysOfWeek.map((day) => day + 1).join(",");
  return {
    name: routineId,
    group: tenantId,
    expression: `cron(${minute} ${hour} ? * ${days} *)`,
    timezone,
    windowMinutes: WINDOW_MINUTES,
    target: { kind: "routine", tenantId, routineId },
  };
}
