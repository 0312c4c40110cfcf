// A squadhub's service on AWS: one task, never two; deleted when nothing runs; and what was seen of it.
import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { squadhubs } from "../../../platform/aws/squadhubs.ts";
import { account, awsError, fresh, passing, recorded, region, tenantId, useSettings } from "./settings.ts";

vi.mock("node:timers/promises", () => import("../../support/timers.ts"));

const ecs = mockClient(ECSClient);
const logs = mockClient(CloudWatchLogsClient);
const secrets = mockClient(SecretsManagerClient);

beforeEach(() => {
  useSettings(["squadhubs"], { CLAWE_SQUADHUB_SECURITY_GROUP: "sg-1" });
  vi.useFakeTimers();
});
afterEach(() => {
  for (const each of [ecs, logs, secrets]) each.reset();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("the service", () => {
  const service = { serviceName: `squadhub-${tenantId}`, serviceArn: "arn:service", desiredCount: 1 };
  const running = { ...service, status: "ACTIVE", taskDefinition: "arn:definition:1", runningCount: 1 };

  it("never runs two tasks, not even while it is deployed or moved", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [] });
    ecs.on(CreateServiceCommand).resolves({ service });
    expect(await squadhubs.startService(recorded)).toBe("arn:service");
    expect(ecs.commandCalls(CreateServiceCommand)[0]?.args[0].input).toMatchObject({
      desiredCount: 1,
      deploymentConfiguration: {
        maximumPercent: 100,
        minimumHealthyPercent: 0,
        deploymentCircuitBreaker: { enable: false },
      },
      availabilityZoneRebalancing: "DISABLED",
      serviceRegistries: [{ registryArn: `arn:aws:servicediscovery:${region}:${account}:service/srv-1` }],
      networkConfiguration: { awsvpcConfiguration: { securityGroups: ["sg-1"] } },
    });
  });

  it("is not updated when it runs this definition, and updated when it runs another", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [running] });
    expect(await squadhubs.startService(recorded)).toBe("arn:service");
    expect(ecs.commandCalls(UpdateServiceCommand)).toHaveLength(0);
    const resources = { ...recorded.resources, definition: "arn:definition:2" };
    await squadhubs.startService({ ...recorded, resources });
    expect(ecs.commandCalls(UpdateServiceCommand)[0]?.args[0].input).toMatchObject({
      taskDefinition: "arn:definition:2",
    });
    expect(ecs.commandCalls(CreateServiceCommand)).toHaveLength(0);
  });

  it("does not start beside a task that is still stopping", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [{ ...running, status: "DRAINING" }] });
    await expect(squadhubs.startService(recorded)).rejects.toThrow("still being deleted");
  });

  beforeEach(() => ecs.on(ListTasksCommand).resolves({ taskArns: [] }));

  it("is deleted only when its task has stopped, which is later than ECS reports it deleted", async () => {
    ecs.on(ListTasksCommand, { desiredStatus: "STOPPED" }).resolves({ taskArns: ["t"] });
    ecs
      .on(DescribeTasksCommand)
      .resolvesOnce({ tasks: [{ lastStatus: "STOPPING" }] })
      .resolves({ tasks: [{ lastStatus: "STOPPED" }] });
    ecs
      .on(DescribeServicesCommand)
      .resolvesOnce({ services: [running] })
      .resolvesOnce({ services: [{ ...running, status: "DRAINING" }] })
      .resolves({ services: [{ ...running, status: "INACTIVE" }] });
    await passing(squadhubs.deleteService(recorded));
    expect(ecs.commandCalls(DeleteServiceCommand)[0]?.args[0].input).toMatchObject({ force: true });
    expect(ecs.commandCalls(DescribeTasksCommand)).toHaveLength(2);
  });

  it("throws when its task does not stop in time", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [running] });
    await expect(passing(squadhubs.deleteService(recorded))).rejects.toThrow("still stopping");
  });

  it("counts as deleted when it is missing", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [], failures: [{ reason: "MISSING" }] });
    await squadhubs.deleteService(fresh);
    expect(ecs.commandCalls(DeleteServiceCommand)).toHaveLength(0);
  });
});

describe("the evidence", () => {
  it("is why the last task stopped and the last lines of its log, without secrets", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [{ status: "ACTIVE", runningCount: 0 }] });
    ecs.on(ListTasksCommand).resolves({ taskArns: [] });
    ecs.on(ListTasksCommand, { desiredStatus: "STOPPED" }).resolves({ taskArns: ["t-old", "t-new"] });
    ecs.on(DescribeTasksCommand).resolves({
      tasks: [
        { stoppedAt: new Date(1000), stoppedReason: "old", containers: [] },
        {
          stoppedAt: new Date(2000),
          stoppedReason: "Essential container in task exited",
          containers: [{ name: "squadhub", exitCode: 78 }],
        },
      ],
    });
    logs.on(DescribeLogStreamsCommand).resolves({
      logStreams: [
        { logStreamName: "old", lastEventTimestamp: 1 },
        { logStreamName: "new", lastEventTimestamp: 2 },
      ],
    });
    logs.on(GetLogEventsCommand).resolves({
      events: [
        { message: "token is gate-token" },
        { message: "key sk-1234567890" },
        { message: "bad config" },
      ],
    });
    secrets.on(GetSecretValueCommand).resolves({
      SecretString: JSON.stringify({
        gatewayToken: "gate-token",
        squadhubToken: "cli-token",
        hooksToken: "hook-token",
      }),
    });
    expect(await squadhubs.describeService({ ...recorded, tenantId: "ten_seen" })).toEqual({
      running: false,
      stoppedReason: "Essential container in task exited",
      exitCode: 78,
      logs: ["token is [redacted]", "key sk-[redacted]", "bad config"],
    });
  });

  it("is empty when there never was a task", async () => {
    ecs.on(DescribeServicesCommand).resolves({ services: [] });
    ecs.on(ListTasksCommand).resolves({ taskArns: [] });
    logs.on(DescribeLogStreamsCommand).resolves({ logStreams: [] });
    secrets.on(GetSecretValueCommand).rejects(awsError("ResourceNotFoundException"));
    expect(await squadhubs.describeService({ ...fresh, tenantId: "ten_never" })).toMatchObject({
      running: false,
      logs: [],
    });
  });
});
