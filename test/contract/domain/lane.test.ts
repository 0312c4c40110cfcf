// Lanes: what waits for an agent is sent in order, again later when it cannot be, and at once when the agent is free.
import type { SQSEvent } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import * as Check from "../../../core/delivery/check.ts";
import * as Doorbell from "../../../core/delivery/doorbell.ts";
import * as Lane from "../../../core/delivery/lane.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import * as Lanes from "../../../core/operator/lanes.ts";
import { plans, unbilled } from "../../../core/plan/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { handler as drain } from "../../../functions/consumers/drain-lane.ts";
import { handler as ringAgain } from "../../../functions/consumers/retry-lane.ts";
import { createQueue, type Queue } from "../../../local/queue.ts";
import type { ForwardRequest, ForwardResponse } from "../../../platform/types/gateway.ts";
import type { LaneRef, Doorbell as RingRequest } from "../../../platform/types/lanes.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const accepted: ForwardResponse = { ok: true, value: {} };
const busy: ForwardResponse = { ok: false, reason: "busy", message: "The gateway answered 409." };

/** What the agent has got, and what the gateway answers to the next message. */
let got: string[] = [];
let answer: () => ForwardResponse | Promise<ForwardResponse>;
let later: { lane: LaneRef; seconds: number }[] = [];
let doorbells: Queue;

const ringBell = ({ tenantId, agentId, clearBackoff }: RingRequest, dedupId: string) =>
  doorbells.send(`${tenantId}:${agentId}`, JSON.stringify({ tenantId, agentId, clearBackoff }), dedupId);

const domain = useDomain({
  async forward({ call }: ForwardRequest) {
    if (call.kind !== "send") throw new Error(`unexpected ${call.kind}`);
    const given = await answer();
    if (given.ok) got.push(call.message.split("\n\n")[1]!);
    return given;
  },
  secrets: {
    create: async () => "secret",
    read: async () => ({ gatewayToken: "g", squadhubToken: "s", hooksToken: "h" }),
    replace: async () => undefined,
    goBack: async () => undefined,
    delete: async () => undefined,
  },
  lanes: {
    ring: ringBell,
    ringLater: async (lane, seconds) => void later.push({ lane, seconds }),
    retryAfter: (receiptHandle, seconds) => doorbells.changeVisibility(receiptHandle, seconds),
    deadLetters: async () => [],
    redrive: async () => 0,
  },
});

beforeAll(async () => {
  doorbells = createQueue({
    store: domain.current.engine.store,
    name: "doorbells",
    visibilitySeconds: 60,
    maxReceives: 5,
    handler: drain,
    onDeadLetter: ({ body }) => expect.fail(`a doorbell is dead: ${body}`),
  });
  await doorbells.start();
});
afterAll(() => doorbells.stop());

let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
  const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };
  await squad.asService(() => Squadhub.begin(cell));
  await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "boot", version: "1", agents: ["inky"] }));
  [got, later] = [[], []];
  answer = () => accepted;
});

let writes = 0;
/** Writes notifications and rings for each, as the change stream does. */
async function tell(...contents: string[]) {
  for (const content of contents) {
    await squad.asSquadhub(() => Notification.notify({ agentId: "inky", content, by: "main" }));
    await ringBell({ tenantId: squad.tenantId, agentId: "inky" }, `write-${writes++}`);
  }
  await doorbells.idle();
}
const idle = () => squad.asSquadhub(() => Doorbell.reportIdle({ bootId: "boot", agentId: "inky" }));
const collect = async () => (await squad.asSquadhub(() => Check.check("inky"))).map(({ content }) => content);
const lane = () => squad.asService(() => Lane.stateOf("inky"));
/** Whether operators see it in their list of what is parked, and how. */
const listed = async () =>
  (await Lanes.listParked({ limit: 100 })).items.filter(({ tenantId }) => tenantId === squad.tenantId);
const schedules = () => [...domain.current.schedules.keys()].filter((key) => key.startsWith(squad.tenantId));

/** Goes to the time of the lane's next try and rings, as the delay or the schedule does. */
async function nextTry() {
  const { nextAttemptAt } = (await lane())!;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(nextAttemptAt) });
  onTestFinished(() => void vi.useRealTimers());
  await ringBell({ tenantId: squad.tenantId, agentId: "inky" }, `try-${writes++}`);
  await doorbells.idle();
}

