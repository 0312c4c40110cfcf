// What operators look at: the schedules of a group, as EventBridge Scheduler has them.
import {
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  paginateListSchedules,
  SchedulerClient,
} from "@aws-sdk/client-scheduler";
import type { Schedule, ScheduleReader } from "../types/schedules.ts";
import { patient, unless } from "./client.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SchedulerClient(patient));
/** Asked at once: the list names schedules, and says no more of them. */
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
    return found.flatMap((each) => (each ? [shown(group, each)] : []));
  },
};

function shown(group: string, found: GetScheduleCommandOutput): Schedule {
  const { Name, ScheduleExpression, ScheduleExpressionTimezone, Target } = found;
  return {
    group,
    name: Name!.slice(group.length + 1),
    expression: ScheduleExpression!,
    timezone: ScheduleExpressionTimezone ?? "UTC",
    windowMinutes: (Target?.RetryPolicy?.MaximumEventAgeInSeconds ?? 0) / 60,
    target: targetOf(Target?.Arn, JSON.parse(Target?.Input ?? "{}")),
  };
}

/** The reverse of what `schedules` puts. */
function targetOf(arn: string | undefined, { tenantId, agentId, routineId }: Ids): Schedule["target"] {
  switch (arn) {
    case setting("CLAWE_LANE_QUEUE_ARN"):
      return { kind: "lane", lane: { tenantId, agentId } };
    case setting("CLAWE_ROUTINE_FUNCTION"):
      return { kind: "routine", tenantId, routineId };
    case setting("CLAWE_IDLE_FUNCTION"):
      return { kind: "idle", tenantId };
    case setting("CLAWE_CHAT_FUNCTION"):
      return { kind: "chat", tenantId };
    default:
      throw new Error(`A schedule of ${tenantId} has the unknown target ${arn}.`);
  }
}
interface Ids {
  tenantId: string;
  agentId: string;
  routineId: string;
}
