// What wakes operators: each alarm is a fault that does not go away by itself.
import { Duration, Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import * as sns from "aws-cdk-lib/aws-sns";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import type { ApiStack } from "./api.ts";
import type { EventStack } from "./events.ts";
import type { LaneStack } from "./lanes.ts";
import type { WorkflowStack } from "./workflows.ts";

interface Watched {
  api: ApiStack;
  events: EventStack;
  lanes: LaneStack;
  workflows: WorkflowStack;
  deadLetterQueues: sqs.Queue[];
}

const FIVE_MINUTES = { period: Duration.minutes(5), statistic: "Sum" };

export class AlarmStack extends Stack {
  readonly #topic: sns.Topic;

  constructor(scope: Construct, id: string, deployment: Deployment, watched: Watched) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region } });
    this.#topic = this.#operatorsTopic(`${names.prefix}-operators`);
    this.#workflows(names.metrics, watched.workflows);
    this.#logged(
      "NotificationUndeliverable",
      names.metrics,
      watched.lanes.drain,
      "notification undeliverable",
      "An agent could not be told something within a day, or its gateway refused it.",
    );
    for (const queue of watched.deadLetterQueues) this.#deadLetters(queue);
    this.#alarm(
      "Api5xx",
      watched.api.http.metricServerError(FIVE_MINUTES),
      "The API answers with server errors.",
      5,
    );
    this.#alarm(
      "StreamLag",
      watched.events.publisher.metric("IteratorAge", { period: Duration.minutes(5), statistic: "Maximum" }),
      "Changes of the table are not published as events.",
      Duration.minutes(10).toMilliseconds(),
    );
  }

  #operatorsTopic(topicName: string): sns.Topic {
    const topic = new sns.Topic(this, "Operators", { topicName, enforceSSL: true });
    // A topic with a policy of its own loses the default one, which lets the account's alarms publish.
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        actions: ["sns:Publish"],
        principals: [new iam.ServicePrincipal("cloudwatch.amazonaws.com")],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    return topic;
  }

  #deadLetters(queue: sqs.Queue): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: "Maximum",
    });
    const id = `${queue.stack.stackName}-${queue.node.id}`;
    this.#alarm(id, metric, "Something failed for good: find the cause, fix it, re-drive the queue.");
  }

  #workflows(namespace: string, { machines, record }: WorkflowStack): void {
    for (const machine of machines) {
      const failed = {
        Failed: machine.metricFailed(FIVE_MINUTES),
        Aborted: machine.metricAborted(FIVE_MINUTES),
        TimedOut: machine.metricTimedOut(FIVE_MINUTES),
      };
      for (const [how, metric] of Object.entries(failed))
        this.#alarm(
          `${machine.node.id}${how}`,
          metric,
          `A run ended: ${how}. Its record says where and why.`,
        );
    }
    // A held run's execution goes on for days: the log line tells of its failure long before.
    const lines = {
      RunFailed: ["run failed", "A run has failed and is undone, or held; its record says where and why."],
      RollbackIncomplete: [
        "rollback incomplete",
        "A clean-up has left resources behind; the run's record names them.",
      ],
    } as const;
    for (const [metricName, [message, description]] of Object.entries(lines))
      this.#logged(metricName, namespace, record, message, description);
  }

  /** A metric of how often the function has logged `message`, and its alarm. */
  #logged(
    name: string,
    namespace: string,
    from: lambda.Function,
    message: string,
    description: string,
  ): void {
    const filter = new logs.MetricFilter(this, name, {
      logGroup: from.logGroup,
      metricNamespace: namespace,
      metricName: name,
      filterPattern: logs.FilterPattern.stringValue("$.message", "=", message),
    });
    this.#alarm(`${name}Alarm`, filter.metric(FIVE_MINUTES), description);
  }

  #alarm(id: string, metric: cloudwatch.IMetric, alarmDescription: string, threshold = 1): void {
    const alarm = new cloudwatch.Alarm(this, id, {
      metric,
      alarmDescription,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
