// What a squadhub is made of on AWS: each do and undo twice, with and without the recorded id.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import {
  CreateAccessPointCommand,
  DeleteAccessPointCommand,
  DescribeAccessPointsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import {
  CreateServiceCommand as CreateRegistrationCommand,
  DeleteServiceCommand as DeleteRegistrationCommand,
  DeregisterInstanceCommand,
  ListInstancesCommand,
  ListServicesCommand,
  ServiceDiscoveryClient,
} from "@aws-sdk/client-servicediscovery";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { squadhubs } from "../../../platform/aws/squadhubs.ts";
import { account, awsError, fresh, passing, recorded, region, tenantId, useSettings } from "./settings.ts";

vi.mock("node:timers/promises", () => import("../../support/timers.ts"));

const ecs = mockClient(ECSClient);
const efs = mockClient(EFSClient);
const iam = mockClient(IAMClient);
const cloudMap = mockClient(ServiceDiscoveryClient);
const secrets = mockClient(SecretsManagerClient);

beforeEach(() => {
  useSettings();
  vi.useFakeTimers();
});
afterEach(() => {
  for (const each of [ecs, efs, iam, cloudMap, secrets]) each.reset();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("storage", () => {
  const found = {
    AccessPointId: "fsap-1",
    LifeCycleState: "available" as const,
    RootDirectory: { Path: `/tenants/${tenantId}` },
  };

  it("is an access point of the tenant's own directory and uid", async () => {
    efs.on(DescribeAccessPointsCommand).resolves({ AccessPoints: [] });
    efs.on(CreateAccessPointCommand).resolves({ AccessPointId: "fsap-1" });
    expect(await squadhubs.createStorage(fresh)).toBe("fsap-1");
    const { input } = efs.commandCalls(CreateAccessPointCommand)[0]!.args[0];
    expect(input).toMatchObject({
      ClientToken: tenantId,
      FileSystemId: "fs-1",
      RootDirectory: { Path: `/tenants/${tenantId}`, CreationInfo: { Permissions: "0700" } },
    });
    expect(input.PosixUser?.Uid).toBeGreaterThanOrEqual(100_000);
    expect(input.PosixUser?.Uid).toBe(input.RootDirectory?.CreationInfo?.OwnerUid);
  });

  it("is found by its directory when its id was never recorded", async () => {
    efs
      .on(DescribeAccessPointsCommand)
      .resolvesOnce({
        AccessPoints: [{ ...found, RootDirectory: { Path: "/tenants/other" } }],
        NextToken: "2",
      })
      .resolves({ AccessPoints: [found] });
    expect(await squadhubs.createStorage(fresh)).toBe("fsap-1");
    expect(efs.commandCalls(CreateAccessPointCommand)).toHaveLength(0);
  });

  it("takes the id from a creation that was faster", async () => {
    efs.on(DescribeAccessPointsCommand).resolves({ AccessPoints: [] });
    efs
      .on(CreateAccessPointCommand)
      .rejects(awsError("AccessPointAlreadyExists", "exists", { AccessPointId: "fsap-1" }));
    expect(await squadhubs.createStorage(fresh)).toBe("fsap-1");
  });

  it("is deleted when it is missing", async () => {
    efs
      .on(DescribeAccessPointsCommand)
      .resolves({ AccessPoints: [{ ...found, LifeCycleState: "deleting" }] });
    await squadhubs.deleteStorage(fresh);
    expect(efs.commandCalls(DeleteAccessPointCommand)).toHaveLength(0);
    efs.on(DeleteAccessPointCommand).rejects(awsError("AccessPointNotFound"));
    await squadhubs.deleteStorage(recorded);
  });
});

describe("the files", () => {
  let mount: string;
  beforeEach(async () => {
    vi.useRealTimers();
    mount = await mkdtemp(join(tmpdir(), "clawe-mount-"));
    useSettings({ CLAWE_MOUNT: mount, CLAWE_MOUNTED_FILE_SYSTEM: "fs-1" });
  });
  afterEach(() => rm(mount, { recursive: true, force: true }));

  it("removes the tenant's directory and no other, twice", async () => {
    for (const id of [tenantId, "ten_other"]) {
      await mkdir(join(mount, id, "state"), { recursive: true });
      await writeFile(join(mount, id, "state", "openclaw.json"), "{}");
    }
    for (const _ of [1, 2]) await squadhubs.eraseStorage(recorded);
    expect(await readdir(mount)).toEqual(["ten_other"]);
  });

  it("come back from an archive of them, in place of what is there", async () => {
    await mkdir(join(mount, tenantId, "state"), { recursive: true });
    const file = join(mount, tenantId, "state", "openclaw.json");
    await writeFile(file, "then");
    const archive = await buffer(await squadhubs.packStorage(recorded));
    await writeFile(file, "now");
    for (const _ of [1, 2])
      await squadhubs.unpackStorage(recorded, Readable.from([archive]), async () => undefined);
    expect(await readFile(file, "utf8")).toBe("then");
    expect(await readdir(mount)).toEqual([tenantId]);
  });

  it("are erased with what a restore that was cut short has left beside them", async () => {
    for (const name of [tenantId, `.${tenantId}.half`, "ten_other"]) await mkdir(join(mount, name));
    await squadhubs.eraseStorage(recorded);
    expect(await readdir(mount)).toEqual(["ten_other"]);
  });

  it("refuses another cell's file system, and a mount that is not there", async () => {
    const elsewhere = { ...recorded, cell: { ...recorded.cell, fileSystem: "fs-2" } };
    await expect(squadhubs.eraseStorage(elsewhere)).rejects.toThrow("fs-2");
    useSettings({ CLAWE_MOUNT: join(mount, "gone"), CLAWE_MOUNTED_FILE_SYSTEM: "fs-1" });
    await expect(squadhubs.eraseStorage(recorded)).rejects.toThrow("ENOENT");
  });

  it("never leaves the mounted directory", async () => {
    await expect(squadhubs.eraseStorage({ ...recorded, tenantId: ".." })).rejects.toThrow(
      "cannot name a directory",
    );
  });
});

describe("the role", () => {
  const Role = { Arn: "arn:role" } as never;

  it("can reach this tenant's directory, secret and objects, and nothing else", async () => {
    iam.on(CreateRoleCommand).resolves({ Role });
    expect(await squadhubs.createRole(recorded)).toBe("arn:role");
    expect(iam.commandCalls(CreateRoleCommand)[0]?.args[0].input).toMatchObject({
      RoleName: `clawe-test-squadhub-${tenantId}`,
      PermissionsBoundary: `arn:aws:iam::${account}:policy/clawe-test-squadhub-boundary`,
    });
    const { PolicyDocument } = iam.commandCalls(PutRolePolicyCommand)[0]!.args[0].input;
    const { Statement } = JSON.parse(PolicyDocument ?? "");
    expect(Statement.map(({ Resource }: { Resource: string }) => Resource)).toEqual([
      `arn:aws:elasticfilesystem:${region}:${account}:file-system/fs-1`,
      `arn:aws:secretsmanager:${region}:${account}:secret:clawe/test/tenant/${tenantId}-??????`,
      `arn:aws:s3:::clawe-test-objects/t/${tenantId}/documents/*`,
    ]);
    expect(Statement[0].Condition.StringEquals).toEqual({
      "elasticfilesystem:AccessPointArn": `arn:aws:elasticfilesystem:${region}:${account}:access-point/fsap-1`,
    });
  });

  it("is the same role the second time, with its policy put right", async () => {
    iam.on(CreateRoleCommand).rejects(awsError("EntityAlreadyExistsException"));
    iam.on(GetRoleCommand).resolves({ Role });
    expect(await squadhubs.createRole(recorded)).toBe("arn:role");
    expect(iam.commandCalls(PutRolePolicyCommand)).toHaveLength(1);
  });

  it("is deleted when it is missing, in whole or in part", async () => {
    iam.on(DeleteRolePolicyCommand).rejects(awsError("NoSuchEntityException"));
    iam.on(DeleteRoleCommand).resolvesOnce({}).rejects(awsError("NoSuchEntityException"));
    for (const _ of [1, 2]) await squadhubs.deleteRole(fresh);
  });
});

describe("the definition", () => {
  const registered = () => ecs.commandCalls(RegisterTaskDefinitionCommand)[0]!.args[0].input;
  beforeEach(() => {
    ecs.on(ListTaskDefinitionsCommand).resolves({ taskDefinitionArns: [] });
    ecs
      .on(RegisterTaskDefinitionCommand)
      .resolves({ taskDefinition: { taskDefinitionArn: "arn:definition:1" } });
  });

  it("is sized by plan, pinned, and hardened", async () => {
    expect(await squadhubs.registerDefinition(recorded)).toBe("arn:definition:1");
    expect(registered()).toMatchObject({
      cpu: "2048",
      memory: "4096",
      taskRoleArn: "arn:role",
      volumes: [
        {
          efsVolumeConfiguration: {
            fileSystemId: "fs-1",
            transitEncryption: "ENABLED",
            authorizationConfig: { accessPointId: "fsap-1", iam: "ENABLED" },
          },
        },
        { name: "tmp" },
      ],
    });
    const [container] = registered().containerDefinitions ?? [];
    expect(container).toMatchObject({
      privileged: false,
      readonlyRootFilesystem: true,
      user: "1000:1000",
      linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    });
    expect(container?.image).toMatch(/@sha256:[0-9a-f]{64}$/);
  });

  it("holds secrets by reference only", async () => {
    secrets.on(DescribeSecretCommand).resolves({ ARN: "arn:found" });
    const { secret: _, ...resources } = recorded.resources;
    await squadhubs.registerDefinition({ ...recorded, resources });
    const [container] = registered().containerDefinitions ?? [];
    expect(container?.secrets).toContainEqual({
      name: "SQUADHUB_TOKEN",
      valueFrom: "arn:found:squadhubToken::",
    });
    expect(container?.environment?.map(({ name }) => name)).not.toContain("SQUADHUB_TOKEN");
  });

  it("is taken as it is when this revision is registered, and registered anew for the next", async () => {
    ecs.on(ListTaskDefinitionsCommand).resolves({ taskDefinitionArns: ["arn:definition:1"] });
    ecs.on(DescribeTaskDefinitionCommand).resolves({ tags: [{ key: "clawe:revision", value: "1" }] });
    expect(await squadhubs.registerDefinition(recorded)).toBe("arn:definition:1");
    expect(ecs.commandCalls(RegisterTaskDefinitionCommand)).toHaveLength(0);
    await squadhubs.registerDefinition({ ...recorded, revision: 2 });
    expect(ecs.commandCalls(RegisterTaskDefinitionCommand)).toHaveLength(1);
  });

  it("refuses an image that is not pinned", async () => {
    useSettings({ CLAWE_SQUADHUB_IMAGE: "clawe/squadhub:latest" });
    await expect(squadhubs.registerDefinition(recorded)).rejects.toThrow("digest");
  });

  it("leaves no revision behind", async () => {
    ecs.on(ListTaskDefinitionsCommand, { status: "ACTIVE" }).resolves({ taskDefinitionArns: ["a:2"] });
    ecs
      .on(ListTaskDefinitionsCommand, { status: "INACTIVE" })
      .resolves({ taskDefinitionArns: Array.from({ length: 12 }, (_, at) => `a:${at}`) });
    await squadhubs.deregisterDefinition(fresh);
    expect(ecs.commandCalls(DeregisterTaskDefinitionCommand)[0]?.args[0].input).toEqual({
      taskDefinition: "a:2",
    });
    const deleted = ecs
      .commandCalls(DeleteTaskDefinitionsCommand)
      .map(({ args }) => args[0].input.taskDefinitions);
    expect(deleted.map((arns) => arns?.length)).toEqual([10, 2]);
  });
});

describe("the definitions from before", () => {
  beforeEach(() => {
    ecs
      .on(ListTaskDefinitionsCommand, { status: "ACTIVE" })
      .resolves({ taskDefinitionArns: ["arn:definition:2", "arn:definition:1"] });
    ecs
      .on(ListTaskDefinitionsCommand, { status: "INACTIVE" })
      .resolves({ taskDefinitionArns: ["arn:definition:1"] });
  });

  it("are deregistered and deleted, and the recorded one stays", async () => {
    const resources = { ...recorded.resources, definition: "arn:definition:2" };
    await squadhubs.retireDefinitions({ ...recorded, resources });
    const deregistered = ecs.commandCalls(DeregisterTaskDefinitionCommand).map(({ args }) => args[0].input);
    expect(deregistered).toEqual([{ taskDefinition: "arn:definition:1" }]);
    expect(ecs.commandCalls(DeleteTaskDefinitionsCommand)[0]?.args[0].input).toEqual({
      taskDefinitions: ["arn:definition:1"],
    });
  });

  it("stay when it is not recorded which one is in use", async () => {
    await expect(squadhubs.retireDefinitions(fresh)).rejects.toThrow("not recorded");
    expect(ecs.calls()).toEqual([]);
  });
});

describe("the name in the namespace", () => {
  it("is registered once", async () => {
    cloudMap.on(ListServicesCommand).resolvesOnce({ Services: [] });
    cloudMap.on(CreateRegistrationCommand).resolves({ Service: { Id: "srv-1" } });
    expect(await squadhubs.registerDiscovery(fresh)).toBe("srv-1");
    cloudMap.on(ListServicesCommand).resolves({ Services: [{ Name: `squadhub-${tenantId}`, Id: "srv-1" }] });
    expect(await squadhubs.registerDiscovery(fresh)).toBe("srv-1");
    expect(cloudMap.commandCalls(CreateRegistrationCommand)).toHaveLength(1);
  });

  it("is deleted after its last address", async () => {
    cloudMap
      .on(ListInstancesCommand)
      .resolvesOnce({ Instances: [{ Id: "i-1" }] })
      .resolves({ Instances: [] });
    await passing(squadhubs.deregisterDiscovery(recorded));
    expect(cloudMap.commandCalls(DeregisterInstanceCommand)[0]?.args[0].input).toEqual({
      ServiceId: "srv-1",
      InstanceId: "i-1",
    });
    expect(cloudMap.commandCalls(DeleteRegistrationCommand)).toHaveLength(1);
  });

  it("is deleted when it is missing", async () => {
    cloudMap.on(ListServicesCommand).resolves({ Services: [] });
    await squadhubs.deregisterDiscovery(fresh);
    cloudMap.on(ListInstancesCommand).rejects(awsError("ServiceNotFound"));
    cloudMap.on(DeleteRegistrationCommand).rejects(awsError("ServiceNotFound"));
    await squadhubs.deregisterDiscovery(recorded);
  });
});
