// What each provisioning step may do to squadhubs' resources. The driver is one object, so every step's bundle holds
// all of it: the permissions are by step, not by what the bundle holds.
import type { Construct } from "constructs";
import type { Deployment, Permission } from "./deployment.ts";
import { arn, iamArn } from "./function.ts";

const MADE_WHILE_WE_RUN = "These are made while we run; the prefix is ours.";
const NO_RESOURCES = "The service offers no resource to limit this action to.";

/** The steps that touch a squadhub's resources, and the grants they need beyond those of the driver itself. */
export const stepGrants: Record<string, string[]> = {
  CreateSecret: ["secrets:write"],
  CreateStorage: ["squadhubs:storage"],
  CreateRole: ["squadhubs:role", "squadhubs:storage:read"],
  RegisterDefinition: ["squadhubs:definition", "squadhubs:storage:read"],
  RegisterDiscovery: ["squadhubs:discovery"],
  StartService: [
    "squadhubs:service",
    "squadhubs:tasks",
    "squadhubs:definition:read",
    "squadhubs:discovery:read",
  ],
  // Undone, it starts what it has stopped.
  StopService: [
    "squadhubs:service",
    "squadhubs:tasks",
    "squadhubs:definition:read",
    "squadhubs:discovery:read",
  ],
  Record: ["squadhubs:evidence", "squadhubs:tasks"],
  EraseStorage: ["mount", "objects:erase"],
  BackUpStorage: ["mount", "objects:archive", "objects:erase"],
  RestoreStorage: ["mount"],
  RotateTokens: ["secrets:rotate"],
  RetireDefinitions: ["squadhubs:definition:retire"],
};

export function provideDriver(
  scope: Construct,
  deployment: Deployment,
  environment: Record<string, string>,
  { fileSystemArn, hostedZoneId }: { fileSystemArn: string; hostedZoneId: string },
): void {
  const { names } = deployment;
  const accessPoints = arn(scope, "elasticfilesystem", "access-point/*");
  const taskDefinitions = arn(scope, "ecs", `task-definition/${names.squadhubs}*:*`);
  const services = arn(scope, "ecs", `service/${names.cluster}/squadhub-*`);
  const tasks = arn(scope, "ecs", `task/${names.cluster}/*`);
  const registrations = arn(scope, "servicediscovery", "service/*");
  const namespaces = arn(scope, "servicediscovery", "namespace/*");
  const boundary = iamArn(scope, `policy/${names.squadhubBoundary}`);
  const roles = iamArn(scope, `role/${names.squadhubs}*`);
  const permit = (part: string, ...permissions: Permission[]) => deployment.provide(part, { permissions });
  const ours = (actions: string[], ...resources: string[]): Permission => ({
    actions,
    resources,
    wildcard: MADE_WHILE_WE_RUN,
  });
  const any = (...actions: string[]): Permission => ({ actions, resources: ["*"], wildcard: NO_RESOURCES });

  deployment.provide("squadhubs", { environment });
  permit("squadhubs:storage:read", {
    actions: ["elasticfilesystem:DescribeAccessPoints"],
    resources: [fileSystemArn],
  });
  permit(
    "squadhubs:storage",
    {
      actions: [
        "elasticfilesystem:CreateAccessPoint",
        "elasticfilesystem:DescribeAccessPoints",
        "elasticfilesystem:TagResource",
      ],
      resources: [fileSystemArn],
    },
    {
      // The access point through which everything can be erased, and others' of the account, have no tenant.
      ...ours(["elasticfilesystem:DeleteAccessPoint"], accessPoints),
      conditions: { Null: { "aws:ResourceTag/clawe:tenant": "false" } },
    },
    ours(["elasticfilesystem:TagResource"], accessPoints),
  );
  permit(
    "squadhubs:role",
    {
      ...ours(["iam:CreateRole", "iam:PutRolePolicy"], roles),
      conditions: { StringEquals: { "iam:PermissionsBoundary": boundary } },
    },
    ours(["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:GetRole", "iam:TagRole"], roles),
  );
  permit("squadhubs:definition:read", any("ecs:ListTaskDefinitions"));
  permit(
    "squadhubs:definition",
    any("ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"),
    ours(["ecs:DeleteTaskDefinitions", "ecs:RegisterTaskDefinition", "ecs:TagResource"], taskDefinitions),
    {
      ...ours(["iam:PassRole"], roles, iamArn(scope, `role/${names.squadhubExecutionRole}`)),
      conditions: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
  );
  permit(
    "squadhubs:definition:retire",
    any("ecs:DeregisterTaskDefinition", "ecs:ListTaskDefinitions"),
    ours(["ecs:DeleteTaskDefinitions"], taskDefinitions),
  );
  permit("squadhubs:discovery:read", any("servicediscovery:ListServices"));
  permit(
    "squadhubs:discovery",
    any("servicediscovery:ListServices", "servicediscovery:ListInstances"),
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
  );
  permit(
    "squadhubs:service",
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
  );
  permit(
    "squadhubs:evidence",
    ours(["ecs:DescribeServices"], services),
    ours(
      ["logs:DescribeLogStreams", "logs:GetLogEvents"],
      arn(scope, "logs", `log-group:${names.squadhubLogs}:*`),
    ),
  );
  permit("squadhubs:tasks", ours(["ecs:DescribeTasks"], tasks), {
    ...any("ecs:ListTasks"),
    conditions: { ArnEquals: { "ecs:cluster": arn(scope, "ecs", `cluster/${names.cluster}`) } },
  });
}
