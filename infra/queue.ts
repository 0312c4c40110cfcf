// Queues: encrypted, TLS only, and the functions that consume them.
import { Duration } from "aws-cdk-lib";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { type QueueConsumer, visibilitySeconds } from "../functions/subscriptions.ts";
import type { Deployment } from "./deployment.ts";
import { createFunction } from "./function.ts";
import { idOf } from "./names.ts";
import { acknowledge } from "./permissions.ts";

const hardened: sqs.QueueProps = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** A queue in which what failed for good waits for a person. Stacks list theirs, and each raises an alarm. */
export function deadLetters(scope: Construct, id: string, props: sqs.QueueProps = {}): sqs.Queue {
  const queue = new sqs.Queue(scope, id, { ...hardened, retentionPeriod: Duration.days(14), ...props });
  acknowledge(queue, "AwsSolutions-SQS3", "It is a dead-letter queue itself.");
  return queue;
}

/** What a queue needs for this consumer, which gives up on a message into `queue`. */
export const propsFor = (consumer: QueueConsumer, queue: sqs.IQueue): sqs.QueueProps => ({
  visibilityTimeout: Duration.seconds(visibilitySeconds(consumer)),
  deadLetterQueue: { queue, maxReceiveCount: consumer.receives },
});

/** A queue for this consumer, which gives up on a message into `dead`. */
export function workQueue(
  scope: Construct,
  id: string,
  queueName: string,
  consumer: QueueConsumer,
  dead: sqs.IQueue,
): sqs.Queue {
  return new sqs.Queue(scope, id, {
    ...hardened,
    ...propsFor(consumer, dead),
    queueName,
    retentionPeriod: Duration.days(4),
    ...(consumer.isOrdered
      ? {
          fifo: true,
          deduplicationScope: sqs.DeduplicationScope.MESSAGE_GROUP,
          fifoThroughputLimit: sqs.FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
          // For schedules, which cannot send a deduplication id of their own.
          contentBasedDeduplication: true,
        }
      : {}),
  });
}

export function consume(
  scope: Construct,
  deployment: Deployment,
  queue: sqs.Queue,
  { entry, timeoutSeconds, mostAtOnce, batchSize = 1 }: QueueConsumer,
): lambda.Function {
  const handler = createFunction(scope, idOf(entry), deployment, { entry, timeoutSeconds });
  handler.addEventSource(
    new SqsEventSource(queue, {
      batchSize,
      reportBatchItemFailures: batchSize > 1,
      maxConcurrency: mostAtOnce,
    }),
  );
  return handler;
}
