// Schedules, and the reader that lists them.
import type { LaneRef } from "./lanes.ts";

/** EventBridge Scheduler's shape: `cron()`, `rate()` or `at()` in a time zone. */
export interface Schedule {
  /** Unique within its group. */
  name: string;
  /** The tenant's id: its schedules are found and deleted together. */
  group: string;
  expression: string;
  timezone: string;
  /** Late firing allowed after an outage, in minutes. */
  windowMinutes: number;
  target:
    | { kind: "lane"; lane: LaneRef }
    | { kind: "routine"; tenantId: string; routineId: string }
    /** It is time to tell the agent what is open for it. */
    | { kind: "heartbeat"; tenantId: string; agentId: string }
    /** It is time to look whether anything still needs the tenant's squadhub. */
    | { kind: "idle"; tenantId: string }
    /** It is time to look whether the tenant's chats still go on. */
    | { kind: "chat"; tenantId: string };
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
