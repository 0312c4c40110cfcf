// The calls that the platform's small parts make to AWS, and what they return for AWS's answers.
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from "@aws-sdk/client-secrets-manager";
import { DiscoverInstancesCommand, ServiceDiscoveryClient } from "@aws-sdk/client-servicediscovery";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as platform from "../../../platform/aws/index.ts";
import { awsError, useSettings } from "./settings.ts";

const eventBridge = mockClient(EventBridgeClient);
const stepFunctions = mockClient(SFNClient);
const secretsManager = mockClient(SecretsManagerClient);
const lambda = mockClient(LambdaClient);
const sockets = mockClient(ApiGatewayManagementApiClient);
const cloudMap = mockClient(ServiceDiscoveryClient);
const ses = mockClient(SESv2Client);

afterEach(() => {
  for (const each of [eventBridge, stepFunctions, secretsManager, lambda, sockets, cloudMap, ses])
    each.reset();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("the bus", () => {
  beforeEach(() => useSettings(["bus"]));

  const events = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `e${at}`, type: "page.changed", detail: { at } }));

  it("publishes ten events per call", async () => {
    eventBridge
      .on(PutEventsCommand)
      .callsFake(({ Entries }) => ({ FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: "1" })) }));
    await platform.bus.publish(events(23));
    const calls = eventBridge.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(calls[2]?.[2]).toEqual({
      EventBusName: "clawe-dev",
      Source: "clawe",
      DetailType: "page.changed",
      Detail: '{"at":22}',
      Resources: ["e22"],
    });
  });

  it("retries only the events that were not accepted", async () => {
    eventBridge
      .on(PutEventsCommand)
      .resolvesOnce({
        FailedEntryCount: 1,
        Entries: [{ EventId: "1" }, { ErrorCode: "ThrottlingException" }],
      })
      .resolves({ FailedEntryCount: 0, Entries: [{ EventId: "2" }] });
    await platform.bus.publish(events(2));
    const [, again] = eventBridge.commandCalls(PutEventsCommand);
    expect(again?.args[0].input.Entries).toMatchObject([{ Resources: ["e1"] }]);
  });

  it("throws when events go on being refused, so that the stream is read again", async () => {
    eventBridge.on(PutEventsCommand).resolves({ Entries: [{ ErrorCode: "InternalFailure" }] });
    await expect(platform.bus.publish(events(1))).rejects.toThrow("1 of 1 events were not accepted");
  });
});

describe("workflows", () => {
  beforeEach(() => useSettings(["workflows"]));

  it("starts an execution once: an existing one is no error", async () => {
    stepFunctions.on(StartExecutionCommand).resolvesOnce({}).rejects(awsError("ExecutionAlreadyExists"));
    for (const _ of [1, 2]) await platform.workflows.start("provision", "run_1", { tenantId: "ten_1" });
    expect(stepFunctions.commandCalls(StartExecutionCommand)[1]?.args[0].input).toEqual({
      stateMachineArn: "arn:aws:states:us-east-1:111122223333:stateMachine:clawe-dev-provision",
      name: "run_1",
      input: '{"tenantId":"ten_1"}',
    });
  });

  it.each(["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"])(
    "returns false for a token that is no longer waited for: %s",
    async (name) => {
      stepFunctions.on(SendTaskSuccessCommand).rejects(awsError(name));
      expect(await platform.workflows.succeed("token", {})).toBe(false);
    },
  );

  it("throws other errors", async () => {
    stepFunctions.on(SendTaskSuccessCommand).rejects(awsError("AccessDeniedException"));
    await expect(platform.workflows.succeed("token", {})).rejects.toThrow("AccessDenied");
  });
});

