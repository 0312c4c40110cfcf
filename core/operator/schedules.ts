// A tenant's schedules as operators see them: what each is for, and when it fires next.
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
        "What it does: ring a lane, fire a routine, tell an agent what is open for it, look whether the squadhub may sleep, or whether an answer goes on",
      ),
    about: z.string().optional().describe("The agent, or the routine's id"),
    expression: z.string().describe("As EventBridge Scheduler writes it: cron(…), rate(…) or at(…)"),
    timezone: z.string(),
    nextAt: z.iso.datetime().optional().describe("Absent when it will not fire again"),
  })
  .meta({ id: "Schedule" });
type Planned = z.output<typeof plannedSchedule>;

/** After all times. */
const NEVER = "~";

/** The schedules of the tenant of this request, the next to fire first. */
export async function list(): Promise<Planned[]> {
  const now = new Date();
  return (await scheduleReader.list(currentTenant()))
    .map((schedule) => shown(schedule, now))
    .sort((a, b) => ((a.nextAt ?? NEVER) < (b.nextAt ?? NEVER) ? -1 : 1));
}

function shown({ name, expression, timezone, target }: Schedule, now: Date): Planned {
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
