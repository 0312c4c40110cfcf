// The pipe from the table's stream to the lanes' queue: a notification that is put into a lane rings it.

import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as logs from "aws-cdk-lib/aws-logs";
import * as pipes from "aws-cdk-lib/aws-pipes";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { patternOf, readers } from "../events/changes.ts";
import type { Deployment } from "./deployment.ts";
import { arn } from "./function.ts";
import { allow } from "./permissions.ts";

interface PipeEnds {
  /** The ARN of the table's stream. */
  stream: string;
  queue: sqs.Queue;
  /** For changes that could not be passed on. */
  unrung: sqs.Queue;
}

export function createPipe(scope: Construct, deployment: Deployment, ends: PipeEnds): void {
  const { stream, queue, unrung } = ends;
  const name = `${deployment.names.prefix}-lanes`;
  const log = new logs.LogGroup(scope, "PipeLog", {
    // Pipes may write to groups of this name without a policy of the account.
    logGroupName: `/aws/vendedlogs/pipes/${name}`,
    retention: deployment.config.logDays,
  });
  const role = createPipeRole(scope, ends);
  const pipe = new pipes.CfnPipe(scope, "Pipe", {
    name,
    roleArn: role.roleArn,
    source: stream,
    sourceParameters: {
      dynamoDbStreamParameters: {
        startingPosition: "TRIM_HORIZON",
        batchSize: 10,
        maximumRetryAttempts: 100,
        maximumRecordAgeInSeconds: 86_400,
        onPartialBatchItemFailure: "AUTOMATIC_BISECT",
        deadLetterConfig: { arn: unrung.queueArn },
      },
      filterCriteria: { filters: [{ pattern: JSON.stringify(patternOf(readers.doorbells)) }] },
    },
    target: queue.queueArn,
    targetParameters: {
      sqsQueueParameters: {
        messageGroupId: "$.dynamodb.NewImage.lane.S",
        messageDeduplicationId: "$.eventID",
      },
      inputTemplate:
        '{"tenantId":<$.dynamodb.NewImage.tenantId.S>,"agentId":<$.dynamodb.NewImage.agentId.S>}',
    },
    logConfiguration: {
      level: "ERROR",
      cloudwatchLogsLogDestination: { logGroupArn: arn(scope, "logs", `log-group:${log.logGroupName}`) },
    },
  });
  // Pipes checks, when it creates a pipe, whether the role allows everything.
  pipe.node.addDependency(role);
}

function createPipeRole(scope: Construct, { stream, queue, unrung }: PipeEnds): iam.Role {
  const role = new iam.Role(scope, "PipeRole", {
    assumedBy: new iam.ServicePrincipal("pipes.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  });
  allow(role, [
    {
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [stream],
    },
    {
      actions: ["dynamodb:ListStreams"],
      resources: ["*"],
      wildcard: "ListStreams cannot be limited to a resource.",
    },
    { actions: ["sqs:SendMessage"], resources: [queue.queueArn, unrung.queueArn] },
  ]);
  return role;
}
