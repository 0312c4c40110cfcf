// Names of what several stacks point to: a name can be pointed to before the thing itself exists, and after.
import type { queues } from "../functions/subscriptions.ts";
import type { Stage } from "./config.ts";

/** `scheduleReader` and `ScheduleReader` are `schedule-reader`. */
export const kebab = (name: string): string =>
  name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** `schedule-reader` is `ScheduleReader`. */
export const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The id of a function's construct: `consumers/start-run` is `StartRun`. */
export const idOf = (entry: string): string => pascal(entry.slice(entry.lastIndexOf("/") + 1));

/** The port gateways listen on. */
export const GATEWAY_PORT = 18789;

/** The header in which CloudFront passes on the caller's address. */
export const ADDRESS_HEADER = "x-clawe-viewer-address";

export function namesOf(stage: Stage) {
  const prefix = `clawe-${stage}`;
  return {
    prefix,
    table: prefix,
    bus: prefix,
    cluster: prefix,
    namespace: `${prefix}.internal`,
    /** As in functions/subscriptions.ts. */
    queues: { doorbells: `${prefix}-lanes.fifo`, laterDoorbells: `${prefix}-lanes-delayed` } satisfies Record<
      keyof typeof queues,
      string
    >,
    laneDeadLetters: `${prefix}-lanes-dead.fifo`,
    scheduleGroup: prefix,
    schedulerRole: `${prefix}-scheduler`,
    /** The function that a kind of schedule calls. platform/aws/schedule-target.ts appends the kind, too. */
    scheduleFunction: (kind: string) => `${prefix}-${kind}`,
    /** The queue of a kind's dead letters. The same file appends the kind, too. */
    scheduleDeadLetters: (kind: string) => `${prefix}-schedules-dead-${kind}`,
    forwarder: `${prefix}-forwarder`,
    chatForwarder: `${prefix}-chat-forwarder`,
    machine: (workflow: string) => `${prefix}-${workflow}`,
    /** Bucket names are unique in the world: the account's id comes after. */
    objects: `${prefix}-objects-`,
    /** The tenant's id comes after. */
    secrets: `clawe/${stage}/tenant/`,
    squadhubs: `${prefix}-squadhub-`,
    squadhubLogs: `/clawe/${stage}/squadhubs`,
    squadhubBoundary: `${prefix}-squadhub-boundary`,
    squadhubExecutionRole: `${prefix}-squadhub-execution`,
    metrics: `Clawe/${stage}`,
  };
}
export type Names = ReturnType<typeof namesOf>;