describe("a lane whose agent is busy", () => {
  beforeEach(() => {
    answer = () => busy;
  });

  it("is tried again after 5, 15 and 45 seconds, then parked for a schedule", async () => {
    await tell("one");
    await nextTry();
    await nextTry();
    expect(await lane()).toMatchObject({ state: "retrying", attempt: 3, reason: "busy" });
    expect(later).toEqual(
      [5, 15, 45].map((seconds) => ({ lane: { tenantId: squad.tenantId, agentId: "inky" }, seconds })),
    );
    expect(schedules()).toEqual([]);
    expect(await listed()).toEqual([]);
    await nextTry();
    expect(await lane()).toMatchObject({ state: "parked", attempt: 4 });
    expect(await listed()).toMatchObject([{ agentId: "inky", attempt: 4, reason: "busy" }]);
    expect(schedules()).toEqual([`${squad.tenantId}/lane-inky`]);
  });

  it("does nothing when it is rung before its time", async () => {
    await tell("one");
    answer = () => accepted;
    await tell("two");
    expect(got).toEqual([]);
    await nextTry();
    expect(got).toEqual(["one", "two"]);
    expect(await lane()).toBeUndefined();
  });

  it("is served at once and in order when the agent is free, while it waits for its next try", async () => {
    await tell("one", "two");
    answer = () => (got.length < 1 ? accepted : busy);
    await idle();
    await doorbells.idle();
    expect(got).toEqual(["one"]);
    expect(await lane()).toMatchObject({ state: "retrying", attempt: 1 });
    answer = () => accepted;
    await tell("three");
    await idle();
    await doorbells.idle();
    expect(got).toEqual(["one", "two", "three"]);
    expect(await lane()).toBeUndefined();
  });

  it("is served at once when the agent is free, while it is parked, and its schedule is gone", async () => {
    await tell("one");
    for (let attempt = 2; attempt <= 7; attempt++) await nextTry();
    expect(await lane()).toMatchObject({ state: "parked", attempt: 7 });
    answer = () => accepted;
    await idle();
    await doorbells.idle();
    expect(got).toEqual(["one"]);
    expect(schedules()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it("is served at once when the agent is free before the refusal has been written down", async () => {
    const refusing = Promise.withResolvers<void>();
    const refused = Promise.withResolvers<ForwardResponse>();
    answer = () => {
      refusing.resolve();
      return refused.promise;
    };
    const told = tell("one", "two");
    await refusing.promise;
    await idle();
    answer = () => accepted;
    refused.resolve(busy);
    await told;
    await doorbells.idle();
    expect(got).toEqual(["one", "two"]);
    expect(await lane()).toBeUndefined();
  });

  it("is empty when the agent has collected what waits, and its report of being free does no harm", async () => {
    await tell("one");
    expect(await collect()).toEqual(["one"]);
    await doorbells.idle();
    expect(await lane()).toBeUndefined();
    answer = () => accepted;
    await idle();
    await doorbells.idle();
    expect(got).toEqual([]);
    const { items } = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
    expect(items.map(({ status }) => status)).toEqual(["delivered"]);
  });

  it("is served at once when its squadhub has come up again", async () => {
    await tell("one");
    answer = () => accepted;
    await squad.asSquadhub(() => Doorbell.ringAll("ready-boot-2", { clearBackoff: true }));
    await doorbells.idle();
    expect(got).toEqual(["one"]);
  });
});

describe("a lane whose squadhub a failure has stopped", () => {
  /** As a wake that failed leaves the workspace. */
  const stop = async () => {
    await squad.asService(async () => {
      await Lifecycle.settle("sleeping");
      const { runId } = await Lifecycle.start("wake");
      await Squadhub.forgetReady();
      await Run.finish(runId, { status: "failed" });
      await Lifecycle.settle("stopped");
      await Doorbell.ringAll(`stopped-${runId}`, { clearBackoff: false });
    });
    await doorbells.idle();
  };
  const status = () => squad.asService(async () => (await Tenant.current()).status);

  it("has no state when nothing waits in it", async () => {
    await stop();
    expect(await lane()).toBeUndefined();
    expect(schedules()).toEqual([]);
  });

  it("is parked, and its tries start the squadhub again; then it is served", async () => {
    answer = () => busy;
    await tell("one");
    await stop();
    const attempts = async () => {
      expect(await lane()).toMatchObject({ reason: "unreachable" });
      return (await lane())!.attempt;
    };
    await nextTry();
    while ((await status()) === "stopped") {
      expect(await attempts()).toBeLessThan(8);
      await nextTry();
    }
    expect(await status()).toBe("starting");
    expect(await lane()).toMatchObject({ state: "parked" });
    expect(schedules()).toEqual([`${squad.tenantId}/lane-inky`]);

    answer = () => accepted;
    await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "boot-2", version: "1", agents: ["inky"] }));
    await squad.asSquadhub(() => Doorbell.ringAll("ready-boot-2", { clearBackoff: true }));
    await doorbells.idle();
    expect(got).toEqual(["one"]);
    expect(schedules()).toEqual([]);
  });

  it("gives up what is older than 24 hours", async () => {
    await stop();
    await tell("one");
    const { items } = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
    const tomorrow = new Date(Date.parse(items[0]!.createdAt) + 24 * 3600 * 1000 + 1000);
    vi.useFakeTimers({ toFake: ["Date"], now: tomorrow });
    onTestFinished(() => void vi.useRealTimers());
    await tell("two");
    const after = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
    const statuses = new Map(after.items.map(({ content, status }) => [content, status]));
    expect(statuses).toEqual(
      new Map([
        ["two", "pending"],
        ["one", "undeliverable"],
      ]),
    );
    expect(got).toEqual([]);
  });
});

