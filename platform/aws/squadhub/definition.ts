// The task definition: sized by the plan, its image pinned by digest, hardened as far as Fargate allows.
import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  paginateListTaskDefinitions,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import type { SquadhubRef, SquadhubSpec } from "../../types/squadhubs.ts";
import { patient } from "../client.ts";
import { secretArn } from "../secrets.ts";
import { once, setting } from "../settings.ts";
import { CONTAINER, REVISION_TAG, roleName, TENANT_TAG } from "./names.ts";
import { roleArn } from "./role.ts";
import { fargateSize } from "./size.ts";
import { findStorage } from "./storage.ts";

const client = once(() => new ECSClient(patient));

/** The limit of DeleteTaskDefinitions. */
const DELETE_BATCH = 10;

const HOME = "/squadhub";
// SQLite, buffers and two helper processes take the other 40 %.
const HEAP_SHARE = 0.6;

/** Registers this revision, or returns the active definition that it has. */
export async function registerDefinition(spec: SquadhubSpec): Promise<string> {
  for await (const arn of definitions(spec, "ACTIVE")) {
    const { tags = [] } = await client().send(
      new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ["TAGS"] }),
    );
    if (tags.some(({ key, value }) => key === REVISION_TAG && value === String(spec.revision))) return arn;
  }
  const { taskDefinition } = await client().send(new RegisterTaskDefinitionCommand(await inputOf(spec)));
  return taskDefinition!.taskDefinitionArn!;
}

/** The newest active definition. */
export async function findDefinition(ref: SquadhubRef): Promise<string | undefined> {
  if (ref.resources.definition) return ref.resources.definition;
  for await (const arn of definitions(ref, "ACTIVE")) return arn;
  return undefined;
}

/** Deregisters and deletes all revisions. */
export const deregisterDefinition = (ref: SquadhubRef): Promise<void> => deregister(ref, () => true);

/** All but the recorded one, which services are started from. */
export async function retireDefinitions(ref: SquadhubRef): Promise<void> {
  const kept = ref.resources.definition;
  if (!kept) throw new Error("Which of the squadhub's definitions is in use is not recorded.");
  await deregister(ref, (arn) => arn !== kept);
}

async function deregister(ref: SquadhubRef, isMeant: (arn: string) => boolean): Promise<void> {
  for await (const taskDefinition of definitions(ref, "ACTIVE"))
    if (isMeant(taskDefinition)) await client().send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
  const inactive: string[] = [];
  for await (const arn of definitions(ref, "INACTIVE")) inactive.push(arn);
  for (let at = 0; at < inactive.length; at += DELETE_BATCH)
    await client().send(
      new DeleteTaskDefinitionsCommand({ taskDefinitions: inactive.slice(at, at + DELETE_BATCH) }),
    );
}

async function* definitions(ref: SquadhubRef, status: "ACTIVE" | "INACTIVE"): AsyncGenerator<string> {
  const pages = paginateListTaskDefinitions(
    { client: client() },
    // A whole family's name, whatever the parameter is called.
    { familyPrefix: roleName(ref), status, sort: "DESC" },
  );
  // Read all pages first: the caller may change what is listed.
  const arns: string[] = [];
  for await (const { taskDefinitionArns = [] } of pages) arns.push(...taskDefinitionArns);
  yield* arns;
}

async function inputOf(spec: SquadhubSpec): Promise<RegisterTaskDefinitionCommandInput> {
  const { tenantId, cell, revision } = spec;
  const size = fargateSize(spec.size);
  const storage = await findStorage(spec);
  if (!storage) throw new Error("The squadhub's storage is missing.");
  return {
    family: roleName(spec),
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
    cpu: String(size.cpu),
    memory: String(size.memory),
    taskRoleArn: roleArn(spec),
    executionRoleArn: setting("CLAWE_SQUADHUB_EXECUTION_ROLE"),
    volumes: [
      {
        name: "squadhub",
        efsVolumeConfiguration: {
          fileSystemId: cell.fileSystem,
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: storage, iam: "ENABLED" },
        },
      },
      { name: "tmp" },
    ],
    containerDefinitions: [await containerOf(spec, size.memory)],
    tags: [
      { key: TENANT_TAG, value: tenantId },
      { key: REVISION_TAG, value: String(revision) },
    ],
  };
}

type Container = NonNullable<RegisterTaskDefinitionCommandInput["containerDefinitions"]>[number];

async function containerOf(spec: SquadhubSpec, memoryMb: number): Promise<Container> {
  const port = Number(setting("CLAWE_GATEWAY_PORT"));
  const secret = spec.resources.secret ?? (await secretArn(spec.tenantId));
  const fromSecret = (name: string, field: string) => ({ name, valueFrom: `${secret}:${field}::` });
  return {
    name: CONTAINER,
    image: pinnedImage(),
    essential: true,
    // Fargate allows neither dockerSecurityOptions nor a limit of pids; instead, all capabilities are dropped.
    privileged: false,
    user: "1000:1000",
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    mountPoints: [
      { sourceVolume: "squadhub", containerPath: HOME },
      { sourceVolume: "tmp", containerPath: "/tmp" },
    ],
    portMappings: [{ containerPort: port, protocol: "tcp" }],
    environment: environmentOf(spec, port, memoryMb),
    secrets: [
      fromSecret("CLAWE_GATEWAY_TOKEN", "gatewayToken"),
      fromSecret("CLAWE_HOOKS_TOKEN", "hooksToken"),
      fromSecret("SQUADHUB_TOKEN", "squadhubToken"),
    ],
    healthCheck: {
      command: [
        "CMD",
        "node",
        "-e",
        `fetch("http://127.0.0.1:${port}/healthz",{signal:AbortSignal.timeout(12000)}).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))`,
      ],
      // A gateway needs half a minute to start, and can block for seconds under load.
      startPeriod: 300,
      interval: 60,
      timeout: 15,
      retries: 5,
    },
    // A gateway waits minutes for a model call in progress. It gets a few seconds, and starts clean afterwards.
    stopTimeout: 10,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": setting("CLAWE_SQUADHUB_LOG_GROUP"),
        "awslogs-region": spec.cell.region,
        "awslogs-stream-prefix": spec.tenantId,
        mode: "non-blocking",
        "max-buffer-size": "4m",
      },
    },
  };
}

function pinnedImage(): string {
  const image = setting("CLAWE_SQUADHUB_IMAGE");
  if (!/@sha256:[0-9a-f]{64}$/.test(image))
    throw new Error("The squadhub's image is not pinned by a digest.");
  return image;
}

function environmentOf({ claweUrl, agents }: SquadhubSpec, port: number, memoryMb: number) {
  const values = {
    HOME: `${HOME}/home`,
    OPENCLAW_HOME: `${HOME}/home`,
    OPENCLAW_STATE_DIR: `${HOME}/state`,
    OPENCLAW_CONFIG_PATH: `${HOME}/state/openclaw.json`,
    OPENCLAW_DISABLE_BONJOUR: "1",
    OPENCLAW_NO_RESPAWN: "1",
    OPENCLAW_EXEC_SHELL_SNAPSHOT: "0",
    OPENCLAW_NO_AUTO_UPDATE: "1",
    OPENCLAW_SKIP_STARTUP_MODEL_PREWARM: "1",
    CLAWE_URL: claweUrl,
    CLAWE_GATEWAY_PORT: String(port),
    CLAWE_AGENTS: JSON.stringify(agents),
    CLAWE_HEAP_MB: String(Math.round(memoryMb * HEAP_SHARE)),
  };
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
