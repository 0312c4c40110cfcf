// The calls that the platform's small parts make of AWS, and what they make of its answers.
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
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
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as platform from "../../../platform/aws/index.ts";
import type { Schedule } from "../../../platform/types/schedules.ts";
import { awsError, useSettings } from "./settings.ts";

const eventBridge = mockClient(EventBridgeClient);
const stepFunctions = mockClient(SFNClient);
const sqs = mockClient(SQSClient);
const scheduler = mockClient(SchedulerClient);
const secretsManager = mockClient(SecretsManagerClient);
const lambda = mockClient(LambdaClient);
const sockets = mockClient(ApiGatewayManagementApiClient);
const cloudMap = mockClient(ServiceDiscoveryClient);
const ses = mockClient(SESv2Client);

beforeEach(() => useSettings());
afterEach(() => {
  for (const each of [
    eventBridge,
    stepFunctions,
    sqs,
    scheduler,
    secretsManager,
    lambda,
    sockets,
    cloudMap,
    ses,
  ])
    each.reset();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("the bus", () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `e${at}`, type: "page.changed", detail: { at } }));

  it("takes ten events a call", async () => {
    eventBridge
      .on(PutEventsCommand)
      .callsFake(({ Entries }) => ({ FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: "1" })) }));
    await platform.bus.publish(events(23));
    const calls = eventBridge.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(calls[2]?.[2]).toEqual({
      EventBusName: "clawe-test",
      Source: "clawe",
      DetailType: "page.changed",
      Detail: '{"at":22}',
      Resources: ["e22"],
    });
  });

  it("is given again only what it has not accepted", async () => {
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

  it("fails when it goes on refusing, so that the stream is read again", async () => {
    eventBridge.on(PutEventsCommand).resolves({ Entries: [{ ErrorCode: "InternalFailure" }] });
    await expect(platform.bus.publish(events(1))).rejects.toThrow("1 of 1 events were not accepted");
  });
});

describe("workflows", () => {
  it("start an execution once: that it exists is no error", async () => {
    stepFunctions.on(StartExecutionCommand).resolvesOnce({}).rejects(awsError("ExecutionAlreadyExists"));
    for (const _ of [1, 2]) await platform.workflows.start("provision", "run_1", { tenantId: "ten_1" });
    expect(stepFunctions.commandCalls(StartExecutionCommand)[1]?.args[0].input).toEqual({
      stateMachineArn: "arn:aws:states:us-east-1:111122223333:stateMachine:clawe-test-provision",
      name: "run_1",
      input: '{"tenantId":"ten_1"}',
    });
  });

  it.each(["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"])(
    "say that a token is no longer waited for: %s",
    async (name) => {
      stepFunctions.on(SendTaskSuccessCommand).rejects(awsError(name));
      expect(await platform.workflows.succeed("token", {})).toBe(false);
    },
  );

  it("throw what is another fault", async () => {
    stepFunctions.on(SendTaskSuccessCommand).rejects(awsError("AccessDeniedException"));
    await expect(platform.workflows.succeed("token", {})).rejects.toThrow("AccessDenied");
  });
});

