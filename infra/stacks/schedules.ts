// Schedules: their group, what they may start, the routine function, and what becomes of occurrences that were missed.
import { Duration, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import * as scheduler from "aws-cdk-lib/aws-scheduler";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import { arn, createFunction, iamArn } from "../function.ts";
import { allow } from "../permissions.ts";
import { deadLetters } from "../queue.ts";

export class ScheduleStack extends Stack {
  /** What nothing consumes: each message in them is a fault. */
  readonly deadLetterQueues: sqs.Queue[];

  constructor(scope: Construct, id: string, deployment: Deployment) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region } });
    new scheduler.CfnScheduleGroup(this, "Group", { name: names.scheduleGroup });

    const unreported = deadLetters(this, "Unreported");
    const missed = deadLetters(this, "Missed", {
      queueName: names.missedRoutines,
      visibilityTimeout: Duration.minutes(2),
      deadLetterQueue: { queue: unreported, maxReceiveCount: 5 },
    });
    const laneFaults = deadLetters(this, "LaneSchedules", { queueName: names.laneScheduleDeadLetters });
    const idleFaults = deadLetters(this, "IdleSchedules", { queueName: names.idleDeadLetters });
    const chatFaults = deadLetters(this, "ChatSchedules", { queueName: names.chatDeadLetters });
    const beatFaults = deadLetters(this, "Heartbeats", { queueName: names.heartbeatDeadLetters });
    this.deadLetterQueues = [unreported, laneFaults, idleFaults, chatFaults, beatFaults];

    const laneQueue = arn(this, "sqs", names.laneQueue);
    const routineFunction = arn(this, "lambda", `function:${names.routineFunction}`);
    const idleFunction = arn(this, "lambda", `function:${names.idleFunction}`);
    const chatFunction = arn(this, "lambda", `function:${names.chatFunction}`);
    const heartbeatFunction = arn(this, "lambda", `function:${names.heartbeatFunction}`);
    const role = new iam.Role(this, "Role", {
      roleName: names.schedulerRole,
      assumedBy: new iam.ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    });
    allow(role, [
      {
        actions: ["lambda:InvokeFunction"],
        resources: [routineFunction, idleFunction, chatFunction, heartbeatFunction],
      },
      {
        actions: ["sqs:SendMessage"],
        resources: [
          laneQueue,
          ...[missed, laneFaults, idleFaults, chatFaults, beatFaults].map(({ queueArn }) => queueArn),
        ],
      },
    ]);

    deployment.provide("schedules", {
      environment: {
        CLAWE_SCHEDULE_GROUP: names.scheduleGroup,
        CLAWE_SCHEDULER_ROLE: iamArn(this, `role/${names.schedulerRole}`),
        CLAWE_LANE_QUEUE_ARN: laneQueue,
        CLAWE_LANE_SCHEDULE_DEAD_LETTERS: arn(this, "sqs", names.laneScheduleDeadLetters),
        CLAWE_ROUTINE_FUNCTION: routineFunction,
        CLAWE_IDLE_FUNCTION: idleFunction,
        CLAWE_HEARTBEAT_FUNCTION: heartbeatFunction,
        CLAWE_HEARTBEAT_DEAD_LETTERS: arn(this, "sqs", names.heartbeatDeadLetters),
        CLAWE_IDLE_DEAD_LETTERS: arn(this, "sqs", names.idleDeadLetters),
        CLAWE_CHAT_FUNCTION: chatFunction,
        CLAWE_CHAT_DEAD_LETTERS: arn(this, "sqs", names.chatDeadLetters),
        CLAWE_MISSED_ROUTINES: arn(this, "sqs", names.missedRoutines),
      },
      permissions: [
        {
          actions: ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:UpdateSchedule"],
          resources: [arn(this, "scheduler", `schedule/${names.scheduleGroup}/*`)],
          wildcard: "Schedules are made while we run; the group is ours.",
        },
        {
          actions: ["scheduler:ListSchedules"],
          resources: ["*"],
          wildcard: "ListSchedules cannot be limited to a group.",
        },
        {
          actions: ["iam:PassRole"],
          resources: [iamArn(this, `role/${names.schedulerRole}`)],
          conditions: { StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" } },
        },
      ],
    });

    deployment.provide("schedule-reader", {
      environment: {
        CLAWE_SCHEDULE_GROUP: names.scheduleGroup,
        CLAWE_LANE_QUEUE_ARN: laneQueue,
        CLAWE_ROUTINE_FUNCTION: routineFunction,
        CLAWE_IDLE_FUNCTION: idleFunction,
      },
      permissions: [
        {
          actions: ["scheduler:GetSchedule"],
          resources: [arn(this, "scheduler", `schedule/${names.scheduleGroup}/*`)],
          wildcard: "Schedules are made while we run; the group is ours.",
        },
        {
          actions: ["scheduler:ListSchedules"],
          resources: ["*"],
          wildcard: "ListSchedules cannot be limited to a group.",
        },
      ],
    });

    createFunction(this, "Fire", deployment, {
      entry: "timers/routine",
      name: names.routineFunction,
      timeoutSeconds: 30,
      // Some 300 tasks a second: within the 4,000 writes a second that a table takes from its first day.
      mostAtOnce: 100,
      // The scheduler hands over and is done: what fails here for good is missed too.
      deadLetterQueue: missed,
      maxEventAge: Duration.hours(1),
    });
    createFunction(this, "Idle", deployment, {
      entry: "timers/idle",
      name: names.idleFunction,
      timeoutSeconds: 30,
      mostAtOnce: 50,
      deadLetterQueue: idleFaults,
      maxEventAge: Duration.hours(6),
    });
    createFunction(this, "Heartbeat", deployment, {
      entry: "timers/heartbeat",
      name: names.heartbeatFunction,
      timeoutSeconds: 90,
      deadLetterQueue: beatFaults,
      maxEventAge: Duration.minutes(10),
      mostAtOnce: 100,
    });
    const report = createFunction(this, "ReportMissed", deployment, {
      entry: "consumers/report-missed",
      timeoutSeconds: 20,
    });
    report.addEventSource(
      new SqsEventSource(missed, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
  }
}
