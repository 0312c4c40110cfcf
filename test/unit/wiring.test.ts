// An entry in the lists of functions/subscriptions.ts is all that a consumer, or a kind of schedule, needs to be wired.
import { resolve } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { consumers, type ScheduleHandler, type Subscription } from "../../functions/subscriptions.ts";
import { configs } from "../../infra/config.ts";
import { Deployment } from "../../infra/deployment.ts";
import { deadLetters } from "../../infra/queue.ts";
import { createKindFunctions, createKindQueues, targetsOf } from "../../infra/schedule-kinds.ts";
import { subscribe } from "../../infra/subscribe.ts";
import { createBus } from "../../local/bus.ts";
import { createScheduler } from "../../local/scheduler.ts";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";
import { wireBus, wireSchedules } from "../../local/wiring.ts";
import { scheduleKinds } from "../../platform/types/schedules.ts";

const handler = vi.fn(async (_: unknown) => undefined as unknown);
const load = async () => ({ handler });
const report = vi.fn();
let engine: TableEngine;

beforeEach(async () => {
  engine = await openTableEngine({ ttlIntervalMs: 0 });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.resetAllMocks();
  await engine.close();
});

/** An empty stack of production, in which these entries are bundled. */
function aStack(...entries: string[]) {
  const bundle = {
    directory: resolve("functions/timers"),
    inputs: [],
    platform: new Set<string>(),
    bytes: 0,
  };
  const deployment = new Deployment(configs.prod, new Map(entries.map((entry) => [entry, bundle])));
  return { stack: new Stack(new App(), "Stack"), deployment };
}

describe("the lists", () => {
  it.each(consumers().map((consumer) => [consumer.entry, consumer] as const))(
    "load the same file that they have bundled: %s",
    async (entry, consumer) => {
      const file = resolve(`functions/${entry}.ts`);
      expect(await consumer.load()).toBe(await import(/* @vite-ignore */ file));
    },
  );

  it("name every entry once", () => {
    const entries = consumers().map(({ entry }) => entry);
    expect(entries).toEqual([...new Set(entries)]);
  });
});

describe("a new consumer", () => {
  const subscriptions: Record<string, Subscription[]> = {
    "door.opened": [{ entry: "consumers/greet", load, timeoutSeconds: 45, mostAtOnce: 3 }],
  };
  const opened = { id: "e1", type: "door.opened", detail: { door: "front" } };

  it("is called by the laptop's bus, which waits for it", async () => {
    const { consumers } = wireBus(subscriptions, { store: engine.store, report });
    await createBus(consumers).publish([opened, { ...opened, type: "door.closed" }]);
    expect(handler).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: "e1", "detail-type": "door.opened", detail: { door: "front" } }),
    );
  });

  it("is called by a rule on AWS, within its bounds, and what it fails at is kept", () => {
    const { stack, deployment } = aStack("consumers/greet");
    subscribe(stack, deployment, {
      subscriptions,
      ruleOf: (type) => ({ eventPattern: { detailType: [type] } }),
      unhandled: deadLetters(stack, "Unhandled"),
    });
    const template = Template.fromStack(stack);
    template.hasResourceProperties("AWS::Lambda::Function", {
      Description: "functions/consumers/greet",
      Timeout: 45,
      ReservedConcurrentExecutions: 3,
      DeadLetterConfig: { TargetArn: { "Fn::GetAtt": [Match.stringLikeRegexp("^Unhandled"), "Arn"] } },
    });
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: { "detail-type": ["door.opened"] },
      Targets: [{ Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^Greet"), "Arn"] } }],
    });
  }, 60_000);
});

