// The evidence of a squadhub's task: whether it runs, why it stopped, its last log lines.
import {
  CloudWatchLogsClient,
  GetLogEventsCommand,
  paginateDescribeLogStreams,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Task } from "@aws-sdk/client-ecs";
import { redact } from "../../redact.ts";
import type { ServiceEvidence, SquadhubRef } from "../../types/squadhubs.ts";
import { quick, unless } from "../client.ts";
import { secrets } from "../secrets.ts";
import { once, setting } from "../settings.ts";
import { CONTAINER, logStreamPrefix } from "./names.ts";
import { findService } from "./service.ts";
import { tasksOf } from "./tasks.ts";

const logs = once(() => new CloudWatchLogsClient(quick));

const LINES = 50;

export async function describeService(ref: SquadhubRef): Promise<ServiceEvidence> {
  const [service, tasks, lines] = await Promise.all([findService(ref), tasksOf(ref), lastLines(ref)]);
  const stopped = lastStopped(tasks);
  const container = stopped?.containers?.find(({ name }) => name === CONTAINER);
  return {
    running: (service?.runningCount ?? 0) > 0,
    stoppedReason: container?.reason ?? stopped?.stoppedReason,
    exitCode: container?.exitCode,
    logs: lines,
  };
}

function lastStopped(tasks: Task[]): Task | undefined {
  const endedAt = ({ stoppedAt, stoppingAt }: Task) => (stoppedAt ?? stoppingAt)?.getTime() ?? 0;
  return tasks.filter((task) => endedAt(task) > 0).toSorted((a, b) => endedAt(b) - endedAt(a))[0];
}

async function lastLines(ref: SquadhubRef): Promise<string[]> {
  const logGroupName = setting("CLAWE_SQUADHUB_LOG_GROUP");
  const logStreamName = await lastStream(ref, logGroupName);
  if (!logStreamName) return [];
  const command = new GetLogEventsCommand({
    logGroupName,
    logStreamName,
    limit: LINES,
    startFromHead: false,
  });
  const answer = await unless(logs().send(command), "ResourceNotFoundException");
  const known = Object.values((await secrets.read(ref.tenantId)) ?? {});
  return (answer?.events ?? []).map(({ message = "" }) => redact(message, known));
}

async function lastStream(ref: SquadhubRef, logGroupName: string): Promise<string | undefined> {
  const pages = paginateDescribeLogStreams(
    { client: logs() },
    // Streams can be found by prefix or ordered by time, not both.
    { logGroupName, logStreamNamePrefix: logStreamPrefix(ref) },
  );
  let newest: { name: string; at: number } | undefined;
  for await (const { logStreams = [] } of pages)
    for (const { logStreamName, lastEventTimestamp = 0, creationTime = 0 } of logStreams) {
      const at = Math.max(lastEventTimestamp, creationTime);
      if (logStreamName && at >= (newest?.at ?? 0)) newest = { name: logStreamName, at };
    }
  return newest?.name;
}
