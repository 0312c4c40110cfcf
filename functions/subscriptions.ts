// Which function is called for which event, queue or schedule: for CDK, the laptop and the bundler, and for nobody else,
// since a Lambda bundles its own file only. An event or a kind of schedule that has no entry here does not compile.
import type { EventBridgeEvent, SQSEvent } from "aws-lambda";
import type { Detail, TableEventType } from "../events/table.ts";
import type { ExecutionEnded, ServiceStopped } from "../events/workflows.ts";
import type { ScheduleKind, Tick } from "../platform/types/schedules.ts";

/** A function, and the bounds within which it runs. `Event` is what it is called with. */
export interface Consumer<Event = never> {
  /** Its file in functions/, without extension: what is bundled for AWS. A test compares it with `load`. */
  entry: string;
  /** Its file for this process. */
  load: () => Promise<{ handler: (event: Event) => Promise<unknown> }>;
  /** How long it may run on AWS; 30 seconds unless said. */
  timeoutSeconds?: number;
  /** How many run at once in production, where a burst would otherwise take every other function's room. */
  mostAtOnce?: number;
}

type EventDetails = { [T in TableEventType]: Detail<T> } & {
  "execution.ended": ExecutionEnded;
  "service.stopped": ServiceStopped;
};
export type EventType = keyof EventDetails;

/** Consumers of an event are called without an order, and each may be called twice for the same event. */
export interface Subscription<Event = never> extends Consumer<Event> {
  /**
   * It takes minutes. On AWS, Lambda's own queue stands before every consumer of an event; on the laptop such a queue is
   * made for this one, so that the events behind it do not wait.
   */
  isSlow?: true;
}

export const subscriptions = {
  "run.queued": [
    // Step Functions takes 300 new executions a second.
    { entry: "consumers/start-run", load: () => import("./consumers/start-run.ts"), mostAtOnce: 20 },
  ],
  "routine.changed": [{ entry: "consumers/sync-routine", load: () => import("./consumers/sync-routine.ts") }],
  "tenant.timezone_changed": [
    { entry: "consumers/resync-routines", load: () => import("./consumers/resync-routines.ts") },
  ],
  "task.deleted": [
    { entry: "consumers/sweep-task", load: () => import("./consumers/sweep-task.ts"), timeoutSeconds: 300 },
  ],
  "file.released": [{ entry: "consumers/discard-file", load: () => import("./consumers/discard-file.ts") }],
  "squad.changed": [
    {
      entry: "consumers/sync-squad",
      load: () => import("./consumers/sync-squad.ts"),
      timeoutSeconds: 120,
      // A gateway takes seconds to follow, or is away.
      isSlow: true,
    },
  ],
  "chat.due": [
    {
      entry: "consumers/answer-chat",
      load: () => import("./consumers/answer-chat.ts"),
      timeoutSeconds: 900,
      // Each runs for as long as its agent speaks, and occupies one forwarder meanwhile.
      mostAtOnce: 150,
      isSlow: true,
    },
  ],
  "squadhub.settled": [
    { entry: "consumers/resume-chats", load: () => import("./consumers/resume-chats.ts") },
    { entry: "consumers/ring-lanes", load: () => import("./consumers/ring-lanes.ts") },
  ],
  "tenant.worked": [
    {
      entry: "consumers/extend-idle-deadline",
      load: () => import("./consumers/extend-idle-deadline.ts"),
      // Each makes or moves a schedule, and the scheduler limits those of a second.
      mostAtOnce: 50,
    },
  ],
  "agent.has_work": [
    {
      entry: "consumers/begin-heartbeats",
      load: () => import("./consumers/begin-heartbeats.ts"),
      mostAtOnce: 50,
    },
  ],
  "page.changed": [{ entry: "consumers/push-hints", load: () => import("./consumers/push-hints.ts") }],
  "execution.ended": [{ entry: "consumers/end-run", load: () => import("./consumers/end-run.ts") }],
  "service.stopped": [
    { entry: "consumers/service-stopped", load: () => import("./consumers/service-stopped.ts") },
  ],
} satisfies { [T in EventType]: Subscription<EventBridgeEvent<T, EventDetails[T]>>[] };

/** `mostAtOnce` bounds the queue's own calls: a bound of the function would count what it refuses as received. */
export interface QueueConsumer extends Consumer<SQSEvent> {
  timeoutSeconds: number;
  mostAtOnce: number;
  /** After so many failed tries a message is a dead letter. */
  receives: number;
  /** How many messages a call may have; the function reports each that failed. One unless said. */
  batchSize?: number;
  /** One of a group at a time, in order, and the same deduplication id is the same message. */
  isOrdered?: true;
}

