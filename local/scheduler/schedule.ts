// A schedule as the local scheduler keeps it.
import { nextFire } from "../../core/util/schedule-expression.ts";
import type { Schedule } from "../../platform/types/schedules.ts";

/** A tenant's schedule, or one of the service itself (a deployment has those as EventBridge rules). */
export interface LocalSchedule extends Omit<Schedule, "target"> {
  target: { kind: string };
}

/** Times are in milliseconds since the epoch. */
export interface Planned {
  schedule: LocalSchedule;
  /** When the schedule was put: a rate counts from here. */
  anchor: number;
  /** Absent when it will not fire again. */
  next?: number;
}

export interface Occurrence {
  schedule: LocalSchedule;
  at: number;
}

/** A schedule is precise to a minute, so this much is not late. */
const toleranceMs = 60_000;
/** Of a schedule that missed more occurrences than this, the later ones are skipped unreported. */
const maxMissed = 100;

/** The first occurrence after a time, both in milliseconds since the epoch. */
export function nextAfter({ schedule, anchor }: Planned, after: number): number | undefined {
  const { expression, timezone } = schedule;
  return nextFire(expression, timezone, new Date(after), new Date(anchor))?.getTime();
}

export function isTooLate({ windowMinutes }: LocalSchedule, at: number, now: number): boolean {
  return at < now - windowMs(windowMinutes);
}

/** The occurrences that are due at `now`, oldest first, and the schedule's next one after them. */
export function dueOccurrences(planned: Planned, now: number): { due: number[]; next: number | undefined } {
  const { schedule } = planned;
  const due: number[] = [];
  let at = planned.next;
  while (at !== undefined && isTooLate(schedule, at, now)) {
    due.push(at);
    const lastTooLate = now - windowMs(schedule.windowMinutes) - 1;
    at = nextAfter(planned, due.length < maxMissed ? at : lastTooLate);
  }
  if (at !== undefined && at <= now) {
    due.push(at);
    at = nextAfter(planned, at);
  }
  return { due, next: at };
}

function windowMs(minutes: number): number {
  return Math.max(minutes * 60_000, toleranceMs);
}
