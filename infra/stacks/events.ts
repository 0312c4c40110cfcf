// What the table, the state machines and ECS say happened, and the functions that act on it.
import { Duration, Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { TableEventType } from "../../events/table.ts";
import type { Deployment } from "../deployment.ts";
import { arn, createFunction } from "../function.ts";
import { acknowledge } from "../permissions.ts";
import { deadLetters } from "../queue.ts";
import type { CellStack } from "./cell.ts";
import type { TableStack } from "./table.ts";
import type { WorkflowStack } from "./workflows.ts";

export class EventStack extends Stack {
  readonly deadLetterQueues: sqs.Queue[];
  readonly publisher: lambda.Function;

  constructor(
    scope: Construct,
    id: string,
    deployment: Deployment,
    from: { table: TableStack; workflows: WorkflowStack; cell: CellStack },
  ) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region } });
    const bus = new events.EventBus(this, "Bus", { eventBusName: names.bus });
    deployment.provide("bus", {
      environment: { CLAWE_BUS: names.bus },
      permissions: [{ actions: ["events:PutEvents"], resources: [bus.eventBusArn] }],
    });
    const unpublished = deadLetters(this, "Unpublished");
    const unhandled = deadLetters(this, "Unhandled");
    this.deadLetterQueues = [unpublished, unhandled];

    this.publisher = createFunction(this, "Publish", deployment, {
      entry: "consumers/publish-changes",
      timeoutSeconds: 30,
    });
    this.publisher.addEventSource(
      new DynamoEventSource(from.table.table, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Ten batches of a shard side by side, each tenant's changes in order: a burst of one is read in a tenth of the time.
        parallelizationFactor: 10,
        bisectBatchOnError: true,
        retryAttempts: 100,
        maxRecordAge: Duration.hours(24),
        onFailure: new SqsDlq(unpublished),
        // Only a tenant's items become events.
        filters: [
          lambda.FilterCriteria.filter({
            dynamodb: { Keys: { pk: { S: lambda.FilterRule.beginsWith("T#") } } },
          }),
        ],
      }),
    );

    const consume = (
      id: string,
      entry: string,
      props: events.RuleProps,
      options: { timeoutSeconds?: number; name?: string; mostAtOnce?: number } = {},
    ) => {
      const handler = createFunction(this, id, deployment, {
        entry,
        timeoutSeconds: 30,
        ...options,
        deadLetterQueue: unhandled,
      });
      const target = new targets.LambdaFunction(handler, { deadLetterQueue: unhandled, retryAttempts: 20 });
      new events.Rule(this, `${id}Rule`, { ...props, targets: [target] });
    };
    const ofTable = (type: TableEventType): events.RuleProps => ({
      eventBus: bus,
      eventPattern: { source: ["clawe"], detailType: [type] },
    });
    consume("StartRun", "consumers/start-run", ofTable("run.queued"), {
      // Step Functions takes 300 new executions a second.
      mostAtOnce: 20,
    });
    consume("SyncRoutine", "consumers/sync-routine", ofTable("routine.changed"));
    consume("ResyncRoutines", "consumers/resync-routines", ofTable("tenant.timezone_changed"));
    consume("SweepTask", "consumers/sweep-task", ofTable("task.deleted"), { timeoutSeconds: 300 });
    consume("DiscardFile", "consumers/discard-file", ofTable("file.released"));
    consume("SyncSquad", "consumers/sync-squad", ofTable("squad.changed"), { timeoutSeconds: 120 });
    consume("AnswerChat", "consumers/answer-chat", ofTable("chat.due"), {
      timeoutSeconds: 900,
      // Each is there as long as the agent speaks, and holds one forwarder as long.
      mostAtOnce: 150,
    });
    // A schedule calls it by its name.
    consume("ResumeChats", "consumers/resume-chats", ofTable("squadhub.settled"), {
      name: names.chatFunction,
    });
    consume("RingLanes", "consumers/ring-lanes", ofTable("squadhub.settled"));
    consume("HasWork", "consumers/begin-heartbeats", ofTable("agent.has_work"), { mostAtOnce: 50 });
    consume("PutOffSleep", "consumers/extend-idle-deadline", ofTable("tenant.worked"), {
      // Each makes or moves a schedule, of which there can be so many a second.
      mostAtOnce: 50,
    });
    consume("Push", "consumers/push-hints", ofTable("page.changed"));
    consume(
      "Reap",
      "timers/reap",
      { description: "Once a day", schedule: events.Schedule.cron({ hour: "3", minute: "17" }) },
      { timeoutSeconds: 300 },
    );
    consume("EndRun", "consumers/end-run", {
      description: "Executions that ended, also by being aborted or timing out",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: {
          status: ["SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"],
          stateMachineArn: from.workflows.machines.map(({ stateMachineName }) =>
            arn(this, "states", `stateMachine:${stateMachineName}`),
          ),
        },
      },
    });
    consume("ServiceStopped", "consumers/service-stopped", {
      description: "Squadhubs' tasks that stopped without being asked to",
      eventPattern: {
        source: ["aws.ecs"],
        detailType: ["ECS Task State Change"],
        detail: {
          clusterArn: [from.cell.clusterArn],
          lastStatus: ["STOPPED"],
          group: [{ prefix: "service:squadhub-" }],
          stopCode: [{ "anything-but": ["UserInitiated", "ServiceSchedulerInitiated"] }],
        },
      },
    });
    acknowledge(this, "AwsSolutions-SQS3", "The queues are dead-letter queues themselves.");
  }
}
