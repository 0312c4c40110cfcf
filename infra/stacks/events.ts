// Events of the table, of the state machines and of ECS, and the functions that consume them.
import { Duration, Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { patternOf, readers } from "../../events/changes.ts";
import type { TableEventType } from "../../events/table.ts";
import { type EventType, endpoints, serviceSchedules, subscriptions } from "../../functions/subscriptions.ts";
import type { Deployment } from "../deployment.ts";
import { arn, createFunction } from "../function.ts";
import { idOf } from "../names.ts";
import { acknowledge } from "../permissions.ts";
import { deadLetters } from "../queue.ts";
import { schedule, subscribe } from "../subscribe.ts";
import type { CellStack } from "./cell.ts";
import type { TableStack } from "./table.ts";
import type { WorkflowStack } from "./workflows.ts";

interface Sources {
  table: TableStack;
  workflows: WorkflowStack;
  cell: CellStack;
}

export class EventStack extends Stack {
  readonly deadLetterQueues: sqs.Queue[];
  readonly publisher: lambda.Function;

  constructor(scope: Construct, id: string, deployment: Deployment, sources: Sources) {
    super(scope, id, { env: { region: deployment.config.region } });
    const eventBus = new events.EventBus(this, "Bus", { eventBusName: deployment.names.bus });
    const unpublished = deadLetters(this, "Unpublished");
    const unhandled = deadLetters(this, "Unhandled");
    this.deadLetterQueues = [unpublished, unhandled];
    this.publisher = this.#publisher(deployment, sources.table, unpublished);
    const outside = this.#outsideRules(sources);
    subscribe<EventType>(this, deployment, {
      subscriptions,
      ruleOf: (type) =>
        outside[type as keyof typeof outside] ?? {
          eventBus,
          eventPattern: { source: ["clawe"], detailType: [type] },
        },
      unhandled,
    });
    for (const each of Object.values(serviceSchedules)) schedule(this, deployment, each, unhandled);
    acknowledge(this, "AwsSolutions-SQS3", "The queues are dead-letter queues themselves.");
  }

  /** Reads the table's stream. */
  #publisher(deployment: Deployment, { table }: TableStack, unpublished: sqs.Queue): lambda.Function {
    const entry = endpoints.publish;
    const publisher = createFunction(this, idOf(entry), deployment, { entry, timeoutSeconds: 30 });
    publisher.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Ten batches of a shard at once, each tenant's changes in order: a tenant's burst is read in a tenth of the time.
        parallelizationFactor: 10,
        bisectBatchOnError: true,
        retryAttempts: 100,
        maxRecordAge: Duration.hours(24),
        onFailure: new SqsDlq(unpublished),
        filters: [{ pattern: JSON.stringify(patternOf(readers.events)) }],
      }),
    );
    return publisher;
  }

  /** The events that happen outside the table, as AWS's own services send them. */
  #outsideRules({ workflows, cell }: Sources): Record<Exclude<EventType, TableEventType>, events.RuleProps> {
    return {
      "execution.ended": {
        description: "Executions that ended, also by being aborted or timing out",
        eventPattern: {
          source: ["aws.states"],
          detailType: ["Step Functions Execution Status Change"],
          detail: {
            status: ["SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"],
            stateMachineArn: workflows.machines.map(({ stateMachineName }) =>
              arn(this, "states", `stateMachine:${stateMachineName}`),
            ),
          },
        },
      },
      "service.stopped": {
        description: "Squadhubs' tasks that stopped without being asked to",
        eventPattern: {
          source: ["aws.ecs"],
          detailType: ["ECS Task State Change"],
          detail: {
            clusterArn: [cell.clusterArn],
            lastStatus: ["STOPPED"],
            group: [{ prefix: "service:squadhub-" }],
            stopCode: [{ "anything-but": ["UserInitiated", "ServiceSchedulerInitiated"] }],
          },
        },
      },
    };
  }
}