describe("secrets", () => {
  beforeEach(() => useSettings(["secrets"]));

  const value = { gatewayToken: "g", squadhubToken: "s", hooksToken: "h" };

  it("keeps the first value, and returns the same id", async () => {
    secretsManager
      .on(CreateSecretCommand)
      .resolvesOnce({ ARN: "arn:first" })
      .rejects(awsError("ResourceExistsException"));
    secretsManager.on(DescribeSecretCommand).resolves({ ARN: "arn:first" });
    expect(await platform.secrets.create("ten_keep", value)).toBe("arn:first");
    expect(await platform.secrets.create("ten_keep", { ...value, gatewayToken: "x" })).toBe("arn:first");
  });

  it("reads a secret once a minute, and not after it was deleted", async () => {
    vi.useFakeTimers();
    secretsManager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(value) });
    const reads = () => secretsManager.commandCalls(GetSecretValueCommand).length;
    for (const _ of [1, 2]) expect(await platform.secrets.read("ten_read")).toEqual(value);
    expect(reads()).toBe(1);
    vi.advanceTimersByTime(60_001);
    await platform.secrets.read("ten_read");
    expect(reads()).toBe(2);
    await platform.secrets.delete("ten_read");
    secretsManager.on(GetSecretValueCommand).rejects(awsError("ResourceNotFoundException"));
    expect(await platform.secrets.read("ten_read")).toBeUndefined();
    expect(secretsManager.commandCalls(DeleteSecretCommand)[0]?.args[0].input).toMatchObject({
      ForceDeleteWithoutRecovery: true,
    });
  });

  it("reads a secret again when a fresh value is asked for", async () => {
    secretsManager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(value) });
    await platform.secrets.read("ten_fresh");
    const later = { ...value, gatewayToken: "later" };
    secretsManager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(later) });
    expect(await platform.secrets.read("ten_fresh")).toEqual(value);
    expect(await platform.secrets.read("ten_fresh", { fresh: true })).toEqual(later);
    expect(await platform.secrets.read("ten_fresh")).toEqual(later);
  });

  const change = "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z";
  const version = `${change}--`;

  it("replaces a secret once per change: the version is named after the change", async () => {
    secretsManager.on(PutSecretValueCommand).resolvesOnce({}).rejects(awsError("ResourceExistsException"));
    for (const gatewayToken of ["first", "second"])
      await platform.secrets.replace("ten_change", change, { ...value, gatewayToken });
    const [put] = secretsManager.commandCalls(PutSecretValueCommand);
    expect(put?.args[0].input).toMatchObject({ ClientRequestToken: version });
    expect(version.length).toBeGreaterThanOrEqual(32);
  });

  it("goes back to the version before, once", async () => {
    secretsManager
      .on(DescribeSecretCommand)
      .resolvesOnce({ VersionIdsToStages: { old: ["AWSPREVIOUS"], [version]: ["AWSCURRENT"] } })
      .resolvesOnce({ VersionIdsToStages: { old: ["AWSCURRENT"], [version]: ["AWSPREVIOUS"] } })
      .rejects(awsError("ResourceNotFoundException"));
    for (const _ of [1, 2, 3]) await platform.secrets.goBack("ten_change", change);
    const moved = secretsManager.commandCalls(UpdateSecretVersionStageCommand);
    expect(moved.map(({ args }) => args[0].input)).toEqual([
      {
        SecretId: "clawe/dev/tenant/ten_change",
        VersionStage: "AWSCURRENT",
        MoveToVersionId: "old",
        RemoveFromVersionId: version,
      },
    ]);
  });

  it("does not quote a value that cannot be parsed", async () => {
    secretsManager.on(GetSecretValueCommand).resolves({ SecretString: '{"gatewayToken":"plain' });
    const failure = await platform.secrets.read("ten_broken").catch((error: Error) => error);
    expect(String(failure)).toContain("ten_broken");
    expect(JSON.stringify(failure) + String(failure)).not.toContain("plain");
  });
});

describe("the forwarder", () => {
  beforeEach(() => useSettings(["forward"]));

  const request = { discoveryName: "squadhub-ten_1", gatewayToken: "g", call: { kind: "health" } } as const;
  const payload = (text: string) => Uint8Array.from(Buffer.from(text)) as never;

  it("returns the function's answer", async () => {
    lambda.on(InvokeCommand).resolves({ Payload: payload('{"ok":true,"value":{"ready":true}}') });
    expect(await platform.forward(request)).toEqual({ ok: true, value: { ready: true } });
  });

  it("reports unreachable when the function crashed, without its error message", async () => {
    lambda
      .on(InvokeCommand)
      .resolves({ FunctionError: "Unhandled", Payload: payload('{"errorMessage":"g"}') });
    expect(await platform.forward(request)).toEqual({
      ok: false,
      reason: "unreachable",
      message: "The gateway could not be called.",
    });
  });

  it("reports busy when there are too many calls", async () => {
    lambda.on(InvokeCommand).rejects(awsError("TooManyRequestsException"));
    expect(await platform.forward(request)).toMatchObject({ ok: false, reason: "busy" });
  });
});

describe("sockets", () => {
  beforeEach(() => useSettings(["sockets"]));

  it("returns false for a connection that is gone", async () => {
    sockets.on(PostToConnectionCommand).resolvesOnce({}).rejects(awsError("GoneException"));
    expect(await platform.sockets.send("c1", { type: "task" })).toBe(true);
    expect(await platform.sockets.send("c1", { type: "task" })).toBe(false);
  });
});

describe("discovery", () => {
  beforeEach(() => useSettings(["discovery"]));

  it("returns the addresses that are registered now, healthy or not", async () => {
    cloudMap
      .on(DiscoverInstancesCommand)
      .resolves({ Instances: [{ Attributes: { AWS_INSTANCE_IPV4: "10.0.3.7" } }, { Attributes: {} }] });
    expect(await platform.discovery.resolve("squadhub-ten_1")).toEqual(["http://10.0.3.7:18789"]);
    expect(cloudMap.commandCalls(DiscoverInstancesCommand)[0]?.args[0].input).toEqual({
      NamespaceName: "clawe-dev.internal",
      ServiceName: "squadhub-ten_1",
      HealthStatus: "ALL",
    });
  });

  it("returns no address for a name that is not registered", async () => {
    cloudMap.on(DiscoverInstancesCommand).rejects(awsError("ServiceNotFound"));
    expect(await platform.discovery.resolve("squadhub-ten_1")).toEqual([]);
  });
});

describe("mail", () => {
  beforeEach(() => useSettings(["mail"]));

  it("tags a mail so that a duplicate can be recognised", async () => {
    await platform.mail.send({ to: "a@b.test", subject: "Hi", text: "…", idempotencyKey: "inv:1" });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      FromEmailAddress: "Clawe <no-reply@dev.clawe.cloud>",
      Destination: { ToAddresses: ["a@b.test"] },
      EmailTags: [{ Name: "idempotency-key", Value: "inv_1" }],
    });
  });
});
