// Chats: asked in order, answered one at a time of an agent, ended by people, crashes and plans.
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import * as Chat from "../../../core/chat/index.ts";
import { claim, turnOf } from "../../../core/chat/turn.ts";
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
  world.heard.length = 0;
  world.hungUp.length = 0;
  world.deliveries = 1;
  world.auto = undefined;
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

const asking = (text: string, agentId = "inky") =>
  squad.asOwner(() => Chat.ask({ agentId, input: { text } }));
const chats = async (agentId = "inky"): Promise<Chat.Chat[]> => {
  const { items } = await squad.asOwner(() => Chat.list({ agentId, page: { limit: 100 } }));
  return items.toReversed();
};
const statuses = async (agentId?: string) => (await chats(agentId)).map(({ status }) => status);
const stopping = ({ chatId }: Chat.Chat) => squad.asOwner(() => Chat.abort({ agentId: "inky", chatId }));
const turn = () => squad.asService(() => turnOf("inky"));
const runs = () =>
  squad.asService(async () =>
    (await Run.list({ limit: 9 })).items.map(({ workflow }) => workflow).slice(0, -1),
  );
const looks = () => [...domain.current.schedules.keys()].filter((key) => key.includes("/chat-"));

describe("a message to an agent", () => {
  test("is answered: to the tenant's open pages as it is said, to the table whole", async () => {
    const other = await aWorkspace("active");
    const [page, strange] = [await world.aPage(squad), await world.aPage(other)];
    const operators = await world.aPage(squad, { ofOperator: true });
    const asked = await asking("What is our tone?");
    expect(asked).toMatchObject({ status: "queued", agentId: "inky", by: { type: "user", name: "Ada" } });
    const heard = await world.message(0);
    expect(heard).toMatchObject({ message: "What is our tone?", agentId: "inky" });
    expect(await chats()).toMatchObject([{ status: "answering", startedAt: expect.any(String) }]);
    heard.say("Warm", " and");
    await vi.waitUntil(() => page.sent.length > 0, 20_000);
    heard.say(" brief", ".");
    heard.end();
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
    expect(looks()).toEqual([]);
  });

  test("comes to pages in few pieces, however small the agent makes them", async () => {
    const page = await world.aPage(squad);
    await asking("Count");
    const heard = await world.message(0);
    heard.say(...Array.from({ length: 500 }, (_, at) => `${at} `));
    heard.end();
    await world.settled();
    expect(page.sent.length).toBeLessThan(10);
    expect((await chats())[0]?.answer).toBe(page.sent.map(({ text }) => text).join(""));
  });

  test("waits until the one before it is over; other agents do not", async () => {
    for (const text of ["first", "second", "third"]) await asking(text);
    await asking("to pixel", "pixel");
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
    expect(world.heard.map(({ message }) => message)).toEqual(["first", "to pixel", "second", "third"]);
  });

  test("is handed to its agent once, however often its event comes", async () => {
    world.deliveries = 3;
    world.auto = (heard) => heard.end();
    for (const text of ["one", "two", "three"]) await asking(text);
    await world.settled();
    expect(world.heard.map(({ message }) => message)).toEqual(["one", "two", "three"]);
  });

  test("is cut, with a mark, where it gets too long for an item", async () => {
    await asking("Everything");
    const heard = await world.message(0);
    for (let count = 0; count < 70; count++) heard.say("é".repeat(512));
    heard.end();
    await world.settled();
    const answer = (await chats())[0]?.answer ?? "";
    expect(answer).toMatch(/^é+…\n\n\(Cut: the answer was longer than 64 KB\.\)$/);
    expect(Buffer.byteLength(answer)).toBeLessThan(65 * 1024);
  });

  test("can be asked again after it failed, which says what to do", async () => {
    await asking("Hello");
    const heard = await world.message(0);
    heard.say("Half an ");
    heard.fail("broken");
    await world.settled();
    expect(await chats()).toMatchObject([
      { status: "failed", answer: "Half an ", error: expect.stringMatching(/Ask again/) },
    ]);
    world.auto = (each) => each.end();
    await asking("Hello");
    await world.settled();
    expect(await statuses()).toEqual(["failed", "done"]);
  });

  test("is handed over again while the gateway does not take it, and then once", async () => {
    await asking("Hello");
    (await world.message(0)).fail("unreachable");
    const again = await world.message(1);
    again.say("Here");
    again.end();
    await world.settled();
    expect(await chats()).toMatchObject([{ status: "done", answer: "Here" }]);
  });

  test("is refused to an agent that is not in the squad", async () => {
    await expect(asking("Hello", "nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("aborting", () => {
  test("ends an answer within a second or two, keeps what was said, and ends the agent's turn", async () => {
    const asked = await asking("A long story");
    (await world.message(0)).say("Once upon ");
    expect(await stopping(asked)).toMatchObject({ status: "answering" });
    await world.settled();
    expect(await chats()).toMatchObject([{ status: "aborted", answer: "Once upon " }]);
    expect(world.hungUp).toEqual([asked.chatId]);
    expect(await stopping(asked)).toMatchObject({ status: "aborted" });
  });

  test("takes back what waits, and the next one is answered", async () => {
    const [, second] = [await asking("one"), await asking("two"), await asking("three")];
    const first = await world.message(0);
    expect(await stopping(second)).toMatchObject({ status: "aborted" });
    world.auto = (heard) => heard.end();
    first.end();
    await world.settled();
    expect(world.heard.map(({ message }) => message)).toEqual(["one", "three"]);
    expect(await statuses()).toEqual(["done", "aborted", "done"]);
  });

  test("changes nothing of what is over", async () => {
    world.auto = (heard) => heard.end();
    const asked = await asking("Hello");
    await world.settled();
    expect(await stopping(asked)).toMatchObject({ status: "done" });
    expect(await statuses()).toEqual(["done"]);
  });
});

describe("a squad that is not up", () => {
  beforeEach(() => {
    world.auto = (heard) => heard.end();
  });
  const to = (status: TenantStatus) => squad.asService(() => Lifecycle.settle(status));

  test("is woken once when it sleeps, and answers when its gateway reports ready", async () => {
    await to("sleeping");
    for (const text of ["one", "two", "three"]) await asking(text);
    await world.settled();
    expect(await runs()).toEqual(["wake"]);
    expect(await statuses()).toEqual(["queued", "queued", "queued"]);
    await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "boot", version: "1", agents: ["inky"] }));
    await world.settled();
    expect(world.heard.map(({ message }) => message)).toEqual(["one", "two", "three"]);
  });

  test("is woken as soon as it sleeps when it was on its way there", async () => {
    await to("stopping");
    await asking("Hello");
    await world.settled();
    await squad.asService(Lifecycle.fallAsleep);
    await world.settled();
    expect(await runs()).toEqual(["wake"]);
    await to("active");
    await world.settled();
    expect(await statuses()).toEqual(["done"]);
  });

  test("gets a message again that it went to sleep before", async () => {
    world.auto = undefined;
    await asking("Hello");
    const heard = await world.message(0);
    await to("stopping");
    heard.fail("unreachable");
    await world.settled();
    expect(await statuses()).toEqual(["queued"]);
    expect(await turn()).toBeUndefined();
    world.auto = (again) => again.end();
    await squad.asService(Lifecycle.fallAsleep);
    await to("active");
    await world.settled();
    expect(await statuses()).toEqual(["done"]);
  });

  test.each(["stopped", "error", "suspended", "deprovisioning"] as const)(
    "fails what waits when it ends as %s, and takes nothing more",
    async (status) => {
      await to("starting");
      for (const text of ["one", "two"]) await asking(text);
      await world.settled();
      expect(await statuses()).toEqual(["queued", "queued"]);
      await to(status);
      await world.settled();
      const [one, two] = await chats();
      expect([one?.status, two?.status]).toEqual(["failed", "failed"]);
      await expect(asking("three")).rejects.toMatchObject({ code: "conflict", message: one?.error });
      expect(world.heard).toEqual([]);
    },
  );
});

describe("a writer that died in the middle", () => {
  const start = new Date("2026-05-01T12:00:00.000Z");
  const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
  let begun: Chat.Chat;

  /** A message that somebody has claimed who will never be heard of again, and one behind it. */
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: start });
    onTestFinished(() => void vi.useRealTimers());
    await squad.asService(() => Lifecycle.settle("starting"));
    begun = await asking("begun");
    await asking("behind it");
    await world.settled();
    const { tenantId } = squad;
    await squad.asService(() => claim({ tenantId, agentId: "inky", chatId: begun.chatId }));
    await squad.asService(() => Lifecycle.settle("active"));
    await world.settled();
  });

  test("is waited for while its lease runs, and found by the schedule that it has left", async () => {
    expect(await statuses()).toEqual(["answering", "queued"]);
    expect(looks()).toEqual([`${squad.tenantId}/chat-${begun.chatId}`]);
    expect(domain.current.schedules.get(looks()[0]!)).toMatchObject({
      expression: "at(2026-05-01T12:02:00)",
      target: { kind: "chat", tenantId: squad.tenantId },
    });
    pass(30);
    await world.look(squad.tenantId);
    await world.settled();
    expect(await statuses()).toEqual(["answering", "queued"]);
    expect(domain.current.schedules.get(looks()[0]!)?.expression).toBe("at(2026-05-01T12:02:30)");

    world.auto = (heard) => heard.end();
    pass(31);
    await world.look(squad.tenantId);
    await world.settled();
    expect(await chats()).toMatchObject([
      { status: "failed", error: expect.stringMatching(/interrupted.*Ask again/) },
      { status: "done" },
    ]);
    // What the agent had begun is ended and not begun again.
    expect(world.hungUp).toEqual([begun.chatId]);
    expect(world.heard.map(({ message }) => message)).toEqual(["behind it"]);
    expect(looks()).toEqual([]);
  });

  test("holds the squad awake until it is found", async () => {
    const { idleMinutes } = plans.medium;
    plans.medium.idleMinutes = 15;
    onTestFinished(() => {
      plans.medium.idleMinutes = idleMinutes;
    });
    await squad.asService(Idle.extendDeadline);
    pass(16 * 60);
    await squad.asService(Idle.sleepIfIdle);
    expect(await squad.asService(async () => (await Tenant.current()).status)).toBe("active");
    world.auto = (heard) => heard.end();
    await world.look(squad.tenantId);
    await world.settled();
    pass(16 * 60);
    await squad.asService(Idle.sleepIfIdle);
    expect(await squad.asService(async () => (await Tenant.current()).status)).toBe("stopping");
  });

  test("that was only slow writes nothing any more", async () => {
    pass(61);
    await world.look(squad.tenantId);
    const slow = await world.message(0);
    expect(slow.message).toBe("behind it");
    // Its writer hangs for as long as a lease; somebody else ends its message meanwhile.
    pass(61);
    await world.look(squad.tenantId);
    slow.say("too late");
    slow.end();
    await world.settled();
    expect(await chats()).toMatchObject([{ status: "failed" }, { status: "failed" }]);
    expect((await chats())[1]).not.toHaveProperty("answer");
  });
});

describe("the plan's messages of an hour", () => {
  test("are used by chats and notifications alike, and nothing is asked beyond them", async () => {
    const { messagesPerHour } = plans.medium;
    plans.medium.messagesPerHour = 3;
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T12:40:00.000Z") });
    onTestFinished(() => {
      plans.medium.messagesPerHour = messagesPerHour;
      vi.useRealTimers();
    });
    world.auto = (heard) => heard.end();
    // As for a notification that was delivered.
    await squad.asService(() => transact(Quota.countWrite(Date.now())));
    const asked = await Promise.allSettled(["one", "two", "three"].map((text) => asking(text)));
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
    await asking("four");
    await world.settled();
    expect(await statuses()).toEqual(["done", "done", "done"]);
  });
});
