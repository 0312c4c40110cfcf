// Lanes: notifications are sent in order, retried later on failure, and sent at once when the agent is free.
import type { SQSEvent } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import * as Check from "../../../core/delivery/check.ts";
import * as Doorbell from "../../../core/delivery/doorbell.ts";
import * as Lane from "../../../core/delivery/lane.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import * as Lanes from "../../../core/operator/lanes.ts";
import { defaultPlan, plans } from "../../../core/plan/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { handler as drain } from "../../../functions/consumers/drain-lane.ts";
import { handler as retryLane } from "../../../functions/consumers/retry-lane.ts";
import { createQueue, type Queue } from "../../../local/queue.ts";
import type { ForwardRequest, ForwardResponse } from "../../../platform/types/gateway.ts";
import type { LaneRef, Doorbell as RingRequest } from "../../../platform/types/lanes.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const accepted: ForwardResponse = { ok: true, value: {} };
const busy: ForwardResponse = { ok: false, reason: "busy", message: "The gateway answered 409." };

/** The messages the agent has received, and the gateway's answer to the next one. */
let received: string[] = [];
let answer: () => ForwardResponse | Promise<ForwardResponse>;
let delayedRings: { lane: LaneRef; seconds: number }[] = [];
let doorbells: Queue;

/** The deduplication ids of the doorbells so far. */
let rings: string[] = [];
const ringBell = ({ tenantId, agentId, clearBackoff }: RingRequest, dedupId: string) => {
  rings.push(dedupId);
  return doorbells.send(
    `${tenantId}:${agentId}`,
    JSON.stringify({ tenantId, agentId, clearBackoff }),
    dedupId,
  );
};

const domain = useDomain({
  async forward({ call }: ForwardRequest) {
    if (call.kind !== "send") throw new Error(`unexpected ${call.kind}`);
    const response = await answer();
    if (response.ok) received.push(call.message.split("\n\n")[1]!);
    return response;
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
    ringLater: async (lane, seconds) => void delayedRings.push({ lane, seconds }),
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
    onDeadLetter: ({ body }) => expect.fail(`a doorbell went to the dead-letter queue: ${body}`),
  });
  await doorbells.start();
});
afterAll(() => doorbells.stop());

let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
  const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };
  await squad.asService(() => Squadhub.createRecord(cell));
  await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "boot", version: "1", agents: ["inky"] }));
  [received, delayedRings, rings] = [[], [], []];
  answer = () => accepted;
});

let writes = 0;
/** Writes notifications and rings for each, as the change stream does. */
async function notify(...contents: string[]) {
  for (const content of contents) {
    await squad.asSquadhub(() => Notification.notify({ agentId: "inky", content, by: "main" }));
    await ringBell({ tenantId: squad.tenantId, agentId: "inky" }, `write-${writes++}`);
  }
  await doorbells.idle();
}
const reportIdle = () => squad.asSquadhub(() => Doorbell.reportIdle({ bootId: "boot", agentId: "inky" }));
const collect = async () => (await squad.asSquadhub(() => Check.check("inky"))).map(({ content }) => content);
const lane = () => squad.asService(() => Lane.find("inky"));
/** The lanes of this squad in the operators' list of parked lanes. */
const listParked = async () =>
  (await Lanes.listParked({ limit: 100 })).items.filter(({ tenantId }) => tenantId === squad.tenantId);
const schedules = () => [...domain.current.schedules.keys()].filter((key) => key.startsWith(squad.tenantId));

/** Goes to the time of the lane's next attempt and rings, as the delay queue or the schedule does. */
async function nextAttempt() {
  const { nextAttemptAt } = (await lane())!;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(nextAttemptAt) });
  onTestFinished(() => void vi.useRealTimers());
  await ringBell({ tenantId: squad.tenantId, agentId: "inky" }, `attempt-${writes++}`);
  await doorbells.idle();
}