export const queues = {
  /** A group is a lane: a slow gateway holds up no other lane. Tries that failed come back as drain-lane says. */
  doorbells: {
    entry: "consumers/drain-lane",
    load: () => import("./consumers/drain-lane.ts"),
    timeoutSeconds: 120,
    mostAtOnce: 200,
    receives: 8,
    isOrdered: true,
  },
  /** Doorbells that are to ring in some seconds: in the ordered queue they would hold up the doorbells behind them. */
  laterDoorbells: {
    entry: "consumers/retry-lane",
    load: () => import("./consumers/retry-lane.ts"),
    timeoutSeconds: 20,
    mostAtOnce: 20,
    receives: 5,
  },
} satisfies Record<string, QueueConsumer>;

/**
 * How long a message that was handed out stays hidden: longer than its function may run, or a lane would be drained twice
 * at once. Six times as long, as AWS asks for, leaves Lambda room to repeat calls that were throttled.
 */
export const visibilitySeconds = ({ timeoutSeconds }: QueueConsumer): number => 6 * timeoutSeconds;

/** What a kind of schedule does when it is due: it calls a function, or sends to a queue. */
export type ScheduleHandler<K extends ScheduleKind = never> =
  | (Consumer<Tick<K>> & {
      timeoutSeconds: number;
      /** An occurrence that has not run within this time goes to the kind's dead letters. */
      maxEventAgeMinutes: number;
      /** Consumes the kind's dead letters. Unless said, each of them raises an alarm. */
      missed?: QueueConsumer;
    })
  | { queue: keyof typeof queues };

export const schedules = {
  lane: { queue: "doorbells" },
  routine: {
    entry: "timers/routine",
    load: () => import("./timers/routine.ts"),
    timeoutSeconds: 30,
    // Some 300 tasks a second: a table takes 4,000 writes a second from its first day.
    mostAtOnce: 100,
    maxEventAgeMinutes: 60,
    missed: {
      entry: "consumers/report-missed",
      load: () => import("./consumers/report-missed.ts"),
      timeoutSeconds: 20,
      mostAtOnce: 10,
      receives: 5,
      batchSize: 10,
    },
  },
  heartbeat: {
    entry: "timers/heartbeat",
    load: () => import("./timers/heartbeat.ts"),
    timeoutSeconds: 90,
    mostAtOnce: 100,
    maxEventAgeMinutes: 10,
  },
  idle: {
    entry: "timers/idle",
    load: () => import("./timers/idle.ts"),
    timeoutSeconds: 30,
    mostAtOnce: 50,
    maxEventAgeMinutes: 6 * 60,
  },
  chat: {
    entry: "timers/chat",
    load: () => import("./timers/chat.ts"),
    timeoutSeconds: 30,
    maxEventAgeMinutes: 6 * 60,
  },
} satisfies { [K in ScheduleKind]: ScheduleHandler<K> };

/** What the service does for itself, at a fixed time: a rule on AWS, a schedule like the others on the laptop. */
export interface ServiceSchedule extends Consumer<void> {
  /** `cron(…)` or `rate(…)`, UTC. */
  expression: string;
  /** A laptop that was off makes up for an occurrence within this time. */
  windowMinutes: number;
}

export const serviceSchedules = {
  reaper: {
    entry: "timers/reap",
    load: () => import("./timers/reap.ts"),
    expression: "cron(17 3 * * ? *)",
    windowMinutes: 24 * 60,
    timeoutSeconds: 300,
  },
} satisfies Record<string, ServiceSchedule>;

/** The entries of functions that something else calls: the change stream, API Gateway, other functions. */
export const endpoints = {
  publish: "consumers/publish-changes",
  socket: "consumers/socket",
  fallback: "http/fallback",
  forward: "gateway/forward",
  converse: "gateway/converse",
};

/** Every function above, once. */
export function consumers(): Consumer[] {
  const kinds: ScheduleHandler[] = Object.values(schedules);
  const called = kinds.filter((kind) => "entry" in kind);
  return [
    ...Object.values(subscriptions).flat(),
    ...Object.values(queues),
    ...called,
    ...called.flatMap(({ missed }) => missed ?? []),
    ...Object.values(serviceSchedules),
  ];
}
