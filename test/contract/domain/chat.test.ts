// Chats: each agent answers one message at a time, in order; people, crashes and plans can end one.
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import * as Chat from "../../../core/chat/index.ts";
import { claim, findTurn } from "../../../core/chat/turn.ts";
import * as Quota from "../../../core/delivery/quota.ts";
import * as Idle from "../../../core/idle/index.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import { plans } from "../../../core/plan/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import { transact } from "../../../core/table/index.ts";
import type { TenantStatus } from "../../../core/tenant/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { createChatWorld } from "../../support/chat-world.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const world = createChatWorld();
const domain = useDomain(world.platform);
beforeAll(() => world.follow(domain.current));

let squad: Squad;
beforeEach(async () => {
  squad = await aWorkspace("active");
  world.messages.length = 0;
  world.hungUp.length = 0;
  world.deliveries = 1;
  world.autoAnswer = undefined;
});

const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };

async function aWorkspace(status: TenantStatus): Promise<Squad> {
  const made = await aSquad();
  await made.asService(async () => {
    await Squadhub.createRecord(cell);
    await Lifecycle.settle(status);
  });
  return made;
}

const ask = (text: string, agentId = "inky") => squad.asOwner(() => Chat.ask({ agentId, input: { text } }));
const chats = async (agentId = "inky"): Promise<Chat.Chat[]> => {
  const { items } = await squad.asOwner(() => Chat.list({ agentId, page: { limit: 100 } }));
  return items.toReversed();
};
const statuses = async (agentId?: string) => (await chats(agentId)).map(({ status }) => status);
const abort = ({ chatId }: Chat.Chat) => squad.asOwner(() => Chat.abort({ agentId: "inky", chatId }));
const turn = () => squad.asService(() => findTurn("inky"));
const runs = () =>
  squad.asService(async () =>
    (await Run.list({ limit: 9 })).items.map(({ workflow }) => workflow).slice(0, -1),
  );
const checkSchedules = () => [...domain.current.schedules.keys()].filter((key) => key.includes("/chat-"));