describe("a lane whose agent is busy", () => {
  beforeEach(() => {
    answer = () => busy;
  });

  it("is retried after 5, 15 and 45 seconds, then parked with a schedule", async () => {
    await notify("one");
    await nextAttempt();
    await nextAttempt();
    expect(await lane()).toMatchObject({ state: "retrying", attempt: 3, reason: "busy" });
    expect(delayedRings).toEqual(
      [5, 15, 45].map((seconds) => ({ lane: { tenantId: squad.tenantId, agentId: "inky" }, seconds })),
    );
    expect(schedules()).toEqual([]);
    expect(await listParked()).toEqual([]);
    await nextAttempt();
    expect(await lane()).toMatchObject({ state: "parked", attempt: 4 });
    expect(await listParked()).toMatchObject([{ agentId: "inky", attempt: 4, reason: "busy" }]);
    expect(schedules()).toEqual([`${squad.tenantId}/lane-inky`]);
  });

  it("does nothing when it rings before the next attempt is due", async () => {
    await notify("one");
    answer = () => accepted;
    await notify("two");
    expect(received).toEqual([]);
    await nextAttempt();
    expect(received).toEqual(["one", "two"]);
    expect(await lane()).toBeUndefined();
  });

  it("is drained at once and in order when the agent is free between retries", async () => {
    await notify("one", "two");
    answer = () => (received.length < 1 ? accepted : busy);
    await reportIdle();
    await doorbells.idle();
    expect(received).toEqual(["one"]);
    expect(await lane()).toMatchObject({ state: "retrying", attempt: 1 });
    answer = () => accepted;
    await notify("three");
    await reportIdle();
    await doorbells.idle();
    expect(received).toEqual(["one", "two", "three"]);
    expect(await lane()).toBeUndefined();
  });

  it("is drained at once when the agent is free while it is parked, and its schedule is deleted", async () => {
    await notify("one");
    for (let attempt = 2; attempt <= 7; attempt++) await nextAttempt();
    expect(await lane()).toMatchObject({ state: "parked", attempt: 7 });
    answer = () => accepted;
    await reportIdle();
    await doorbells.idle();
    expect(received).toEqual(["one"]);
    expect(schedules()).toEqual([]);
    expect(await listParked()).toEqual([]);
  });

  it("is drained at once when the agent is free before the refusal has been saved", async () => {
    const refusing = Promise.withResolvers<void>();
    const refused = Promise.withResolvers<ForwardResponse>();
    answer = () => {
      refusing.resolve();
      return refused.promise;
    };
    const notified = notify("one", "two");
    await refusing.promise;
    await reportIdle();
    answer = () => accepted;
    refused.resolve(busy);
    await notified;
    await doorbells.idle();
    expect(received).toEqual(["one", "two"]);
    expect(await lane()).toBeUndefined();
  });

  it("is empty once the agent has collected its notifications, and a later report of idleness sends nothing", async () => {
    await notify("one");
    expect(await collect()).toEqual(["one"]);
    await doorbells.idle();
    expect(await lane()).toBeUndefined();
    answer = () => accepted;
    await reportIdle();
    await doorbells.idle();
    expect(received).toEqual([]);
    const { items } = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
    expect(items.map(({ status }) => status)).toEqual(["delivered"]);
  });

  it("is drained at once when its squadhub comes up again", async () => {
    await notify("one");
    answer = () => accepted;
    await squad.asSquadhub(() => Doorbell.ringAll("ready-boot-2", { clearBackoff: true }));
    await doorbells.idle();
    expect(received).toEqual(["one"]);
  });
});

describe("a lane whose squadhub was stopped by a failure", () => {
  /** Leaves the workspace as a failed wake does. */
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

  it("has no stored state when nothing is pending", async () => {
    await stop();
    expect(await lane()).toBeUndefined();
    expect(schedules()).toEqual([]);
  });

  it("is parked, restarts the squadhub by its attempts, and is drained then", async () => {
    answer = () => busy;
    await notify("one");
    await stop();
    const attempts = async () => {
      expect(await lane()).toMatchObject({ reason: "unreachable" });
      return (await lane())!.attempt;
    };
    await nextAttempt();
    while ((await status()) === "stopped") {
      expect(await attempts()).toBeLessThan(8);
      await nextAttempt();
    }
    expect(await status()).toBe("starting");
    expect(await lane()).toMatchObject({ state: "parked" });
    expect(schedules()).toEqual([`${squad.tenantId}/lane-inky`]);

    answer = () => accepted;
    await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "boot-2", version: "1", agents: ["inky"] }));
    await squad.asSquadhub(() => Doorbell.ringAll("ready-boot-2", { clearBackoff: true }));
    await doorbells.idle();
    expect(received).toEqual(["one"]);
    expect(schedules()).toEqual([]);
  });

  it("gives up notifications older than 24 hours", async () => {
    await stop();
    await notify("one");
    const { items } = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
    const tomorrow = new Date(Date.parse(items[0]!.createdAt) + 24 * 3600 * 1000 + 1000);
    vi.useFakeTimers({ toFake: ["Date"], now: tomorrow });
    onTestFinished(() => void vi.useRealTimers());
    await notify("two");
    const after = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
    const statuses = new Map(after.items.map(({ content, status }) => [content, status]));
    expect(statuses).toEqual(
      new Map([
        ["two", "pending"],
        ["one", "undeliverable"],
      ]),
    );
    expect(received).toEqual([]);
  });
});