describe("lanes", () => {
  it("ring in the lane's own group, once for each id", async () => {
    await platform.lanes.ring({ tenantId: "ten_1", agentId: "inky" }, "boot-inky");
    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toMatchObject({
      MessageBody: '{"tenantId":"ten_1","agentId":"inky"}',
      MessageGroupId: "ten_1:inky",
      MessageDeduplicationId: "boot-inky",
    });
  });

  it("ring for a lane whose hindrance is over", async () => {
    await platform.lanes.ring({ tenantId: "ten_1", agentId: "inky", clearBackoff: true }, "boot-inky");
    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toMatchObject({
      MessageBody: '{"tenantId":"ten_1","agentId":"inky","clearBackoff":true}',
    });
  });

  it("ring later by way of a queue that holds up no lane", async () => {
    await platform.lanes.ringLater({ tenantId: "ten_1", agentId: "inky" }, 15);
    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
      QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/clawe-test-lanes-delayed",
      MessageBody: '{"tenantId":"ten_1","agentId":"inky"}',
      DelaySeconds: 15,
    });
  });

  it("show what was given up, oldest first, each once", async () => {
    const message = (id: string, at: number) => ({
      MessageId: id,
      Body: '{"tenantId":"ten_1","agentId":"inky"}',
      Attributes: { SentTimestamp: String(at), ApproximateReceiveCount: "11" },
    });
    sqs
      .on(ReceiveMessageCommand)
      .resolvesOnce({ Messages: [message("b", 2000), message("a", 1000)] })
      .resolvesOnce({ Messages: [message("a", 1000)] })
      .resolves({ Messages: [] });
    expect(await platform.lanes.deadLetters()).toEqual([
      {
        id: "a",
        lane: { tenantId: "ten_1", agentId: "inky" },
        sentAt: "1970-01-01T00:00:01.000Z",
        receives: 11,
      },
      {
        id: "b",
        lane: { tenantId: "ten_1", agentId: "inky" },
        sentAt: "1970-01-01T00:00:02.000Z",
        receives: 11,
      },
    ]);
  });

  it("ring again what was given up, if there is any", async () => {
    const answer = (count: number) => ({
      Attributes: { QueueArn: "arn:dead", ApproximateNumberOfMessages: String(count) },
    });
    sqs.on(GetQueueAttributesCommand).resolvesOnce(answer(0)).resolves(answer(3));
    expect(await platform.lanes.redrive()).toBe(0);
    expect(sqs.commandCalls(StartMessageMoveTaskCommand)).toHaveLength(0);
    expect(await platform.lanes.redrive()).toBe(3);
    expect(sqs.commandCalls(StartMessageMoveTaskCommand)[0]?.args[0].input).toEqual({
      SourceArn: "arn:dead",
    });
  });
});