describe("a slow consumer on the laptop", () => {
  const slow: Record<string, Subscription[]> = {
    "door.opened": [{ entry: "consumers/greet", load, isSlow: true }],
  };

  it("holds up nothing that comes after its event", async () => {
    const { consumers, queues } = wireBus(slow, { store: engine.store, report });
    const held = Promise.withResolvers<void>();
    handler.mockReturnValue(held.promise);
    const queue = queues.get("consumers/greet")!;
    await queue.start();
    await createBus(consumers).publish([{ id: "e1", type: "door.opened", detail: { door: "front" } }]);
    expect(handler).toHaveBeenCalledWith(expect.objectContaining({ id: "e1", detail: { door: "front" } }));
    held.resolve();
    await queue.stop();
  });

  it("is tried again after one minute and after two more, as on Lambda, and then reported", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const { consumers, queues } = wireBus(slow, { store: engine.store, report });
    handler.mockRejectedValue(new Error("away"));
    const queue = queues.get("consumers/greet")!;
    await queue.start();
    await createBus(consumers).publish([{ id: "e1", type: "door.opened", detail: { door: "front" } }]);
    await queue.idle();
    for (const [seconds, calls] of [
      [59, 1],
      [1, 2],
      [119, 2],
      [1, 3],
    ] as const) {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      await queue.idle();
      expect(handler).toHaveBeenCalledTimes(calls);
    }
    expect(report).toHaveBeenCalledExactlyOnceWith('consumers/greet gave up on door.opened {"door":"front"}');
    await queue.stop();
  });
});

describe("a new kind of schedule", () => {
  const kinds: Record<string, ScheduleHandler> = {
    birthday: { entry: "timers/birthday", load, timeoutSeconds: 7, mostAtOnce: 4, maxEventAgeMinutes: 9 },
    lane: { queue: "doorbells" },
  };

  it("calls its function on the laptop with its subject and the time it was due", async () => {
    const fire = wireSchedules(kinds, async () => undefined);
    const scheduler = createScheduler({ store: engine.store, fire, onMissed: fire });
    await scheduler.put({
      ...{ name: "birthday", group: "ten_1", timezone: "UTC", windowMinutes: 60 },
      expression: "at(2020-05-01T12:00:00)",
      target: { kind: "birthday", tenantId: "ten_1" } as { kind: string },
    });
    await scheduler.start();
    await scheduler.idle();
    await scheduler.stop();
    expect(handler).toHaveBeenCalledExactlyOnceWith({
      tenantId: "ten_1",
      scheduledAt: "2020-05-01T12:00:00.000Z",
    });
  });

  it("has its function and its dead letters on AWS, under the names that platform/aws/ puts together", () => {
    const { stack, deployment } = aStack("timers/birthday");
    const queues = createKindQueues(stack, deployment, kinds);
    createKindFunctions(stack, deployment, kinds, queues);
    expect(queues.alarmed).toHaveLength(2);
    const template = Template.fromStack(stack);
    template.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "clawe-prod-birthday",
      Timeout: 7,
      ReservedConcurrentExecutions: 4,
      DeadLetterConfig: {
        TargetArn: { "Fn::GetAtt": [Match.stringLikeRegexp("^BirthdaySchedules"), "Arn"] },
      },
    });
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", { MaximumEventAgeInSeconds: 540 });
    template.hasResourceProperties("AWS::SQS::Queue", { QueueName: "clawe-prod-schedules-dead-birthday" });
    const targets = JSON.stringify(stack.resolve(targetsOf(stack, deployment, kinds)));
    for (const name of ["clawe-prod-birthday", "clawe-prod-lanes.fifo", "clawe-prod-schedules-dead-lane"])
      expect(targets).toContain(name);
  }, 60_000);

  it("is refused on the laptop while nothing handles it", async () => {
    const fire = wireSchedules({}, async () => undefined);
    const schedule = { name: "x", group: "ten_1", expression: "", timezone: "UTC", windowMinutes: 1 };
    await expect(fire({ ...schedule, target: { kind: "birthday" } }, new Date())).rejects.toThrow("birthday");
    expect(scheduleKinds).not.toContain("birthday");
  });
});

it("rings each workspace's lane when schedules of the same name are due in the same second", async () => {
  const ring = vi.fn(async (..._: unknown[]) => undefined);
  const fire = wireSchedules({ lane: { queue: "doorbells" } }, ring);
  const due = new Date("2026-05-01T12:00:00Z");
  for (const tenantId of ["ten_1", "ten_2"])
    await fire(
      {
        ...{ name: "lane-inky", group: tenantId, expression: "", timezone: "UTC", windowMinutes: 60 },
        target: { kind: "lane", tenantId, agentId: "inky" } as { kind: string },
      },
      due,
    );
  expect(ring.mock.calls).toEqual([
    [{ tenantId: "ten_1", agentId: "inky" }, "ten_1:inky-2026-05-01T12:00:00.000Z"],
    [{ tenantId: "ten_2", agentId: "inky" }, "ten_2:inky-2026-05-01T12:00:00.000Z"],
  ]);
});