it("unparks a lane once its agent has collected everything, and sends the next notification", async () => {
  answer = () => busy;
  await notify("one", "two");
  for (let attempt = 2; attempt <= 5; attempt++) await nextAttempt();
  expect(schedules()).toHaveLength(1);
  expect(await collect()).toEqual(["one", "two"]);
  answer = () => accepted;
  await doorbells.idle();
  expect(schedules()).toEqual([]);
  expect(await lane()).toBeUndefined();
  await notify("three");
  expect(received).toEqual(["three"]);
});

it("does not let a check collect a notification that is being sent, or later ones", async () => {
  const sending = Promise.withResolvers<void>();
  const sent = Promise.withResolvers<ForwardResponse>();
  answer = () => {
    sending.resolve();
    return sent.promise;
  };
  const notified = notify("one", "two");
  await sending.promise;
  expect(await collect()).toEqual([]);
  answer = () => accepted;
  sent.resolve(accepted);
  await notified;
  expect(received).toEqual(["one", "two"]);
  expect(await collect()).toEqual([]);
});

it("lets a check collect a notification that the gateway has refused", async () => {
  answer = () => busy;
  await notify("one");
  expect(await collect()).toEqual(["one"]);
  expect(received).toEqual([]);
});

it("leaves the rest of a slow lane to another doorbell after a minute", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  answer = () => {
    vi.setSystemTime(Date.now() + 20_000);
    return accepted;
  };
  domain.current.use();
  const contents = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
  for (const content of contents)
    await squad.asSquadhub(() => Notification.notify({ agentId: "inky", content, by: "main" }));
  await ringBell({ tenantId: squad.tenantId, agentId: "inky" }, `slow-${writes++}`);
  await doorbells.idle();
  expect(received).toEqual(contents);
  // The first drain stops after four messages of 20 s.
  expect(rings).toEqual([expect.stringMatching(/^slow-/), expect.stringMatching(/^evt_/)]);
});

it("retries a lane when its delayed doorbell arrives", async () => {
  answer = () => busy;
  await notify("one");
  answer = () => accepted;
  const { nextAttemptAt } = (await lane())!;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(nextAttemptAt) });
  onTestFinished(() => void vi.useRealTimers());
  const body = JSON.stringify(delayedRings[0]!.lane);
  await retryLane({ Records: [{ messageId: squad.tenantId, body }] } as unknown as SQSEvent);
  await doorbells.idle();
  expect(received).toEqual(["one"]);
});

it("answers not found to a report of idleness for an unknown agent", async () => {
  const report = async () => Doorbell.reportIdle({ bootId: "boot", agentId: "nobody" });
  await expect(squad.asSquadhub(report)).rejects.toMatchObject({ code: "not_found" });
});

describe("the plan’s messages an hour", () => {
  beforeEach(() => {
    const { messagesPerHour } = plans[defaultPlan];
    plans[defaultPlan].messagesPerHour = 2;
    onTestFinished(() => {
      plans[defaultPlan].messagesPerHour = messagesPerHour;
    });
  });

  it("park the lane when they are used up, with one activity, until the next hour", async () => {
    await notify("one", "two", "three", "four");
    expect(received).toEqual(["one", "two"]);
    expect(await lane()).toMatchObject({ state: "parked", reason: "quota" });
    expect((await squad.feed()).filter((line) => line.startsWith("messages_held"))).toHaveLength(1);

    // A squadhub that comes up again clears the back-off, but not the quota of the hour.
    await squad.asSquadhub(() => Doorbell.ringAll("boot-2", { clearBackoff: true }));
    await doorbells.idle();
    expect(received).toEqual(["one", "two"]);
    expect((await squad.feed()).filter((line) => line.startsWith("messages_held"))).toHaveLength(1);

    await nextAttempt();
    expect(received).toEqual(["one", "two", "three", "four"]);
    expect(await lane()).toBeUndefined();
  });
});