describe("schedules", () => {
  const routine: Schedule = {
    name: "rtn_1",
    group: "ten_1",
    expression: "cron(0 9 ? * 2 *)",
    timezone: "Europe/Berlin",
    windowMinutes: 60,
    target: { kind: "routine", tenantId: "ten_1", routineId: "rtn_1" },
  };
  const lane: Schedule = {
    name: "lane-inky",
    group: "ten_1",
    expression: "at(2030-01-01T10:00:00)",
    timezone: "UTC",
    windowMinutes: 24 * 60,
    target: { kind: "lane", tenantId: "ten_1", agentId: "inky" },
  };

  it("hand a routine's occurrence over with the time it was due", async () => {
    await platform.schedules.put(routine);
    const { input } = scheduler.commandCalls(CreateScheduleCommand)[0]!.args[0];
    expect(input).toMatchObject({
      Name: "ten_1.rtn_1",
      GroupName: "clawe-test",
      ScheduleExpressionTimezone: "Europe/Berlin",
      FlexibleTimeWindow: { Mode: "OFF" },
      ActionAfterCompletion: "NONE",
      Target: {
        Arn: "arn:aws:lambda:us-east-1:111122223333:function:clawe-test-routine",
        RetryPolicy: { MaximumEventAgeInSeconds: 3600 },
        DeadLetterConfig: { Arn: "arn:aws:sqs:us-east-1:111122223333:clawe-test-missed-routines" },
      },
    });
    expect(JSON.parse(input.Target?.Input ?? "")).toEqual({
      tenantId: "ten_1",
      routineId: "rtn_1",
      scheduledAt: "<aws.scheduler.scheduled-time>",
    });
  });

  it("ring a parked lane in its own group, and are gone when they have", async () => {
    await platform.schedules.put(lane);
    expect(scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input).toMatchObject({
      ScheduleExpression: "at(2030-01-01T10:00:00)",
      ActionAfterCompletion: "DELETE",
      Target: {
        Arn: "arn:aws:sqs:us-east-1:111122223333:clawe-test-lanes.fifo",
        SqsParameters: { MessageGroupId: "ten_1:inky" },
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400 },
      },
    });
  });

  it.each(["idle", "chat"] as const)("look at a workspace by a function of its own: %s", async (kind) => {
    await platform.schedules.put({ ...lane, name: kind, target: { kind, tenantId: "ten_1" } });
    const { input } = scheduler.commandCalls(CreateScheduleCommand)[0]!.args[0];
    expect(input).toMatchObject({
      Name: `ten_1.${kind}`,
      ActionAfterCompletion: "DELETE",
      Target: {
        Arn: `arn:aws:lambda:us-east-1:111122223333:function:clawe-test-${kind}`,
        DeadLetterConfig: { Arn: `arn:aws:sqs:us-east-1:111122223333:clawe-test-${kind}-dead` },
      },
    });
    expect(JSON.parse(input.Target?.Input ?? "")).toEqual({ tenantId: "ten_1" });
  });

  it("tell an agent what is open by a function of its own, until they are deleted", async () => {
    const target = { kind: "heartbeat", tenantId: "ten_1", agentId: "inky" } as const;
    const expression = "cron(3,18,33,48 * * * ? *)";
    await platform.schedules.put({ ...lane, name: "heartbeat-inky", expression, windowMinutes: 5, target });
    const { input } = scheduler.commandCalls(CreateScheduleCommand)[0]!.args[0];
    expect(input).toMatchObject({
      Name: "ten_1.heartbeat-inky",
      ScheduleExpression: expression,
      ActionAfterCompletion: "NONE",
      Target: {
        Arn: "arn:aws:lambda:us-east-1:111122223333:function:clawe-test-heartbeat",
        DeadLetterConfig: { Arn: "arn:aws:sqs:us-east-1:111122223333:clawe-test-heartbeat-dead" },
        RetryPolicy: { MaximumEventAgeInSeconds: 300 },
      },
    });
    expect(JSON.parse(input.Target?.Input ?? "")).toEqual({
      tenantId: "ten_1",
      agentId: "inky",
      scheduledAt: "<aws.scheduler.scheduled-time>",
    });
  });

  it("fire as soon as they can when their time has just passed", async () => {
    vi.useFakeTimers({ now: new Date("2026-05-01T12:00:00Z") });
    await platform.schedules.put({ ...lane, expression: "at(2026-05-01T11:59:59)" });
    expect(scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input.ScheduleExpression).toBe(
      "at(2026-05-01T12:01:00)",
    );
  });

  it("become what was put last", async () => {
    scheduler.on(CreateScheduleCommand).rejects(awsError("ConflictException"));
    await platform.schedules.put(routine);
    expect(scheduler.commandCalls(UpdateScheduleCommand)[0]?.args[0].input).toMatchObject({
      Name: "ten_1.rtn_1",
    });
  });

  it("have names that fit, whatever the agent is called", async () => {
    const group = `ten_${"0".repeat(26)}`;
    await platform.schedules.put({ ...lane, group, name: `lane-${"a".repeat(40)}` });
    const { Name = "" } = scheduler.commandCalls(CreateScheduleCommand)[0]!.args[0].input;
    expect(Name.length).toBeLessThanOrEqual(64);
    expect(Name.startsWith(`${group}.`)).toBe(true);
  });

  it("are deleted together by their tenant, and a missing one is deleted", async () => {
    scheduler
      .on(ListSchedulesCommand)
      .resolvesOnce({ Schedules: [{ Name: "ten_1.a" }], NextToken: "more" })
      .resolves({ Schedules: [{ Name: "ten_1.b" }] });
    scheduler.on(DeleteScheduleCommand).resolvesOnce({}).rejects(awsError("ResourceNotFoundException"));
    await platform.schedules.deleteGroup("ten_1");
    expect(scheduler.commandCalls(ListSchedulesCommand)[0]?.args[0].input).toMatchObject({
      NamePrefix: "ten_1.",
    });
    expect(scheduler.commandCalls(DeleteScheduleCommand).map(({ args }) => args[0].input.Name)).toEqual([
      "ten_1.a",
      "ten_1.b",
    ]);
  });
});

