// What each provisioning step may do to squadhubs' resources. The driver is one object, so every step's bundle holds
// all of it: the permissions depend on the step, not on what the bundle holds.
import type { Construct } from "constructs";
import type { Deployment, GrantName, Permission } from "./deployment.ts";
import { arn, iamArn } from "./function.ts";

/** Both start services: StopService does when it is undone. */
const serviceGrants: GrantName[] = [
  "squadhubs:service",
  "squadhubs:tasks",
  "squadhubs:definition:read",
  "squadhubs:discovery:read",
];

/** The steps that touch a squadhub's resources, and the grants they need beyond those of the driver itself. */
export const stepGrants: Record<string, GrantName[]> = {
  CreateSecret: ["secrets:write"],
  CreateStorage: ["squadhubs:storage"],
  CreateRole: ["squadhubs:role", "squadhubs:storage:read"],
  RegisterDefinition: ["squadhubs:definition", "squadhubs:storage:read"],
  RegisterDiscovery: ["squadhubs:discovery"],
  StartService: serviceGrants,
  StopService: serviceGrants,
  Record: ["squadhubs:evidence", "squadhubs:tasks"],
  EraseStorage: ["mount", "objects:erase"],
  BackUpStorage: ["mount", "objects:archive", "objects:erase"],
  RestoreStorage: ["mount"],
  RotateTokens: ["secrets:rotate"],
  RetireDefinitions: ["squadhubs:definition:retire"],
};

interface CellResources {
  fileSystemArn: string;
  /** Of the namespace in which gateways are registered. */
  hostedZoneId: string;
}

export function provideDriver(
  scope: Construct,
  deployment: Deployment,
  environment: Record<string, string>,
  { fileSystemArn, hostedZoneId }: CellResources,
): void {
  deployment.provide("squadhubs", { environment });
  provideStorage(scope, deployment, fileSystemArn);
  provideRole(scope, deployment);
  provideDefinition(scope, deployment);
  provideDiscovery(scope, deployment, hostedZoneId);
  provideService(scope, deployment);
}

const ours = (actions: string[], ...resources: string[]): Permission => ({
  actions,
  resources,
  wildcard: "These are made while we run; the prefix is ours.",
});

const onAny = (...actions: string[]): Permission => ({
  actions,
  resources: ["*"],
  wildcard: "The service offers no resource to limit this action to.",
});

function provideStorage(scope: Construct, deployment: Deployment, fileSystemArn: string): void {
  const accessPoints = arn(scope, "elasticfilesystem", "access-point/*");
  deployment.provide("squadhubs:storage:read", {
    permissions: [{ actions: ["elasticfilesystem:DescribeAccessPoints"], resources: [fileSystemArn] }],
  });
  deployment.provide("squadhubs:storage", {
    permissions: [
      {
        actions: [
          "elasticfilesystem:CreateAccessPoint",
          "elasticfilesystem:DescribeAccessPoints",
          "elasticfilesystem:TagResource",
        ],
        resources: [fileSystemArn],
      },
      {
        // The access point through which everything can be erased, and others of the account, have no tenant.
        ...ours(["elasticfilesystem:DeleteAccessPoint"], accessPoints),
        conditions: { Null: { "aws:ResourceTag/clawe:tenant": "false" } },
      },
      ours(["elasticfilesystem:TagResource"], accessPoints),
    ],
  });
}

const squadhubRoles = (scope: Construct, { names }: Deployment) => iamArn(scope, `role/${names.squadhubs}*`);

function provideRole(scope: Construct, deployment: Deployment): void {
  const roles = squadhubRoles(scope, deployment);
  const boundary = iamArn(scope, `policy/${deployment.names.squadhubBoundary}`);
  deployment.provide("squadhubs:role", {
    permissions: [
      {
        ...ours(["iam:CreateRole", "iam:PutRolePolicy"], roles),
        conditions: { StringEquals: { "iam:PermissionsBoundary": boundary } },
      },
      ours(["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:GetRole", "iam:TagRole"], roles),
    ],
  });
}

function provideDefinition(scope: Construct, deployment: Deployment): void {
  const { names } = deployment;
  const definitions = arn(scope, "ecs", `task-definition/${names.squadhubs}*:*`);
  deployment.provide("squadhubs:definition:read", { permissions: [onAny("ecs:ListTaskDefinitions")] });
  deployment.provide("squadhubs:definition", {
    permissions: [
      onAny("ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"),
      ours(["ecs:DeleteTaskDefinitions", "ecs:RegisterTaskDefinition", "ecs:TagResource"], definitions),
      {
        ...ours(
          ["iam:PassRole"],
          squadhubRoles(scope, deployment),
          iamArn(scope, `role/${names.squadhubExecutionRole}`),
        ),
        conditions: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
    ],
  });
  deployment.provide("squadhubs:definition:retire", {
    permissions: [
      onAny("ecs:DeregisterTaskDefinition", "ecs:ListTaskDefinitions"),
      ours(["ecs:DeleteTaskDefinitions"], definitions),
    ],
  });
}

function provideDiscovery(scope: Construct, deployment: Deployment, hostedZoneId: string): void {
  const registrations = arn(scope, "servicediscovery", "service/*");
  const namespaces = arn(scope, "servicediscovery", "namespace/*");
  deployment.provide("squadhubs:discovery:read", { permissions: [onAny("servicediscovery:ListServices")] });
  deployment.provide("squadhubs:discovery", {
    permissions: [
      onAny("servicediscovery:ListServices", "servicediscovery:ListInstances"),
      ours(
        [
          "servicediscovery:CreateService",
          "servicediscovery:DeleteService",
          "servicediscovery:DeregisterInstance",
          "servicediscovery:TagResource",
        ],
        registrations,
        namespaces,
      ),
      {
        actions: ["route53:ChangeResourceRecordSets", "route53:GetHostedZone"],
        resources: [`arn:aws:route53:::hostedzone/${hostedZoneId}`],
      },
    ],
  });
}

function provideService(scope: Construct, deployment: Deployment): void {
  const { cluster, squadhubLogs } = deployment.names;
  const services = arn(scope, "ecs", `service/${cluster}/squadhub-*`);
  const logGroup = arn(scope, "logs", `log-group:${squadhubLogs}:*`);
  deployment.provide("squadhubs:service", {
    permissions: [
      ours(
        [
          "ecs:CreateService",
          "ecs:DeleteService",
          "ecs:DescribeServices",
          "ecs:TagResource",
          "ecs:UpdateService",
        ],
        services,
      ),
    ],
  });
  deployment.provide("squadhubs:evidence", {
    permissions: [
      ours(["ecs:DescribeServices"], services),
      ours(["logs:DescribeLogStreams", "logs:GetLogEvents"], logGroup),
    ],
  });
  deployment.provide("squadhubs:tasks", {
    permissions: [
      ours(["ecs:DescribeTasks"], arn(scope, "ecs", `task/${cluster}/*`)),
      {
        ...onAny("ecs:ListTasks"),
        conditions: { ArnEquals: { "ecs:cluster": arn(scope, "ecs", `cluster/${cluster}`) } },
      },
    ],
  });
}
