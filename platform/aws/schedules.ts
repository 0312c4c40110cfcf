// Schedules: EventBridge Scheduler. An account has 500 schedule groups, so all live in one, named by their tenant.
import { createHash } from "node:crypto";
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  paginateListSchedules,
  SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import type { Schedule, Schedules } from "../types/schedules.ts";
import { isError, quick, unless } from "./client.ts";
import { awsTargetOf } from "./schedule-target.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SchedulerClient(quick));

/** A schedule's name has 64 characters at most. */
const MAX_NAME = 64;
/** EventBridge Scheduler's own limits of how long an event may be retried. */
const MIN_AGE_SECONDS = 60;
const MAX_AGE_SECONDS = 86_400;
/** EventBridge Scheduler refuses a time that has passed: a late schedule fires as soon as it can. */
const SOONEST_MS = 60_000;

export const schedules: Schedules = {
  async put(schedule) {
    const input = inputOf(schedule);
    try {
      await client().send(new CreateScheduleCommand(input));
    } catch (error) {
      if (!isError(error, "ConflictException")) throw error;
      await client().send(new UpdateScheduleCommand(input));
    }
  },
  delete: (group, name) => remove(nameOf(group, name)),
  async deleteGroup(group) {
    const pages = paginateListSchedules(
      { client: client() },
      { GroupName: setting("CLAWE_SCHEDULE_GROUP"), NamePrefix: `${group}.` },
    );
    for await (const { Schedules = [] } of pages) for (const { Name } of Schedules) await remove(Name!);
  },
};

async function remove(Name: string): Promise<void> {
  const command = new DeleteScheduleCommand({ Name, GroupName: setting("CLAWE_SCHEDULE_GROUP") });
  await unless(client().send(command), "ResourceNotFoundException");
}

/** The group is the prefix of the name; a name that is too long is replaced by its hash. */
export function nameOf(group: string, name: string): string {
  const whole = `${group}.${name}`;
  if (whole.length <= MAX_NAME) return whole;
  return `${group}.${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
}

function inputOf(schedule: Schedule): CreateScheduleCommandInput {
  const { group, name, timezone, windowMinutes } = schedule;
  const isOnce = schedule.expression.startsWith("at(");
  return {
    Name: nameOf(group, name),
    GroupName: setting("CLAWE_SCHEDULE_GROUP"),
    ScheduleExpression: isOnce ? inTheFuture(schedule) : schedule.expression,
    ScheduleExpressionTimezone: timezone,
    FlexibleTimeWindow: { Mode: "OFF" },
    ActionAfterCompletion: isOnce ? "DELETE" : "NONE",
    Target: {
      ...awsTargetOf(schedule.target),
      RoleArn: setting("CLAWE_SCHEDULER_ROLE"),
      RetryPolicy: {
        MaximumEventAgeInSeconds: Math.min(Math.max(windowMinutes * 60, MIN_AGE_SECONDS), MAX_AGE_SECONDS),
      },
    },
  };
}

function inTheFuture({ expression, timezone }: Schedule): string {
  const at = Date.parse(`${expression.slice(3, -1)}Z`);
  const soonest = Date.now() + SOONEST_MS;
  if (timezone !== "UTC" || at > soonest) return expression;
  return `at(${new Date(soonest).toISOString().slice(0, 19)})`;
}
