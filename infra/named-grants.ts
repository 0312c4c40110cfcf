// Grants of what is known by its name alone: tenants' secrets, the state machines, the site.
import type { Construct } from "constructs";
import { machines } from "../workflows/index.ts";
import type { Deployment } from "./deployment.ts";
import { arn } from "./function.ts";
import { ADDRESS_HEADER } from "./names.ts";

export function provideNamed(scope: Construct, deployment: Deployment): void {
  const { config, names } = deployment;
  const resources = [arn(scope, "secretsmanager", `secret:${names.secrets}*`)];
  const wildcard = "Tenants' secrets are made while we run; the prefix is ours.";
  deployment.provide("secrets", {
    environment: { CLAWE_SECRET_PREFIX: names.secrets },
    permissions: [
      {
        actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        resources,
        wildcard,
      },
    ],
  });
  deployment.provide("secrets:write", {
    permissions: [
      {
        actions: ["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:TagResource"],
        resources,
        wildcard,
      },
    ],
  });
  deployment.provide("secrets:rotate", {
    permissions: [
      {
        actions: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"],
        resources,
        wildcard,
      },
    ],
  });
  deployment.provide("workflows", {
    environment: { CLAWE_STATE_MACHINES: arn(scope, "states", `stateMachine:${names.machine("")}`) },
    permissions: [
      {
        actions: ["states:SendTaskFailure", "states:SendTaskSuccess", "states:StartExecution"],
        resources: Object.keys(machines).map((name) =>
          arn(scope, "states", `stateMachine:${names.machine(name)}`),
        ),
      },
    ],
  });
  const machineNames = Object.keys(machines).map((name) => names.machine(name));
  deployment.provide("executions", {
    environment: { CLAWE_STATE_MACHINES: arn(scope, "states", `stateMachine:${names.machine("")}`) },
    permissions: [
      {
        actions: ["states:ListExecutions"],
        resources: machineNames.map((name) => arn(scope, "states", `stateMachine:${name}`)),
      },
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
  deployment.provide("pool", {});
  deployment.provide("site", {
    environment: { CLAWE_SITE_URL: `https://${config.domain}`, CLAWE_ADDRESS_HEADER: ADDRESS_HEADER },
  });
}
