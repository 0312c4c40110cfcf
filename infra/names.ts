// Names of what several stacks point to: a name can be pointed to before, and after, the thing itself exists.
import type { Stage } from "./config.ts";

/** The port gateways listen on. */
export const GATEWAY_PORT = 18789;

/** The header in which CloudFront says who calls the API. */
export const ADDRESS_HEADER = "x-clawe-viewer-address";

export function namesOf(stage: Stage) {
  const prefix = `clawe-${stage}`;
  return {
    prefix,
    table: prefix,
    bus: prefix,
    cluster: prefix,
    namespace: `${prefix}.internal`,
    laneQueue: `${prefix}-lanes.fifo`,
    laneDelayQueue: `${prefix}-lanes-delayed`,
    laneDeadLetters: `${prefix}-lanes-dead.fifo`,
    laneScheduleDeadLetters: `${prefix}-lane-schedules-dead`,
    missedRoutines: `${prefix}-missed-routines`,
    scheduleGroup: prefix,
    schedulerRole: `${prefix}-scheduler`,
    routineFunction: `${prefix}-routine`,
    idleFunction: `${prefix}-idle`,
    idleDeadLetters: `${prefix}-idle-dead`,
    chatFunction: `${prefix}-chat`,
    chatDeadLetters: `${prefix}-chat-dead`,
    heartbeatFunction: `${prefix}-heartbeat`,
    heartbeatDeadLetters: `${prefix}-heartbeat-dead`,
    forwarder: `${prefix}-forwarder`,
    chatForwarder: `${prefix}-chat-forwarder`,
    machine: (workflow: string) => `${prefix}-${workflow}`,
    /** Names of buckets are the world's: the account's id comes after. */
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
