// Schedules: their group, what they may start, and what becomes of occurrences that were missed.
import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as scheduler from "aws-cdk-lib/aws-scheduler";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { schedules } from "../../functions/subscriptions.ts";
import type { Deployment, Permission } from "../deployment.ts";
import { arn, iamArn } from "../function.ts";
import { allow } from "../permissions.ts";
import { createKindFunctions, createKindQueues, targetsOf } from "../schedule-kinds.ts";

export class ScheduleStack extends Stack {
  /** The queues that nothing consumes: each message in them is a fault. */
  readonly deadLetterQueues: sqs.Queue[];

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, { env: { region: deployment.config.region } });
    new scheduler.CfnScheduleGroup(this, "Group", { name: deployment.names.scheduleGroup });
    const queues = createKindQueues(this, deployment, schedules);
    this.deadLetterQueues = queues.alarmed;
    this.#role(deployment);
    this.#provide(deployment);
    createKindFunctions(this, deployment, schedules, queues);
  }

  /** What EventBridge Scheduler may do in our name. */
  #role(deployment: Deployment): void {
    const role = new iam.Role(this, "Role", {
      roleName: deployment.names.schedulerRole,
      assumedBy: new iam.ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    });
    const { functions, queues } = targetsOf(this, deployment, schedules);
    allow(role, [
      { actions: ["lambda:InvokeFunction"], resources: functions },
      { actions: ["sqs:SendMessage"], resources: queues },
    ]);
  }

  /** The writer and the reader of schedules use the same names: platform/aws/schedule-target.ts. */
  #provide(deployment: Deployment): void {
    const { names } = deployment;
    const role = iamArn(this, `role/${names.schedulerRole}`);
    const shared = {
      CLAWE_SCHEDULE_GROUP: names.scheduleGroup,
      CLAWE_SCHEDULE_FUNCTIONS: arn(this, "lambda", `function:${names.scheduleFunction("")}`),
      CLAWE_LANE_QUEUE_ARN: arn(this, "sqs", names.queues.doorbells),
    };
    const ours = (...actions: string[]): Permission => ({
      actions,
      resources: [arn(this, "scheduler", `schedule/${names.scheduleGroup}/*`)],
      wildcard: "Schedules are made while we run; the group is ours.",
    });
    const list: Permission = {
      actions: ["scheduler:ListSchedules"],
      resources: ["*"],
      wildcard: "ListSchedules cannot be limited to a group.",
    };
    deployment.provide("schedules", {
      environment: {
        ...shared,
        CLAWE_SCHEDULE_DEAD_LETTERS: arn(this, "sqs", names.scheduleDeadLetters("")),
        CLAWE_SCHEDULER_ROLE: role,
      },
      permissions: [
        ours("scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:UpdateSchedule"),
        list,
        {
          actions: ["iam:PassRole"],
          resources: [role],
          conditions: { StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" } },
        },
      ],
    });
    deployment.provide("scheduleReader", {
      environment: shared,
      permissions: [ours("scheduler:GetSchedule"), list],
    });
  }
}
