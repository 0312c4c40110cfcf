// What each kind of schedule needs: the function that it calls, and a queue for its dead letters.
import { Duration } from "aws-cdk-lib";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { ScheduleHandler } from "../functions/subscriptions.ts";
import type { Deployment } from "./deployment.ts";
import { arn, createFunction } from "./function.ts";
import { pascal } from "./names.ts";
import { consume, deadLetters, propsFor } from "./queue.ts";

type Kinds = Record<string, ScheduleHandler>;

export interface KindQueues {
  /** Each kind's dead letters. */
  missed: Map<string, sqs.Queue>;
  /** The queues that nothing consumes: each message in them is a fault. */
  alarmed: sqs.Queue[];
}

/** The queues for occurrences that the scheduler could not hand over, and for those at which a function failed. */
export function createKindQueues(scope: Construct, { names }: Deployment, kinds: Kinds): KindQueues {
  const missed = new Map<string, sqs.Queue>();
  const alarmed: sqs.Queue[] = [];
  for (const [kind, handler] of Object.entries(kinds)) {
    const id = `${pascal(kind)}Schedules`;
    const queueName = names.scheduleDeadLetters(kind);
    const consumer = "missed" in handler ? handler.missed : undefined;
    const unreported = consumer && deadLetters(scope, `${id}Unreported`);
    const queue = deadLetters(scope, id, {
      queueName,
      ...(consumer && unreported ? propsFor(consumer, unreported) : {}),
    });
    missed.set(kind, queue);
    alarmed.push(unreported ?? queue);
  }
  return { missed, alarmed };
}

/** What the scheduler may call and send to. By name, since the functions come later. */
export function targetsOf(scope: Construct, { names }: Deployment, kinds: Kinds) {
  const handlers = Object.entries(kinds);
  return {
    functions: handlers.flatMap(([kind, handler]) =>
      "queue" in handler ? [] : [arn(scope, "lambda", `function:${names.scheduleFunction(kind)}`)],
    ),
    queues: [
      ...handlers.flatMap(([, handler]) =>
        "queue" in handler ? [arn(scope, "sqs", names.queues[handler.queue])] : [],
      ),
      ...handlers.map(([kind]) => arn(scope, "sqs", names.scheduleDeadLetters(kind))),
    ],
  };
}

/** The functions that the kinds call. The scheduler does not wait for them: an occurrence at which one fails is missed. */
export function createKindFunctions(
  scope: Construct,
  deployment: Deployment,
  kinds: Kinds,
  { missed }: KindQueues,
): void {
  for (const [kind, handler] of Object.entries(kinds)) {
    if ("queue" in handler) continue;
    const { entry, timeoutSeconds, mostAtOnce, maxEventAgeMinutes } = handler;
    const queue = missed.get(kind)!;
    createFunction(scope, pascal(kind), deployment, {
      entry,
      name: deployment.names.scheduleFunction(kind),
      timeoutSeconds,
      mostAtOnce,
      deadLetterQueue: queue,
      maxEventAge: Duration.minutes(maxEventAgeMinutes),
    });
    if (handler.missed) consume(scope, deployment, queue, handler.missed);
  }
}
