// A squadhub's task definitions on ECS: each revision is registered once, and all of them are deleted.
import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { squadhubs } from "../../../platform/aws/squadhubs.ts";
import { fresh, image, recorded, useSettings } from "./settings.ts";

const ecs = mockClient(ECSClient);
const secrets = mockClient(SecretsManagerClient);

beforeEach(() => useSettings(["squadhubs"], { CLAWE_SQUADHUB_IMAGE: image }));
afterEach(() => {
  for (const each of [ecs, secrets]) each.reset();
  vi.unstubAllEnvs();
});

describe("the definition", () => {
  const registered = () => ecs.commandCalls(RegisterTaskDefinitionCommand)[0]!.args[0].input;
  beforeEach(() => {
    ecs.on(ListTaskDefinitionsCommand).resolves({ taskDefinitionArns: [] });
    ecs
      .on(RegisterTaskDefinitionCommand)
      .resolves({ taskDefinition: { taskDefinitionArn: "arn:definition:1" } });
  });

  it("is sized by the plan, pinned to an image, and hardened", async () => {
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

  it("is reused when this revision is registered, and registered again for the next revision", async () => {
    ecs.on(ListTaskDefinitionsCommand).resolves({ taskDefinitionArns: ["arn:definition:1"] });
    ecs.on(DescribeTaskDefinitionCommand).resolves({ tags: [{ key: "clawe:revision", value: "1" }] });
    expect(await squadhubs.registerDefinition(recorded)).toBe("arn:definition:1");
    expect(ecs.commandCalls(RegisterTaskDefinitionCommand)).toHaveLength(0);
    await squadhubs.registerDefinition({ ...recorded, revision: 2 });
    expect(ecs.commandCalls(RegisterTaskDefinitionCommand)).toHaveLength(1);
  });

  it("is refused with an image that is not pinned", async () => {
    vi.stubEnv("CLAWE_SQUADHUB_IMAGE", "clawe/squadhub:latest");
    await expect(squadhubs.registerDefinition(recorded)).rejects.toThrow("digest");
  });

  it("is deleted in all of its revisions", async () => {
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

  it("stay when none is recorded as the one in use", async () => {
    await expect(squadhubs.retireDefinitions(fresh)).rejects.toThrow("not recorded");
    expect(ecs.calls()).toEqual([]);
  });
});
