// The state machines, exactly as workflows/ builds them, and the functions that they call.
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { machines } from "../../workflows/index.ts";
import { functionsOf, type StateMachine } from "../../workflows/saga.ts";
import type { Deployment } from "../deployment.ts";
import { createFunction } from "../function.ts";
import { kebab } from "../names.ts";
import { acknowledge, allow } from "../permissions.ts";
import { stepGrants } from "../squadhub-grants.ts";
import type { CellStack } from "./cell.ts";

/** Every function that a state machine calls. */
export const stepNames = [...new Set(Object.values(machines).flatMap(functionsOf))];

/** The bundle of a step's function: `CreateRole` is functions/provisioning/create-role.ts. */
export const stepEntry = (name: string): string => `provisioning/${kebab(name)}`;

export class WorkflowStack extends Stack {
  readonly machines: sfn.StateMachine[];
  readonly record: lambda.Function;

  constructor(scope: Construct, id: string, deployment: Deployment, cell: CellStack) {
    const { config } = deployment;
    super(scope, id, { env: { region: config.region } });
    const functions = Object.fromEntries(stepNames.map((name) => [name, this.#step(deployment, cell, name)]));
    this.record = functions.Record!;
    this.machines = Object.entries(machines).map(([name, machine]) =>
      this.#machine(deployment, name, machine, functions),
    );
  }

  #step(deployment: Deployment, cell: CellStack, name: string): lambda.Function {
    return createFunction(this, name, deployment, {
      entry: stepEntry(name),
      timeoutSeconds: longest(name),
      also: stepGrants[name],
      ...(stepGrants[name]?.includes("mount") ? cell.mount : {}),
      // One vCPU: they compress all the time.
      ...(name === "BackUpStorage" || name === "RestoreStorage" ? { memoryMb: 1769 } : {}),
    });
  }

  #machine(
    { config, names }: Deployment,
    name: string,
    machine: StateMachine,
    functions: Record<string, lambda.Function>,
  ): sfn.StateMachine {
    const called = functionsOf(machine).map((each) => [each, functions[each]!.functionArn] as const);
    const role = new iam.Role(this, `${name}Role`, {
      assumedBy: new iam.ServicePrincipal("states.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    });
    allow(role, [{ actions: ["lambda:InvokeFunction"], resources: called.map(([, each]) => each) }]);
    acknowledge(
      role,
      "AwsSolutions-IAM5[Resource::*]",
      "X-Ray, and the delivery of logs, cannot be limited to a resource.",
    );
    return new sfn.StateMachine(this, name, {
      stateMachineName: names.machine(name),
      comment: machine.Comment,
      definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(machine)),
      definitionSubstitutions: Object.fromEntries(called),
      role,
      tracingEnabled: true,
      logs: {
        destination: new logs.LogGroup(this, `${name}Log`, {
          logGroupName: `/aws/vendedlogs/states/${names.machine(name)}`,
          retention: config.logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: sfn.LogLevel.ALL,
        includeExecutionData: false,
      },
    });
  }
}

/** The longest timeout of a state that calls this function, within Lambda's own 15 minutes. */
function longest(name: string): number {
  const seconds = Object.values(machines)
    .flatMap(({ States }) => Object.values(States))
    .filter(({ Parameters }) => JSON.stringify(Parameters)?.includes(`"\${${name}}"`))
    // A state that waits for a task token needs its time for the wait. The function itself returns at once.
    .map(({ Resource, TimeoutSeconds }) =>
      isCallback(Resource) ? CALLBACK_SECONDS : Number(TimeoutSeconds),
    );
  return Math.min(Math.max(...seconds), 900);
}

const CALLBACK_SECONDS = 60;
const isCallback = (resource: unknown) => String(resource).endsWith(".waitForTaskToken");