describe("a message to an agent", () => {
  test("streams its answer to the tenant's open pages and stores it whole", async () => {
    const other = await aWorkspace("active");
    const [page, strange] = [await world.aPage(squad), await world.aPage(other)];
    const operators = await world.aPage(squad, { ofOperator: true });
    const asked = await ask("What is our tone?");
    expect(asked).toMatchObject({ status: "queued", agentId: "inky", by: { type: "user", name: "Ada" } });
    const received = await world.message(0);
    expect(received).toMatchObject({ message: "What is our tone?", agentId: "inky" });
    expect(await chats()).toMatchObject([{ status: "answering", startedAt: expect.any(String) }]);
    received.say("Warm", " and");
    await vi.waitUntil(() => page.sent.length > 0, 20_000);
    received.say(" brief", ".");
    received.end();
    await world.settled();

    expect(page.sent.every(({ type, id }) => type === "chat.delta" && id === asked.chatId)).toBe(true);
    expect(page.sent.map(({ seq }) => seq)).toEqual(page.sent.map((_, at) => at));
    expect(page.sent.length).toBeGreaterThan(1);
    expect(page.sent.map(({ text }) => text).join("")).toBe("Warm and brief.");
    expect([...strange.sent, ...operators.sent]).toEqual([]);
    expect(await chats()).toMatchObject([
      { status: "done", answer: "Warm and brief.", endedAt: expect.any(String) },
    ]);
    expect(await turn()).toBeUndefined();
    expect(checkSchedules()).toEqual([]);
  });

  test("reaches pages in few deltas, however small the agent's pieces are", async () => {
    const page = await world.aPage(squad);
    await ask("Count");
    const received = await world.message(0);
    received.say(...Array.from({ length: 500 }, (_, at) => `${at} `));
    received.end();
    await world.settled();
    expect(page.sent.length).toBeLessThan(10);
    expect((await chats())[0]?.answer).toBe(page.sent.map(({ text }) => text).join(""));
  });

  test("waits for the previous message to the same agent, not to other agents", async () => {
    for (const text of ["first", "second", "third"]) await ask(text);
    await ask("to pixel", "pixel");
    const [first, pixel] = [await world.message(0), await world.message(1)];
    expect([first.message, pixel.message]).toEqual(["first", "to pixel"]);
    expect(await statuses()).toEqual(["answering", "queued", "queued"]);
    first.fail("failed");
    const second = await world.message(2);
    expect(second.message).toBe("second");
    expect(await statuses()).toEqual(["failed", "answering", "queued"]);
    for (const each of [second, pixel]) each.end();
    (await world.message(3)).end();
    await world.settled();
    expect(world.messages.map(({ message }) => message)).toEqual(["first", "to pixel", "second", "third"]);
  });

  test("is sent to its agent once, however often its event is delivered", async () => {
    world.deliveries = 3;
    world.autoAnswer = (message) => message.end();
    for (const text of ["one", "two", "three"]) await ask(text);
    await world.settled();
    expect(world.messages.map(({ message }) => message)).toEqual(["one", "two", "three"]);
  });

  test("has its answer cut off after 64 KB, with a note", async () => {
    await ask("Everything");
    const received = await world.message(0);
    for (let count = 0; count < 70; count++) received.say("é".repeat(512));
    received.end();
    await world.settled();
    const answer = (await chats())[0]?.answer ?? "";
    expect(answer).toMatch(/^é+…\n\n\(This answer was cut off after 64 KB\.\)$/);
    expect(Buffer.byteLength(answer)).toBeLessThan(65 * 1024);
  });

  test("says what to do when it has failed, and can be asked again", async () => {
    await ask("Hello");
    const received = await world.message(0);
    received.say("Half an ");
    received.fail("broken");
    await world.settled();
    expect(await chats()).toMatchObject([
      { status: "failed", answer: "Half an ", error: expect.stringMatching(/Ask again/) },
    ]);
    world.autoAnswer = (message) => message.end();
    await ask("Hello");
    await world.settled();
    expect(await statuses()).toEqual(["failed", "done"]);
  });

  test("is sent again until the gateway takes it, then never again", async () => {
    await ask("Hello");
    (await world.message(0)).fail("unreachable");
    const again = await world.message(1);
    again.say("Here");
    again.end();
    await world.settled();
    expect(await chats()).toMatchObject([{ status: "done", answer: "Here" }]);
  });

  test("is refused for an unknown agent", async () => {
    await expect(ask("Hello", "nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("aborting a message", () => {
  test("ends its answer within two seconds, keeps the part that arrived, and ends the agent's turn", async () => {
    const asked = await ask("A long story");
    (await world.message(0)).say("Once upon ");
    expect(await abort(asked)).toMatchObject({ status: "answering" });
    await world.settled();
    expect(await chats()).toMatchObject([{ status: "aborted", answer: "Once upon " }]);
    expect(world.hungUp).toEqual([asked.chatId]);
    expect(await abort(asked)).toMatchObject({ status: "aborted" });
  });

  test("withdraws a queued message, and the next one is answered", async () => {
    const [, second] = [await ask("one"), await ask("two"), await ask("three")];
    const first = await world.message(0);
    expect(await abort(second)).toMatchObject({ status: "aborted" });
    world.autoAnswer = (message) => message.end();
    first.end();
    await world.settled();
    expect(world.messages.map(({ message }) => message)).toEqual(["one", "three"]);
    expect(await statuses()).toEqual(["done", "aborted", "done"]);
  });

  test("changes nothing once the message has ended", async () => {
    world.autoAnswer = (message) => message.end();
    const asked = await ask("Hello");
    await world.settled();
    expect(await abort(asked)).toMatchObject({ status: "done" });
    expect(await statuses()).toEqual(["done"]);
  });
});

describe("a message to a squad that is not up", () => {
  beforeEach(() => {
    world.autoAnswer = (message) => message.end();
  });
  const to = (status: TenantStatus) => squad.asService(() => Lifecycle.settle(status));

  test("wakes a sleeping squad once and is answered when its gateway reports ready", async () => {
    await to("sleeping");
    for (const text of ["one", "two", "three"]) await ask(text);
    await world.settled();
    expect(await runs()).toEqual(["wake"]);
    expect(await statuses()).toEqual(["queued", "queued", "queued"]);
    await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "boot", version: "1", agents: ["inky"] }));
    await world.settled();
    expect(world.messages.map(({ message }) => message)).toEqual(["one", "two", "three"]);
  });

  test("wakes a squad that was falling asleep as soon as it sleeps", async () => {
    await to("stopping");
    await ask("Hello");
    await world.settled();
    await squad.asService(Lifecycle.fallAsleep);
    await world.settled();
    expect(await runs()).toEqual(["wake"]);
    await to("active");
    await world.settled();
    expect(await statuses()).toEqual(["done"]);
  });

  test("is queued again when the squad falls asleep before it took the message", async () => {
    world.autoAnswer = undefined;
    await ask("Hello");
    const received = await world.message(0);
    await to("stopping");
    received.fail("unreachable");
    await world.settled();
    expect(await statuses()).toEqual(["queued"]);
    expect(await turn()).toBeUndefined();
    world.autoAnswer = (message) => message.end();
    await squad.asService(Lifecycle.fallAsleep);
    await to("active");
    await world.settled();
    expect(await statuses()).toEqual(["done"]);
  });

  test.each(["stopped", "error", "suspended", "deprovisioning"] as const)(
    "fails when the squad ends as %s, and further messages are refused",
    async (status) => {
      await to("starting");
      for (const text of ["one", "two"]) await ask(text);
      await world.settled();
      expect(await statuses()).toEqual(["queued", "queued"]);
      await to(status);
      await world.settled();
      const [one, two] = await chats();
      expect([one?.status, two?.status]).toEqual(["failed", "failed"]);
      await expect(ask("three")).rejects.toMatchObject({ code: "conflict", message: one?.error });
      expect(world.messages).toEqual([]);
    },
  );
});

describe("a writer that dies while it answers", () => {
  const start = new Date("2026-05-01T12:00:00.000Z");
  const advance = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
  let claimed: Chat.Chat;

  /** A message whose writer has claimed it and died, and one queued after it. */
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: start });
    onTestFinished(() => void vi.useRealTimers());
    await squad.asService(() => Lifecycle.settle("starting"));
    claimed = await ask("claimed");
    await ask("next");
    await world.settled();
    const { tenantId } = squad;
    await squad.asService(() => claim({ tenantId, agentId: "inky", chatId: claimed.chatId }));
    await squad.asService(() => Lifecycle.settle("active"));
    await world.settled();
  });

  test("is waited for until its lease ends, and is then found by its check schedule", async () => {
    expect(await statuses()).toEqual(["answering", "queued"]);
    expect(checkSchedules()).toEqual([`${squad.tenantId}/chat-${claimed.chatId}`]);
    expect(domain.current.schedules.get(checkSchedules()[0]!)).toMatchObject({
      expression: "at(2026-05-01T12:02:00)",
      target: { kind: "chat", tenantId: squad.tenantId },
    });
    advance(30);
    await world.runCheck(squad.tenantId);
    await world.settled();
    expect(await statuses()).toEqual(["answering", "queued"]);
    expect(domain.current.schedules.get(checkSchedules()[0]!)?.expression).toBe("at(2026-05-01T12:02:30)");

    world.autoAnswer = (message) => message.end();
    advance(31);
    await world.runCheck(squad.tenantId);
    await world.settled();
    expect(await chats()).toMatchObject([
      { status: "failed", error: expect.stringMatching(/interrupted.*Ask again/) },
      { status: "done" },
    ]);
    // The agent's turn is ended, and the message is not sent again.
    expect(world.hungUp).toEqual([claimed.chatId]);
    expect(world.messages.map(({ message }) => message)).toEqual(["next"]);
    expect(checkSchedules()).toEqual([]);
  });

  test("keeps the squad awake until it is found", async () => {
    const { idleMinutes } = plans.medium;
    plans.medium.idleMinutes = 15;
    onTestFinished(() => {
      plans.medium.idleMinutes = idleMinutes;
    });
    await squad.asService(Idle.extendDeadline);
    advance(16 * 60);
    await squad.asService(Idle.sleepIfIdle);
    expect(await squad.asService(async () => (await Tenant.current()).status)).toBe("active");
    world.autoAnswer = (message) => message.end();
    await world.runCheck(squad.tenantId);
    await world.settled();
    advance(16 * 60);
    await squad.asService(Idle.sleepIfIdle);
    expect(await squad.asService(async () => (await Tenant.current()).status)).toBe("stopping");
  });

  test("writes nothing when it was only slow and its turn has been taken", async () => {
    advance(61);
    await world.runCheck(squad.tenantId);
    const slow = await world.message(0);
    expect(slow.message).toBe("next");
    // The writer hangs for longer than its lease, and another one ends its message.
    advance(61);
    await world.runCheck(squad.tenantId);
    slow.say("too late");
    slow.end();
    await world.settled();
    expect(await chats()).toMatchObject([{ status: "failed" }, { status: "failed" }]);
    expect((await chats())[1]).not.toHaveProperty("answer");
  });
});

describe("the plan's messages an hour", () => {
  test("count chats and notifications alike, and refuse a message beyond them", async () => {
    const { messagesPerHour } = plans.medium;
    plans.medium.messagesPerHour = 3;
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T12:40:00.000Z") });
    onTestFinished(() => {
      plans.medium.messagesPerHour = messagesPerHour;
      vi.useRealTimers();
    });
    world.autoAnswer = (message) => message.end();
    // Counts a delivered notification.
    await squad.asService(() => transact(Quota.countWrite(Date.now())));
    const asked = await Promise.allSettled(["one", "two", "three"].map((text) => ask(text)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(asked.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        code: "rate_limited",
        retryAfter: 1200,
        message: expect.stringMatching(/3 agent messages.*13:00 UTC/),
      },
    });
    expect(await squad.asService(() => Quota.messagesThisHour(Date.now()))).toBe(3);
    await world.settled();
    expect(await statuses()).toEqual(["done", "done"]);
    vi.setSystemTime(new Date("2026-05-01T13:00:00.000Z"));
    await ask("four");
    await world.settled();
    expect(await statuses()).toEqual(["done", "done", "done"]);
  });
});
