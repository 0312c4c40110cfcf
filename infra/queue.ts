// Queues: encrypted, TLS only, and alarmed where what arrives is a failure.
import { Duration } from "aws-cdk-lib";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "./permissions.ts";

/** Where what failed for good waits to be looked at. */
export function deadLetters(scope: Construct, id: string, props: sqs.QueueProps = {}): sqs.Queue {
  const queue = new sqs.Queue(scope, id, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    ...props,
  });
  acknowledge(queue, "AwsSolutions-SQS3", "It is a dead-letter queue itself.");
  return queue;
}
