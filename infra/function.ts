// A Lambda function from an entry file of functions/: its bundle, its log, and a role that allows what the bundle holds.
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Bundle } from "./bundles.ts";
import { type Deployment, fileOf, type Grant, type GrantName, parts } from "./deployment.ts";
import { acknowledge, allow } from "./permissions.ts";

export interface FunctionOptions
  extends Pick<
    lambda.FunctionProps,
    "vpc" | "vpcSubnets" | "securityGroups" | "filesystem" | "deadLetterQueue" | "maxEventAge"
  > {
  /** Relative to functions/, without extension. */
  entry: string;
  /** For functions that others point to by name. */
  name?: string;
  timeoutSeconds?: number;
  memoryMb?: number;
  /** For a function that nobody waits for: calls beyond this number wait in Lambda's queue, up to the event's age. */
  mostAtOnce?: number;
  /** Grants beyond those of the parts that its bundle holds. */
  also?: GrantName[];
  environment?: Record<string, string>;
}

export function createFunction(
  scope: Construct,
  id: string,
  deployment: Deployment,
  options: FunctionOptions,
): lambda.Function {
  const { entry, name, timeoutSeconds = 10, memoryMb = 512, mostAtOnce, also = [], ...rest } = options;
  const bundle = deployment.bundles.get(entry);
  if (!bundle) throw new Error(`functions/${entry}.ts has not been bundled.`);
  const grants = grantsOf(deployment, entry, bundle, also);
  const logGroup = new logs.LogGroup(scope, `${id}Log`, {
    retention: deployment.config.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new lambda.Function(scope, id, {
    ...rest,
    functionName: name,
    description: `functions/${entry}`,
    code: lambda.Code.fromAsset(bundle.directory),
    handler: "index.handler",
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    memorySize: memoryMb,
    reservedConcurrentExecutions: deployment.config.boundsBursts ? mostAtOnce : undefined,
    timeout: Duration.seconds(timeoutSeconds),
    tracing: lambda.Tracing.ACTIVE,
    loggingFormat: lambda.LoggingFormat.JSON,
    logGroup,
    role: createRole(scope, `${id}Role`, { entry, logGroup, grants, isInVpc: options.vpc !== undefined }),
    environment: {
      POWERTOOLS_SERVICE_NAME: entry,
      POWERTOOLS_METRICS_NAMESPACE: deployment.names.metrics,
      ...Object.assign({}, ...grants.map(({ environment }) => environment)),
      ...options.environment,
    },
  });
}

/** What a function needs for the parts of the platform that its bundle holds, and for those named besides. */
function grantsOf(deployment: Deployment, entry: string, { platform }: Bundle, also: GrantName[]): Grant[] {
  const held = parts.filter((part) => platform.has(fileOf(part)));
  try {
    return [...held, ...also].map((name) => deployment.grantOf(name));
  } catch (cause) {
    throw new Error(`functions/${entry}.ts cannot be granted what it uses.`, { cause });
  }
}

function createRole(
  scope: Construct,
  id: string,
  options: { entry: string; logGroup: logs.LogGroup; grants: Grant[]; isInVpc: boolean },
): iam.Role {
  const { entry, logGroup, grants, isInVpc } = options;
  const role = new iam.Role(scope, id, {
    assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
    description: `functions/${entry}`,
  });
  logGroup.grantWrite(role);
  acknowledge(
    role,
    "AwsSolutions-IAM5[Resource::*]",
    isInVpc
      ? "X-Ray and the network interfaces of a function in a VPC cannot be limited to a resource."
      : "X-Ray's PutTraceSegments cannot be limited to a resource.",
  );
  if (isInVpc) allow(role, [networkInterfaces]);
  for (const { permissions = [] } of grants) allow(role, permissions);
  return role;
}

const networkInterfaces = {
  actions: [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
  ],
  resources: ["*"],
  wildcard: "The network interfaces of a function in a VPC cannot be limited to a resource.",
};

/** The ARN of a resource in this account and region. */
export function arn(scope: Construct, service: string, resource: string): string {
  const stack = Stack.of(scope);
  return `arn:${stack.partition}:${service}:${stack.region}:${stack.account}:${resource}`;
}

/** IAM has no regions. */
export function iamArn(scope: Construct, resource: string): string {
  const stack = Stack.of(scope);
  return `arn:${stack.partition}:iam::${stack.account}:${resource}`;
}