describe("secrets", () => {
  const value = { gatewayToken: "g", squadhubToken: "s", hooksToken: "h" };

  it("keep the first value, and say the same id", async () => {
    secretsManager
      .on(CreateSecretCommand)
      .resolvesOnce({ ARN: "arn:first" })
      .rejects(awsError("ResourceExistsException"));
    secretsManager.on(DescribeSecretCommand).resolves({ ARN: "arn:first" });
    expect(await platform.secrets.create("ten_keep", value)).toBe("arn:first");
    expect(await platform.secrets.create("ten_keep", { ...value, gatewayToken: "x" })).toBe("arn:first");
  });

  it("are read once a minute, and not after they were deleted", async () => {
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

  it("are read anew when they may have changed", async () => {
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

  it("are replaced as a version that is called after the change: twice is once", async () => {
    secretsManager.on(PutSecretValueCommand).resolvesOnce({}).rejects(awsError("ResourceExistsException"));
    for (const gatewayToken of ["first", "second"])
      await platform.secrets.replace("ten_change", change, { ...value, gatewayToken });
    const [put] = secretsManager.commandCalls(PutSecretValueCommand);
    expect(put?.args[0].input).toMatchObject({ ClientRequestToken: version });
    expect(version.length).toBeGreaterThanOrEqual(32);
  });

  it("go back to the version before, once", async () => {
    secretsManager
      .on(DescribeSecretCommand)
      .resolvesOnce({ VersionIdsToStages: { old: ["AWSPREVIOUS"], [version]: ["AWSCURRENT"] } })
      .resolvesOnce({ VersionIdsToStages: { old: ["AWSCURRENT"], [version]: ["AWSPREVIOUS"] } })
      .rejects(awsError("ResourceNotFoundException"));
    for (const _ of [1, 2, 3]) await platform.secrets.goBack("ten_change", change);
    const moved = secretsManager.commandCalls(UpdateSecretVersionStageCommand);
    expect(moved.map(({ args }) => args[0].input)).toEqual([
      {
        SecretId: "clawe/test/tenant/ten_change",
        VersionStage: "AWSCURRENT",
        MoveToVersionId: "old",
        RemoveFromVersionId: version,
      },
    ]);
  });

  it("do not quote a value that cannot be read", async () => {
    secretsManager.on(GetSecretValueCommand).resolves({ SecretString: '{"gatewayToken":"plain' });
    const failure = await platform.secrets.read("ten_broken").catch((error: Error) => error);
    expect(String(failure)).toContain("ten_broken");
    expect(JSON.stringify(failure) + String(failure)).not.toContain("plain");
  });
});

describe("the forwarder", () => {
  const request = { discoveryName: "squadhub-ten_1", gatewayToken: "g", call: { kind: "health" } } as const;
  const payload = (text: string) => Uint8Array.from(Buffer.from(text)) as never;

  it("gives the function's answer", async () => {
    lambda.on(InvokeCommand).resolves({ Payload: payload('{"ok":true,"value":{"ready":true}}') });
    expect(await platform.forward(request)).toEqual({ ok: true, value: { ready: true } });
  });

  it("says unreachable, and nothing of what it said, when the function crashed", async () => {
    lambda
      .on(InvokeCommand)
      .resolves({ FunctionError: "Unhandled", Payload: payload('{"errorMessage":"g"}') });
    expect(await platform.forward(request)).toEqual({
      ok: false,
      reason: "unreachable",
      message: "The gateway could not be called.",
    });
  });

  it("says busy when there are too many calls", async () => {
    lambda.on(InvokeCommand).rejects(awsError("TooManyRequestsException"));
    expect(await platform.forward(request)).toMatchObject({ ok: false, reason: "busy" });
  });
});

describe("sockets", () => {
  it("say that a connection is gone", async () => {
    sockets.on(PostToConnectionCommand).resolvesOnce({}).rejects(awsError("GoneException"));
    expect(await platform.sockets.send("c1", { type: "task" })).toBe(true);
    expect(await platform.sockets.send("c1", { type: "task" })).toBe(false);
  });
});

describe("discovery", () => {
  it("gives the addresses that are registered now, well or not", async () => {
    cloudMap
      .on(DiscoverInstancesCommand)
      .resolves({ Instances: [{ Attributes: { AWS_INSTANCE_IPV4: "10.0.3.7" } }, { Attributes: {} }] });
    expect(await platform.discovery.resolve("squadhub-ten_1")).toEqual(["http://10.0.3.7:18789"]);
    expect(cloudMap.commandCalls(DiscoverInstancesCommand)[0]?.args[0].input).toEqual({
      NamespaceName: "clawe-test.internal",
      ServiceName: "squadhub-ten_1",
      HealthStatus: "ALL",
    });
  });

  it("gives none for a name that is not registered", async () => {
    cloudMap.on(DiscoverInstancesCommand).rejects(awsError("ServiceNotFound"));
    expect(await platform.discovery.resolve("squadhub-ten_1")).toEqual([]);
  });
});

describe("mail", () => {
  it("goes out with a tag by which a double can be recognised", async () => {
    await platform.mail.send({ to: "a@b.test", subject: "Hi", text: "…", idempotencyKey: "inv:1" });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      FromEmailAddress: "Clawe <no-reply@clawe.test>",
      Destination: { ToAddresses: ["a@b.test"] },
      EmailTags: [{ Name: "idempotency-key", Value: "inv_1" }],
    });
  });
});