it("is parked no more when its agent has collected what waits: its schedule is gone, and what comes next goes out", async () => {
  answer = () => busy;
  await tell("one", "two");
  for (let attempt = 2; attempt <= 5; attempt++) await nextTry();
  expect(schedules()).toHaveLength(1);
  expect(await collect()).toEqual(["one", "two"]);
  answer = () => accepted;
  await doorbells.idle();
  expect(schedules()).toEqual([]);
  expect(await lane()).toBeUndefined();
  await tell("three");
  expect(got).toEqual(["three"]);
});

it("keeps from the agent’s own check what is on its way to the gateway, and what comes after that", async () => {
  const sending = Promise.withResolvers<void>();
  const sent = Promise.withResolvers<ForwardResponse>();
  answer = () => {
    sending.resolve();
    return sent.promise;
  };
  const told = tell("one", "two");
  await sending.promise;
  expect(await collect()).toEqual([]);
  answer = () => accepted;
  sent.resolve(accepted);
  await told;
  expect(got).toEqual(["one", "two"]);
  expect(await collect()).toEqual([]);
});

it("lets the agent’s own check have what the gateway has not taken", async () => {
  answer = () => busy;
  await tell("one");
  expect(await collect()).toEqual(["one"]);
  expect(got).toEqual([]);
});

it("goes on where it was when it rings in mid-way, so that no function runs out of time", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  let most = 0;
  let began = Date.now();
  answer = () => {
    most = Math.max(most, Date.now() - began);
    vi.setSystemTime(Date.now() + 20_000);
    return accepted;
  };
  domain.current.use();
  const contents = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
  for (const content of contents)
    await squad.asSquadhub(() => Notification.notify({ agentId: "inky", content, by: "main" }));
  began = Date.now();
  await ringBell({ tenantId: squad.tenantId, agentId: "inky" }, `slow-${writes++}`);
  await doorbells.idle();
  expect(got).toEqual(contents);
});

it("is rung for its next try by the doorbell that was sent later", async () => {
  answer = () => busy;
  await tell("one");
  answer = () => accepted;
  const { nextAttemptAt } = (await lane())!;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(nextAttemptAt) });
  onTestFinished(() => void vi.useRealTimers());
  const body = JSON.stringify(later[0]!.lane);
  await ringAgain({ Records: [{ messageId: squad.tenantId, body }] } as unknown as SQSEvent);
  await doorbells.idle();
  expect(got).toEqual(["one"]);
});

it("is nobody's for an agent that the squad does not have", async () => {
  const report = async () => Doorbell.reportIdle({ bootId: "boot", agentId: "nobody" });
  await expect(squad.asSquadhub(report)).rejects.toMatchObject({ code: "not_found" });
});

describe("a plan’s messages of an hour", () => {
  beforeEach(() => {
    const { messagesPerHour } = plans[unbilled];
    plans[unbilled].messagesPerHour = 2;
    onTestFinished(() => {
      plans[unbilled].messagesPerHour = messagesPerHour;
    });
  });

  it("hold the lane when they are used up, which the feed says once; it goes on in the next hour", async () => {
    await tell("one", "two", "three", "four");
    expect(got).toEqual(["one", "two"]);
    expect(await lane()).toMatchObject({ state: "parked", reason: "quota" });
    expect((await squad.feed()).filter((line) => line.startsWith("messages_held"))).toHaveLength(1);

    // A squadhub that comes up again tries at once; the hour has not changed for that.
    await squad.asSquadhub(() => Doorbell.ringAll("boot-2", { clearBackoff: true }));
    await doorbells.idle();
    expect(got).toEqual(["one", "two"]);
    expect((await squad.feed()).filter((line) => line.startsWith("messages_held"))).toHaveLength(1);

    await nextTry();
    expect(got).toEqual(["one", "two", "three", "four"]);
    expect(await lane()).toBeUndefined();
  });
});
