// Doorbells of lanes: from the table's stream through an ordered queue to the function that drains a lane.
import { Duration, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import * as logs from "aws-cdk-lib/aws-logs";
import * as pipes from "aws-cdk-lib/aws-pipes";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import { arn, createFunction } from "../function.ts";
import { allow } from "../permissions.ts";
import { deadLetters } from "../queue.ts";
import type { TableStack } from "./table.ts";

const DRAIN_SECONDS = 120;
const AGAIN_SECONDS = 20;
/**
 * Lanes that are drained at once. The mapping's own bound: messages that a bound of the function refuses would count as
 * received, and be dead letters though nothing is wrong with them.
 */
const MOST_DRAINS = 200;
const MOST_AGAIN = 20;

export class LaneStack extends Stack {
  readonly deadLetterQueues: sqs.Queue[];
  readonly drain: lambda.Function;

  constructor(scope: Construct, id: string, deployment: Deployment, { table }: TableStack) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region } });
    const lost = deadLetters(this, "LostDoorbells", { queueName: names.laneDeadLetters, fifo: true });
    const queue = new sqs.Queue(this, "Doorbells", {
      queueName: names.laneQueue,
      fifo: true,
      deduplicationScope: sqs.DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: sqs.FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      // For schedules, which cannot say an id of their own.
      contentBasedDeduplication: true,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * DRAIN_SECONDS),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: lost, maxReceiveCount: 5 },
    });
    // FIFO queues have no delay of a message's own, and one that waits there holds up what comes after it.
    const unrepeated = deadLetters(this, "UnrepeatedDoorbells");
    const delayed = new sqs.Queue(this, "DelayedDoorbells", {
      queueName: names.laneDelayQueue,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * AGAIN_SECONDS),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: unrepeated, maxReceiveCount: 5 },
    });
    deployment.provide("lanes", {
      environment: {
        CLAWE_LANE_QUEUE_URL: this.#url(names.laneQueue),
        CLAWE_LANE_DELAY_QUEUE_URL: this.#url(names.laneDelayQueue),
        CLAWE_LANE_DEAD_LETTERS_URL: this.#url(names.laneDeadLetters),
      },
      permissions: [
        {
          actions: ["sqs:SendMessage"],
          resources: [arn(this, "sqs", names.laneQueue), arn(this, "sqs", names.laneDelayQueue)],
        },
        {
          actions: [
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ReceiveMessage",
            "sqs:StartMessageMoveTask",
          ],
          resources: [arn(this, "sqs", names.laneDeadLetters)],
        },
      ],
    });

    const unrung = deadLetters(this, "UnrungDoorbells");
    this.deadLetterQueues = [lost, unrepeated, unrung];
    const log = new logs.LogGroup(this, "PipeLog", {
      // Pipes may write to groups of this name without a policy of the account.
      logGroupName: `/aws/vendedlogs/pipes/${names.prefix}-lanes`,
      retention: config.logDays,
    });
    const role = new iam.Role(this, "PipeRole", {
      assumedBy: new iam.ServicePrincipal("pipes.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    });
    allow(role, [
      {
        actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
        resources: [table.tableStreamArn!],
      },
      {
        actions: ["dynamodb:ListStreams"],
        resources: ["*"],
        wildcard: "ListStreams cannot be limited to a resource.",
      },
      { actions: ["sqs:SendMessage"], resources: [queue.queueArn, unrung.queueArn] },
    ]);
    const pipe = new pipes.CfnPipe(this, "Pipe", {
      name: `${names.prefix}-lanes`,
      roleArn: role.roleArn,
      source: table.tableStreamArn!,
      sourceParameters: {
        dynamoDbStreamParameters: {
          startingPosition: "TRIM_HORIZON",
          batchSize: 10,
          maximumRetryAttempts: 100,
          maximumRecordAgeInSeconds: 86_400,
          onPartialBatchItemFailure: "AUTOMATIC_BISECT",
          deadLetterConfig: { arn: unrung.queueArn },
        },
        filterCriteria: {
          filters: [
            {
              pattern: JSON.stringify({
                eventName: ["INSERT"],
                dynamodb: { Keys: { sk: { S: [{ prefix: "LANE#" }] } } },
              }),
            },
          ],
        },
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
        cloudwatchLogsLogDestination: { logGroupArn: arn(this, "logs", `log-group:${log.logGroupName}`) },
      },
    });
    // Pipes checks when it is made whether its role allows everything.
    pipe.node.addDependency(role);

    this.drain = createFunction(this, "Drain", deployment, {
      entry: "consumers/drain-lane",
      timeoutSeconds: DRAIN_SECONDS,
    });
    // One doorbell at a time: a slow gateway holds up nobody else's.
    this.drain.addEventSource(new SqsEventSource(queue, { batchSize: 1, maxConcurrency: MOST_DRAINS }));
    const again = createFunction(this, "RingAgain", deployment, {
      entry: "consumers/retry-lane",
      timeoutSeconds: AGAIN_SECONDS,
    });
    again.addEventSource(new SqsEventSource(delayed, { batchSize: 1, maxConcurrency: MOST_AGAIN }));
  }

  /** By name: functions of earlier stacks ring too. */
  #url(queueName: string): string {
    return `https://sqs.${this.region}.amazonaws.com/${this.account}/${queueName}`;
  }
}
