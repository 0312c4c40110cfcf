// The resources of a squadhub on AWS: each is created and deleted twice, with and without its recorded id.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
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

const efs = mockClient(EFSClient);
const iam = mockClient(IAMClient);
const cloudMap = mockClient(ServiceDiscoveryClient);

beforeEach(() => {
  useSettings(["squadhubs"]);
  vi.useFakeTimers();
});
afterEach(() => {
  for (const each of [efs, iam, cloudMap]) each.reset();
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

  it("takes the id of a creation that was faster", async () => {
    efs.on(DescribeAccessPointsCommand).resolves({ AccessPoints: [] });
    efs
      .on(CreateAccessPointCommand)
      .rejects(awsError("AccessPointAlreadyExists", "exists", { AccessPointId: "fsap-1" }));
    expect(await squadhubs.createStorage(fresh)).toBe("fsap-1");
  });

  it("counts as deleted when it is missing", async () => {
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
    vi.stubEnv("CLAWE_MOUNT", mount);
    vi.stubEnv("CLAWE_MOUNTED_FILE_SYSTEM", "fs-1");
  });
  afterEach(() => rm(mount, { recursive: true, force: true }));

  it("are erased in the tenant's directory and no other, twice", async () => {
    for (const id of [tenantId, "ten_other"]) {
      await mkdir(join(mount, id, "state"), { recursive: true });
      await writeFile(join(mount, id, "state", "openclaw.json"), "{}");
    }
    for (const _ of [1, 2]) await squadhubs.eraseStorage(recorded);
    expect(await readdir(mount)).toEqual(["ten_other"]);
  });

  it("are restored from an archive, in place of what is there", async () => {
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

  it("are erased together with the leftovers of a restore that was cut short", async () => {
    for (const name of [tenantId, `.${tenantId}.half`, "ten_other"]) await mkdir(join(mount, name));
    await squadhubs.eraseStorage(recorded);
    expect(await readdir(mount)).toEqual(["ten_other"]);
  });

  it("are not touched on another cell's file system, or without the mount", async () => {
    const elsewhere = { ...recorded, cell: { ...recorded.cell, fileSystem: "fs-2" } };
    await expect(squadhubs.eraseStorage(elsewhere)).rejects.toThrow("fs-2");
    vi.stubEnv("CLAWE_MOUNT", join(mount, "gone"));
    await expect(squadhubs.eraseStorage(recorded)).rejects.toThrow("ENOENT");
  });

  it("are never touched outside of the mounted directory", async () => {
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
      RoleName: `clawe-dev-squadhub-${tenantId}`,
      PermissionsBoundary: `arn:aws:iam::${account}:policy/clawe-dev-squadhub-boundary`,
    });
    const { PolicyDocument } = iam.commandCalls(PutRolePolicyCommand)[0]!.args[0].input;
    const { Statement } = JSON.parse(PolicyDocument ?? "");
    expect(Statement.map(({ Resource }: { Resource: string }) => Resource)).toEqual([
      `arn:aws:elasticfilesystem:${region}:${account}:file-system/fs-1`,
      `arn:aws:secretsmanager:${region}:${account}:secret:clawe/dev/tenant/${tenantId}-??????`,
      `arn:aws:s3:::clawe-dev-objects-${account}/t/${tenantId}/documents/*`,
    ]);
    expect(Statement[0].Condition.StringEquals).toEqual({
      "elasticfilesystem:AccessPointArn": `arn:aws:elasticfilesystem:${region}:${account}:access-point/fsap-1`,
    });
  });

  it("is the same role the second time, with its policy put again", async () => {
    iam.on(CreateRoleCommand).rejects(awsError("EntityAlreadyExistsException"));
    iam.on(GetRoleCommand).resolves({ Role });
    expect(await squadhubs.createRole(recorded)).toBe("arn:role");
    expect(iam.commandCalls(PutRolePolicyCommand)).toHaveLength(1);
  });

  it("counts as deleted when it is missing, in whole or in part", async () => {
    iam.on(DeleteRolePolicyCommand).rejects(awsError("NoSuchEntityException"));
    iam.on(DeleteRoleCommand).resolvesOnce({}).rejects(awsError("NoSuchEntityException"));
    for (const _ of [1, 2]) await squadhubs.deleteRole(fresh);
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

  it("counts as deleted when it is missing", async () => {
    cloudMap.on(ListServicesCommand).resolves({ Services: [] });
    await squadhubs.deregisterDiscovery(fresh);
    cloudMap.on(ListInstancesCommand).rejects(awsError("ServiceNotFound"));
    cloudMap.on(DeleteRegistrationCommand).rejects(awsError("ServiceNotFound"));
    await squadhubs.deregisterDiscovery(recorded);
  });
});
