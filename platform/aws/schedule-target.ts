// What a schedule's target is called on AWS: written by `schedules`, read back by `scheduleReader`.
import type { Target } from "@aws-sdk/client-scheduler";
import { laneGroup } from "../types/lanes.ts";
import {
  type ScheduleKind,
  type ScheduleTarget,
  scheduleKinds,
  targetOf,
  tickOf,
} from "../types/schedules.ts";
import { setting } from "./settings.ts";

/** EventBridge Scheduler replaces it by the time at which the occurrence was due. */
const SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

/** A lane's schedule sends to the lanes' queue; every other kind calls a function of its own, which is called after it. */
const arnOf = (kind: ScheduleKind): string =>
  kind === "lane" ? setting("CLAWE_LANE_QUEUE_ARN") : `${setting("CLAWE_SCHEDULE_FUNCTIONS")}${kind}`;

export function awsTargetOf(
  target: ScheduleTarget,
): Pick<Target, "Arn" | "Input" | "SqsParameters" | "DeadLetterConfig"> {
  const { kind } = target;
  return {
    Arn: arnOf(kind),
    // The lanes' queue deduplicates by content: the time makes two occurrences two doorbells.
    Input: JSON.stringify(tickOf(target, SCHEDULED_TIME)),
    ...(kind === "lane" ? { SqsParameters: { MessageGroupId: laneGroup(target) } } : {}),
    DeadLetterConfig: { Arn: `${setting("CLAWE_SCHEDULE_DEAD_LETTERS")}${kind}` },
  };
}

/** The reverse of `awsTargetOf`. Throws for a target that is none of ours. */
export function targetOfAws(target: Target | undefined): ScheduleTarget {
  const kind = scheduleKinds.find((each) => arnOf(each) === target?.Arn);
  if (!kind) throw new Error(`A schedule has the unknown target ${target?.Arn}.`);
  return targetOf(kind, JSON.parse(target?.Input ?? ""));
}
