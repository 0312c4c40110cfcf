// Schedules on EventBridge Scheduler: how they are put, that they are read back as they were put, and how they end.
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as platform from "../../../platform/aws/index.ts";
import type { Schedule, ScheduleKind } from "../../../platform/types/schedules.ts";
import { account, awsError, region, useSettings } from "./settings.ts";

const client = mockClient(SchedulerClient);
beforeEach(() => useSettings(["schedules"]));
afterEach(() => {
  client.reset();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const created = () => client.commandCalls(CreateScheduleCommand)[0]!.args[0].input;
const functionOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:clawe-dev-${name}`;
const queueOf = (name: string) => `arn:aws:sqs:${region}:${account}:clawe-dev-${name}`;

const ofTenant = { group: "ten_1", timezone: "Europe/Berlin", windowMinutes: 60 };
/** One schedule of every kind. */
const examples: { [K in ScheduleKind]: Schedule & { target: { kind: K } } } = {
  lane: {
    ...ofTenant,
    name: "lane-inky",
    expression: "at(2098-01-01T10:00:00)",
    target: { kind: "lane", tenantId: "ten_1", agentId: "inky" },
  },
  routine: {
    ...ofTenant,
    name: "rtn_1",
    expression: "cron(0 9 ? * 2 *)",
    target: { kind: "routine", tenantId: "ten_1", routineId: "rtn_1" },
  },
  heartbeat: {
    ...ofTenant,
    name: "heartbeat-inky",
    expression: "cron(3,18,33,48 * * * ? *)",
    target: { kind: "heartbeat", tenantId: "ten_1", agentId: "inky" },
  },
  idle: {
    ...ofTenant,
    name: "idle",
    expression: "at(2098-01-01T11:00:00)",
    target: { kind: "idle", tenantId: "ten_1" },
  },
  chat: {
    ...ofTenant,
    name: "chat-cht_1",
    expression: "at(2098-01-01T12:00:00)",
    target: { kind: "chat", tenantId: "ten_1" },
  },
};
const all: Schedule[] = Object.values(examples);

/** EventBridge Scheduler, as far as it keeps what it was given. It lists two names a page. */
function keepSchedules(): Map<string, CreateScheduleCommandInput> {
  const kept = new Map<string, CreateScheduleCommandInput>();
  client.on(CreateScheduleCommand).callsFake((input) => {
    if (kept.has(input.Name)) throw awsError("ConflictException");
    kept.set(input.Name, input);
  });
  client.on(UpdateScheduleCommand).callsFake((input) => void kept.set(input.Name, input));
  client.on(GetScheduleCommand).callsFake(({ Name }) => {
    if (!kept.has(Name)) throw awsError("ResourceNotFoundException");
    return kept.get(Name);
  });
  client.on(ListSchedulesCommand).callsFake(({ NamePrefix, NextToken = "0" }) => {
    const names = [...kept.keys()].filter((name) => name.startsWith(NamePrefix));
    const end = Number(NextToken) + 2;
    return {
      Schedules: names.slice(Number(NextToken), end).map((Name) => ({ Name })),
      NextToken: end < names.length ? String(end) : undefined,
    };
  });
  return kept;
}

/** What an operator is shown, with the settings of the function behind it and no others. */
async function readBack(): Promise<Schedule[]> {
  vi.unstubAllEnvs();
  useSettings(["scheduleReader"]);
  return platform.scheduleReader.list("ten_1");
}

describe("reading schedules back", () => {
  it("returns a schedule of every kind as it was put", async () => {
    keepSchedules();
    for (const schedule of all) await platform.schedules.put(schedule);
    expect(await readBack()).toEqual(all);
  });

  it("returns the schedules of one tenant only", async () => {
    keepSchedules();
    await platform.schedules.put(examples.idle);
    await platform.schedules.put({ ...examples.idle, group: "ten_10" });
    expect(await readBack()).toEqual([examples.idle]);
  });

  it("leaves out a schedule that fired after it was listed", async () => {
    const kept = keepSchedules();
    for (const schedule of all) await platform.schedules.put(schedule);
    client.on(GetScheduleCommand, { Name: "ten_1.idle" }).rejects(awsError("ResourceNotFoundException"));
    expect(kept.has("ten_1.idle")).toBe(true);
    expect(await readBack()).toEqual(all.filter(({ name }) => name !== "idle"));
  });

  it("refuses a target that no kind of schedule has", async () => {
    const kept = keepSchedules();
    await platform.schedules.put(examples.idle);
    kept.get("ten_1.idle")!.Target!.Arn = functionOf("other");
    await expect(readBack()).rejects.toThrow("clawe-dev-other");
  });
});

describe("putting a schedule", () => {
  const kinds = Object.keys(examples) as ScheduleKind[];

  it.each(kinds.filter((kind) => kind !== "lane"))("calls the function of the kind %s", async (kind) => {
    await platform.schedules.put(examples[kind]);
    const { Target } = created();
    expect(Target?.Arn).toBe(functionOf(kind));
    const { kind: _, ...subject } = examples[kind].target;
    expect(JSON.parse(Target?.Input ?? "")).toEqual({
      ...subject,
      scheduledAt: "<aws.scheduler.scheduled-time>",
    });
  });

  it.each(kinds)("sends what could not be done to the dead letters of the kind %s", async (kind) => {
    await platform.schedules.put(examples[kind]);
    expect(created().Target?.DeadLetterConfig).toEqual({ Arn: queueOf(`schedules-dead-${kind}`) });
  });

  it("rings a parked lane in the lane's own ordering group", async () => {
    await platform.schedules.put(examples.lane);
    expect(created().Target).toMatchObject({
      Arn: queueOf("lanes.fifo"),
      SqsParameters: { MessageGroupId: "ten_1:inky" },
    });
  });

  it("keeps the time zone and the window, and fires at the minute", async () => {
    await platform.schedules.put(examples.routine);
    expect(created()).toMatchObject({
      Name: "ten_1.rtn_1",
      GroupName: "clawe-dev",
      ScheduleExpressionTimezone: "Europe/Berlin",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { RetryPolicy: { MaximumEventAgeInSeconds: 3600 } },
    });
  });

  it("limits the window to a day", async () => {
    await platform.schedules.put({ ...examples.lane, windowMinutes: 48 * 60 });
    expect(created().Target?.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400 });
  });

  it.each([
    ["deletes a schedule of one time after it has fired", examples.idle, "DELETE"],
    ["keeps a schedule that repeats", examples.heartbeat, "NONE"],
  ])("%s", async (_, schedule, action) => {
    await platform.schedules.put(schedule);
    expect(created().ActionAfterCompletion).toBe(action);
  });

  it("fires as soon as possible when the time has just passed", async () => {
    vi.useFakeTimers({ now: new Date("2026-05-01T12:00:00Z") });
    await platform.schedules.put({
      ...examples.lane,
      expression: "at(2026-05-01T11:59:59)",
      timezone: "UTC",
    });
    expect(created().ScheduleExpression).toBe("at(2026-05-01T12:01:00)");
  });

  it("replaces the schedule of the same name", async () => {
    const kept = keepSchedules();
    await platform.schedules.put(examples.routine);
    await platform.schedules.put({ ...examples.routine, expression: "cron(0 10 ? * 2 *)" });
    expect(kept.get("ten_1.rtn_1")?.ScheduleExpression).toBe("cron(0 10 ? * 2 *)");
  });

  it("shortens a name that is too long", async () => {
    const group = `ten_${"0".repeat(26)}`;
    await platform.schedules.put({ ...examples.lane, group, name: `lane-${"a".repeat(40)}` });
    const { Name = "" } = created();
    expect(Name.length).toBeLessThanOrEqual(64);
    expect(Name.startsWith(`${group}.`)).toBe(true);
  });
});

describe("deleting schedules", () => {
  it("deletes all of a tenant's, and takes a missing one for deleted", async () => {
    keepSchedules();
    for (const schedule of all) await platform.schedules.put(schedule);
    client.on(DeleteScheduleCommand).resolvesOnce({}).rejects(awsError("ResourceNotFoundException"));
    await platform.schedules.deleteGroup("ten_1");
    expect(client.commandCalls(DeleteScheduleCommand).map(({ args }) => args[0].input.Name)).toEqual(
      all.map(({ name }) => `ten_1.${name}`),
    );
  });
});
