// Doorbells of lanes: from the table's stream through an ordered queue to the function that drains a lane.
import { Stack } from "aws-cdk-lib";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { queues } from "../../functions/subscriptions.ts";
import type { Deployment } from "../deployment.ts";
import { arn } from "../function.ts";
import { createPipe } from "../lane-pipe.ts";
import { consume, deadLetters, workQueue } from "../queue.ts";
import type { TableStack } from "./table.ts";

export class LaneStack extends Stack {
  readonly deadLetterQueues: sqs.Queue[];
  readonly drain: lambda.Function;

  constructor(scope: Construct, id: string, deployment: Deployment, { table }: TableStack) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region } });
    const lost = deadLetters(this, "LostDoorbells", { queueName: names.laneDeadLetters, fifo: true });
    const unrepeated = deadLetters(this, "UnrepeatedDoorbells");
    const unrung = deadLetters(this, "UnrungDoorbells");
    this.deadLetterQueues = [lost, unrepeated, unrung];
    const { doorbells, laterDoorbells } = queues;
    const queue = workQueue(this, "Doorbells", names.queues.doorbells, doorbells, lost);
    const later = workQueue(
      this,
      "DelayedDoorbells",
      names.queues.laterDoorbells,
      laterDoorbells,
      unrepeated,
    );
    this.#provide(deployment);
    createPipe(this, deployment, { stream: table.tableStreamArn!, queue, unrung });
    this.drain = consume(this, deployment, queue, doorbells);
    consume(this, deployment, later, laterDoorbells);
  }

  #provide(deployment: Deployment): void {
    const { queues, laneDeadLetters } = deployment.names;
    const [doorbells, later, dead] = [queues.doorbells, queues.laterDoorbells, laneDeadLetters];
    // By name: functions of earlier stacks ring, too.
    const urlOf = (queueName: string) =>
      `https://sqs.${this.region}.amazonaws.com/${this.account}/${queueName}`;
    deployment.provide("lanes", {
      environment: {
        CLAWE_LANE_QUEUE_URL: urlOf(doorbells),
        CLAWE_LANE_DELAY_QUEUE_URL: urlOf(later),
        CLAWE_LANE_DEAD_LETTERS_URL: urlOf(dead),
      },
      permissions: [
        {
          actions: ["sqs:SendMessage"],
          resources: [arn(this, "sqs", doorbells), arn(this, "sqs", later)],
        },
        { actions: ["sqs:ChangeMessageVisibility"], resources: [arn(this, "sqs", doorbells)] },
        {
          actions: [
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ReceiveMessage",
            "sqs:StartMessageMoveTask",
          ],
          resources: [arn(this, "sqs", dead)],
        },
      ],
    });
  }
}
