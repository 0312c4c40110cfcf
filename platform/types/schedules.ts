// Schedules, and the reader that lists them.
import * as z from "zod";
import { laneRef } from "./lanes.ts";

const tenantId = z.string();

/**
 * Every kind of schedule, and what a schedule of that kind is about. Its handler is given the same fields and
 * `scheduledAt`; functions/subscriptions.ts says which handler.
 */
export const scheduleSubjects = {
  /** Rings a parked lane. */
  lane: laneRef,
  /** Fires a routine. */
  routine: z.object({ tenantId, routineId: z.string() }),
  /** Tells an agent what is open for it. */
  heartbeat: z.object({ tenantId, agentId: z.string() }),
  /** Checks whether anything still needs the tenant's squadhub. */
  idle: z.object({ tenantId }),
  /** Checks whether the tenant's chats are still being answered. */
  chat: z.object({ tenantId }),
};
export type ScheduleKind = keyof typeof scheduleSubjects;
export const scheduleKinds = Object.keys(scheduleSubjects) as ScheduleKind[];

type Subjects = { [K in ScheduleKind]: z.output<(typeof scheduleSubjects)[K]> };
export type ScheduleTarget = { [K in ScheduleKind]: { kind: K } & Subjects[K] }[ScheduleKind];

/** One occurrence of a schedule, as its handler is given it. */
export type Tick<K extends ScheduleKind> = Subjects[K] & {
  /** When it was due, ISO 8601. */
  scheduledAt: string;
};

export function tickOf<Target extends { kind: string }>(
  { kind: _, ...subject }: Target,
  scheduledAt: string,
): Omit<Target, "kind"> & { scheduledAt: string } {
  return { ...subject, scheduledAt };
}

/** The reverse of `tickOf`. Throws for a tick of another kind. */
export function targetOf(kind: ScheduleKind, tick: unknown): ScheduleTarget {
  return { kind, ...scheduleSubjects[kind].parse(tick) } as ScheduleTarget;
}

/** EventBridge Scheduler's shape: `cron()`, `rate()` or `at()` in a time zone. */
export interface Schedule {
  /** Unique within its group. */
  name: string;
  /** The tenant's id: its schedules are found and deleted together. */
  group: string;
  expression: string;
  timezone: string;
  /** How many minutes late an occurrence may still fire, after an outage. */
  windowMinutes: number;
  target: ScheduleTarget;
}

export interface Schedules {
  put(schedule: Schedule): Promise<void>;
  delete(group: string, name: string): Promise<void>;
  deleteGroup(group: string): Promise<void>;
}

/** Looks at schedules, and changes none. */
export interface ScheduleReader {
  /** All of the group. Where names have a limit, a long one is given as its hash. */
  list(group: string): Promise<Schedule[]>;
}
