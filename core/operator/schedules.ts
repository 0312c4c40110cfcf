// A tenant's schedules for operators: their purpose, and when they fire next.
import * as z from "zod";
import { scheduleReader } from "#platform";
import type { Schedule } from "../../platform/types/schedules.ts";
import { currentTenant } from "../actor/index.ts";
import { nextFire } from "../util/schedule-expression.ts";

export const plannedSchedule = z
  .object({
    name: z.string(),
    kind: z
      .enum(["lane", "routine", "heartbeat", "idle", "chat"])
      .describe(
        "Purpose: ring a lane, fire a routine, send an agent its heartbeat, check whether the squadhub may sleep, or resume chats",
      ),
    about: z.string().optional().describe("Id of the agent or routine"),
    expression: z.string().describe("In the syntax of EventBridge Scheduler: cron(…), rate(…) or at(…)"),
    timezone: z.string(),
    nextAt: z.iso.datetime().optional().describe("Absent if it will not fire again"),
  })
  .meta({ id: "Schedule" });
type PlannedSchedule = z.output<typeof plannedSchedule>;

/** Sorts after all times. */
const NEVER = "~";

/** The schedules of this request's tenant, the next one to fire first. */
export async function list(): Promise<PlannedSchedule[]> {
  const now = new Date();
  return (await scheduleReader.list(currentTenant()))
    .map((schedule) => toPlannedSchedule(schedule, now))
    .sort((a, b) => ((a.nextAt ?? NEVER) < (b.nextAt ?? NEVER) ? -1 : 1));
}

function toPlannedSchedule({ name, expression, timezone, target }: Schedule, now: Date): PlannedSchedule {
  return {
    name,
    kind: target.kind,
    about: aboutOf(target),
    expression,
    timezone,
    nextAt: nextFire(expression, timezone, now)?.toISOString(),
  };
}

function aboutOf(target: Schedule["target"]): string | undefined {
  switch (target.kind) {
    case "lane":
    case "heartbeat":
      return target.agentId;
    case "routine":
      return target.routineId;
    case "idle":
    case "chat":
      return undefined;
  }
}
