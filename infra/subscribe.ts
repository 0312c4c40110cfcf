// Functions that EventBridge calls: the consumers of events, and those that run at a fixed time.
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Consumer, ServiceSchedule, Subscription } from "../functions/subscriptions.ts";
import type { Deployment } from "./deployment.ts";
import { createFunction } from "./function.ts";
import { idOf } from "./names.ts";

const TIMEOUT_SECONDS = 30;

interface Subscriptions<Type extends string> {
  subscriptions: Record<Type, Subscription[]>;
  /** Which events of EventBridge are events of this type. */
  ruleOf: (type: Type) => events.RuleProps;
  /** For events that no try could deliver, and for those at which their function failed. */
  unhandled: sqs.Queue;
}

/** A function and a rule for each consumer of each type of event. */
export function subscribe<Type extends string>(
  scope: Construct,
  deployment: Deployment,
  { subscriptions, ruleOf, unhandled }: Subscriptions<Type>,
): void {
  for (const [type, consumers] of Object.entries(subscriptions) as [Type, Subscription[]][])
    for (const consumer of consumers) callByRule(scope, deployment, consumer, ruleOf(type), unhandled);
}

export function schedule(
  scope: Construct,
  deployment: Deployment,
  service: ServiceSchedule,
  unhandled: sqs.Queue,
): void {
  const rule = { schedule: events.Schedule.expression(service.expression) };
  callByRule(scope, deployment, service, rule, unhandled);
}

function callByRule(
  scope: Construct,
  deployment: Deployment,
  { entry, timeoutSeconds = TIMEOUT_SECONDS, mostAtOnce }: Consumer<never> | ServiceSchedule,
  rule: events.RuleProps,
  deadLetterQueue: sqs.Queue,
): void {
  const id = idOf(entry);
  const handler = createFunction(scope, id, deployment, {
    entry,
    timeoutSeconds,
    mostAtOnce,
    deadLetterQueue,
  });
  const target = new targets.LambdaFunction(handler, { deadLetterQueue, retryAttempts: 20 });
  new events.Rule(scope, `${id}Rule`, { ...rule, targets: [target] });
}
