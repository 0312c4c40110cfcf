// A cell: what squadhubs live in. The provisioning steps create and delete the squadhubs' own resources.
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as ecs from "aws-cdk-lib/aws-ecs";
import * as efs from "aws-cdk-lib/aws-efs";
import * as iam from "aws-cdk-lib/aws-iam";
import { FileSystem } from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type * as s3 from "aws-cdk-lib/aws-s3";
import * as servicediscovery from "aws-cdk-lib/aws-servicediscovery";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import { arn, type FunctionOptions, iamArn } from "../function.ts";
import { GATEWAY_PORT } from "../names.ts";
import { createObjectBucket, objectBucketName } from "../object-bucket.ts";
import { acknowledgeWildcard, allow } from "../permissions.ts";
import { provideDriver } from "../squadhub-grants.ts";
import type { GatewayStack } from "./gateway.ts";

const MOUNT = "/mnt/tenants";

export class CellStack extends Stack {
  readonly clusterArn: string;
  /** What a function needs to mount the directory that tenants' directories are in. */
  readonly mount: Pick<
    FunctionOptions,
    "vpc" | "vpcSubnets" | "securityGroups" | "filesystem" | "environment"
  >;

  constructor(scope: Construct, id: string, deployment: Deployment, network: GatewayStack) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region }, terminationProtection: config.keepsData });
    const removalPolicy = config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const cluster = new ecs.Cluster(this, "Cluster", {
      clusterName: names.cluster,
      vpc: network.vpc,
      containerInsightsV2: ecs.ContainerInsights.ENABLED,
      enableFargateCapacityProviders: true,
    });
    this.clusterArn = cluster.clusterArn;
    const fileSystem = this.#fileSystem(network, removalPolicy);
    const logGroup = new logs.LogGroup(this, "Logs", {
      logGroupName: names.squadhubLogs,
      retention: config.logDays,
      removalPolicy,
    });
    const objects = createObjectBucket(this, deployment, removalPolicy);
    this.#executionRole(deployment, logGroup);
    this.#boundary(deployment, fileSystem, objects);
    this.#provide(deployment, network, fileSystem);
    this.mount = this.#mount(deployment, network, fileSystem);
  }

  #fileSystem(network: GatewayStack, removalPolicy: RemovalPolicy): efs.FileSystem {
    const fileSystem = new efs.FileSystem(this, "FileSystem", {
      vpc: network.vpc,
      vpcSubnets: network.isolated,
      encrypted: true,
      allowAnonymousAccess: false,
      enableAutomaticBackups: true,
      throughputMode: efs.ThroughputMode.ELASTIC,
      lifecyclePolicy: efs.LifecyclePolicy.AFTER_30_DAYS,
      outOfInfrequentAccessPolicy: efs.OutOfInfrequentAccessPolicy.AFTER_1_ACCESS,
      removalPolicy,
    });
    fileSystem.connections.allowDefaultPortFrom(network.squadhubs, "Squadhubs' directories");
    return fileSystem;
  }

  /** What new squadhubs are made of, and where they go. */
  #provide(
    deployment: Deployment,
    { vpc, squadhubs }: GatewayStack,
    { fileSystemArn, fileSystemId }: efs.FileSystem,
  ): void {
    const { config, names } = deployment;
    const image = StringParameter.valueForStringParameter(this, `/clawe/${config.stage}/squadhub-image`);
    const namespace = new servicediscovery.PrivateDnsNamespace(this, "Namespace", {
      name: names.namespace,
      vpc,
    });
    provideDriver(
      this,
      deployment,
      {
        CLAWE_SQUADHUB_PREFIX: names.squadhubs,
        CLAWE_SQUADHUB_IMAGE: image,
        CLAWE_SQUADHUB_SUBNETS: vpc.publicSubnets.map(({ subnetId }) => subnetId).join(","),
        CLAWE_SQUADHUB_SECURITY_GROUP: squadhubs.securityGroupId,
        CLAWE_SQUADHUB_LOG_GROUP: names.squadhubLogs,
        CLAWE_SQUADHUB_EXECUTION_ROLE: iamArn(this, `role/${names.squadhubExecutionRole}`),
        CLAWE_SQUADHUB_BOUNDARY: iamArn(this, `policy/${names.squadhubBoundary}`),
        CLAWE_SECRET_PREFIX: names.secrets,
        CLAWE_NAMESPACE_ID: namespace.namespaceId,
        CLAWE_GATEWAY_PORT: String(GATEWAY_PORT),
        CLAWE_OBJECTS_BUCKET: objectBucketName(this, deployment),
      },
      { fileSystemArn, hostedZoneId: namespace.namespaceHostedZoneId },
    );
    const cell = {
      account: this.account,
      region: this.region,
      cluster: names.cluster,
      fileSystem: fileSystemId,
    };
    deployment.provide("release", { environment: { CLAWE_SQUADHUB_IMAGE: image } });
    deployment.provide("cells", {
      environment: { CLAWE_CELLS: this.toJsonString([{ cell, capacity: config.cellCapacity }]) },
    });
  }

  /** What ECS itself uses to start a task: pull the image, write the log, read the task's secret. */
  #executionRole({ names }: Deployment, logGroup: logs.LogGroup): void {
    const role = new iam.Role(this, "ExecutionRole", {
      roleName: names.squadhubExecutionRole,
      assumedBy: new iam.ServicePrincipal("ecs-tasks.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    });
    logGroup.grantWrite(role);
    allow(role, [
      {
        actions: ["ecr:GetAuthorizationToken"],
        resources: ["*"],
        wildcard: "GetAuthorizationToken cannot be limited to a resource.",
      },
      {
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        resources: [arn(this, "ecr", "repository/clawe/squadhub")],
      },
      {
        actions: ["secretsmanager:GetSecretValue"],
        resources: [arn(this, "secretsmanager", `secret:${names.secrets}*`)],
        wildcard: "Tenants' secrets are made while we run. Tasks themselves never have this role.",
      },
    ]);
  }

  /** The most that any squadhub's role can ever allow, whatever policy it is given. */
  #boundary({ names }: Deployment, fileSystem: efs.FileSystem, objects: s3.Bucket): void {
    const secrets = arn(this, "secretsmanager", `secret:${names.secrets}*`);
    const boundary = new iam.ManagedPolicy(this, "Boundary", {
      managedPolicyName: names.squadhubBoundary,
      description: "The most a squadhub may do",
      statements: [
        new iam.PolicyStatement({
          actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          resources: [fileSystem.fileSystemArn],
        }),
        new iam.PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [secrets] }),
        new iam.PolicyStatement({
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          // A squadhub may neither read nor change its backups.
          resources: [objects.arnForObjects("t/*/documents/*")],
        }),
      ],
    });
    const reason = "A boundary allows nothing: each tenant's own policy names its secret and its prefix.";
    for (const resource of [secrets, objects.arnForObjects("t/*/documents/*")])
      acknowledgeWildcard(boundary, resource, reason);
  }

  /** Root inside `/tenants` and nowhere else. */
  #mount(deployment: Deployment, network: GatewayStack, fileSystem: efs.FileSystem): CellStack["mount"] {
    const { vpc } = network;
    const group = new ec2.SecurityGroup(this, "Mount", {
      vpc,
      description: "Erase, back up, restore: out to the file system, the table and the files only",
      allowAllOutbound: false,
    });
    fileSystem.connections.allowDefaultPortFrom(group, "Tenants' directories");
    // From these subnets nothing but those two endpoints can be reached.
    group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "The table and the files");
    const accessPoint = fileSystem.addAccessPoint("MountAccess", {
      path: "/tenants",
      createAcl: { ownerUid: "0", ownerGid: "0", permissions: "0711" },
      posixUser: { uid: "0", gid: "0" },
    });
    deployment.provide("mount", {
      permissions: [
        {
          actions: ["elasticfilesystem:ClientRootAccess"],
          resources: [fileSystem.fileSystemArn],
          conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPoint.accessPointArn } },
        },
      ],
    });
    return {
      vpc,
      vpcSubnets: network.isolated,
      securityGroups: [group],
      filesystem: FileSystem.fromEfsAccessPoint(accessPoint, MOUNT),
      environment: { CLAWE_MOUNT: MOUNT, CLAWE_MOUNTED_FILE_SYSTEM: fileSystem.fileSystemId },
    };
  }
}
