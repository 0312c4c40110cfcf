// Grants of what is known by its name alone: the bus, tenants' secrets, the state machines, the site.
import type { Construct } from "constructs";
import { machines } from "../workflows/index.ts";
import type { Deployment, Permission } from "./deployment.ts";
import { arn } from "./function.ts";
import { ADDRESS_HEADER } from "./names.ts";

export function provideNamed(scope: Construct, deployment: Deployment): void {
  const { config, names } = deployment;
  deployment.provide("bus", {
    environment: { CLAWE_BUS: names.bus },
    permissions: [
      { actions: ["events:PutEvents"], resources: [arn(scope, "events", `event-bus/${names.bus}`)] },
    ],
  });
  deployment.provide("pool", {});
  deployment.provide("site", {
    environment: { CLAWE_SITE_URL: `https://${config.domain}`, CLAWE_ADDRESS_HEADER: ADDRESS_HEADER },
  });
  provideSecrets(scope, deployment);
  provideWorkflows(scope, deployment);
}

function provideSecrets(scope: Construct, deployment: Deployment): void {
  const { secrets } = deployment.names;
  const secret = (...actions: string[]): Permission => ({
    actions: actions.map((action) => `secretsmanager:${action}`),
    resources: [arn(scope, "secretsmanager", `secret:${secrets}*`)],
    wildcard: "Tenants' secrets are made while we run; the prefix is ours.",
  });
  deployment.provide("secrets", {
    environment: { CLAWE_SECRET_PREFIX: secrets },
    permissions: [secret("DescribeSecret", "GetSecretValue")],
  });
  deployment.provide("secrets:write", {
    permissions: [secret("CreateSecret", "DeleteSecret", "TagResource")],
  });
  deployment.provide("secrets:rotate", {
    permissions: [secret("PutSecretValue", "UpdateSecretVersionStage")],
  });
}

function provideWorkflows(scope: Construct, deployment: Deployment): void {
  const { names } = deployment;
  const machineNames = Object.keys(machines).map((name) => names.machine(name));
  const machineArns = machineNames.map((name) => arn(scope, "states", `stateMachine:${name}`));
  const environment = {
    CLAWE_STATE_MACHINES: arn(scope, "states", `stateMachine:${names.machine("")}`),
  };
  deployment.provide("workflows", {
    environment,
    permissions: [
      {
        actions: ["states:SendTaskFailure", "states:SendTaskSuccess", "states:StartExecution"],
        resources: machineArns,
      },
    ],
  });
  deployment.provide("executions", {
    environment,
    permissions: [
      { actions: ["states:ListExecutions"], resources: machineArns },
      {
        actions: [
          "states:DescribeExecution",
          "states:DescribeStateMachineForExecution",
          "states:GetExecutionHistory",
        ],
        resources: machineNames.map((name) => arn(scope, "states", `execution:${name}:*`)),
        wildcard: "Executions are made while we run; the machines are ours.",
      },
    ],
  });
}
