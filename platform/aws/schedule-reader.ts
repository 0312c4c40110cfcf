// The schedules of a group as EventBridge Scheduler has them, for operators.
import {
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  paginateListSchedules,
  SchedulerClient,
} from "@aws-sdk/client-scheduler";
import type { Schedule, ScheduleReader } from "../types/schedules.ts";
import { patient, unless } from "./client.ts";
import { targetOfAws } from "./schedule-target.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SchedulerClient(patient));
/** How many are fetched at once: the list has only their names. */
const AT_ONCE = 10;

export const scheduleReader: ScheduleReader = {
  async list(group) {
    const GroupName = setting("CLAWE_SCHEDULE_GROUP");
    const names: string[] = [];
    const pages = paginateListSchedules({ client: client() }, { GroupName, NamePrefix: `${group}.` });
    for await (const { Schedules = [] } of pages) names.push(...Schedules.map(({ Name }) => Name!));
    const found: (GetScheduleCommandOutput | undefined)[] = [];
    while (found.length < names.length) {
      const some = names.slice(found.length, found.length + AT_ONCE);
      const asked = some.map((Name) =>
        unless(client().send(new GetScheduleCommand({ Name, GroupName })), "ResourceNotFoundException"),
      );
      found.push(...(await Promise.all(asked)));
    }
    // One that has fired since it was listed is gone.
    return found.flatMap((each) => (each ? [toSchedule(group, each)] : []));
  },
};

function toSchedule(
  group: string,
  { Name, ScheduleExpression, ScheduleExpressionTimezone, Target }: GetScheduleCommandOutput,
): Schedule {
  return {
    group,
    name: Name!.slice(group.length + 1),
    expression: ScheduleExpression!,
    timezone: ScheduleExpressionTimezone ?? "UTC",
    windowMinutes: (Target?.RetryPolicy?.MaximumEventAgeInSeconds ?? 0) / 60,
    target: targetOfAws(Target),
  };
}
