// The web app's rules that need no browser.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { narrowingWords } from "../../web/src/account/words.ts";
import { byColumn } from "../../web/src/board/columns.ts";
import { joined, type Said } from "../../web/src/chat/said.ts";
import { hintReader, keysOf } from "../../web/src/hints.ts";
import { nameProblem, toName } from "../../web/src/home/name.ts";
import { zoneOr } from "../../web/src/home/zone.ts";
import { forgetToken, keepToken, keptToken } from "../../web/src/join/token.ts";
import { waitBefore } from "../../web/src/live.ts";
import { outranks, ranks } from "../../web/src/ranks.ts";
import { fromTime, scheduleWords, timeOf } from "../../web/src/routines/schedule.ts";
import { matching, mentionAt } from "../../web/src/task/mention.ts";
import { ago, duration, inWords, stopwatch } from "../../web/src/time.ts";

const agent = (agentId: string, name: string) => ({
  agentId,
  name,
  role: "Writer",
  emoji: "✍️",
  heartbeatMinutes: [],
  state: "online" as const,
});
const squad = [agent("main", "Clawe"), agent("inky", "Inky")];

const changed = (...changes: { type: string; id?: string; taskId?: string }[]) => ({
  type: "changed",
  changes,
});

describe("a hint", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("invalidates what it names, once for all hints of a moment", () => {
    const invalidateQueries = vi.fn();
    const read = hintReader({ invalidateQueries } as never, "ten_1");
    read(changed({ type: "task", id: "tsk_1" }));
    read(changed({ type: "task", id: "tsk_1" }, { type: "message", id: "msg_1", taskId: "tsk_1" }));
    expect(invalidateQueries).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(invalidateQueries.mock.calls.map(([{ queryKey }]) => queryKey)).toEqual([
      ["t", "ten_1", "tasks"],
      ["t", "ten_1", "task", "tsk_1"],
      ["t", "ten_1", "comments", "tsk_1"],
    ]);
    read(changed({ type: "routine", id: "rtn_1" }));
    vi.advanceTimersByTime(50);
    expect(invalidateQueries).toHaveBeenLastCalledWith({ queryKey: ["t", "ten_1", "routines"] });
    read(changed({ type: "activity", id: "act_1" }));
    vi.advanceTimersByTime(50);
    expect(invalidateQueries).toHaveBeenLastCalledWith({ queryKey: ["t", "ten_1", "activities"] });
  });

  it("names the conversation that has changed", () => {
    expect(keysOf("ten_1", { type: "chat", id: "cht_1", agentId: "inky" })).toEqual([
      ["t", "ten_1", "chat", "inky"],
    ]);
  });

  it("that is a piece of an answer is kept beside the conversation, and fetches nothing", () => {
    const [invalidateQueries, setQueryData] = [vi.fn(), vi.fn()];
    const read = hintReader({ invalidateQueries, setQueryData } as never, "ten_1");
    read({ type: "chat.delta", id: "cht_1", agentId: "inky", seq: 0, text: "Hi" });
    vi.runAllTimers();
    expect(setQueryData.mock.calls[0]?.[0]).toEqual(["t", "ten_1", "said", "cht_1"]);
    expect(invalidateQueries).not.toHaveBeenCalled();
  });

  it("of a kind not known yet, or none at all, does nothing", () => {
    const invalidateQueries = vi.fn();
    const read = hintReader({ invalidateQueries } as never, "ten_1");
    for (const data of [changed({ type: "weather" }), { type: "changed" }, { id: "x" }, null, "task", 7])
      read(data);
    vi.runAllTimers();
    expect(invalidateQueries).not.toHaveBeenCalled();
    expect(keysOf("ten_1", { type: "message" })).toEqual([]);
  });
});

describe("reconnecting", () => {
  it("waits twice as long each time, half of it by chance, 30 s at most", () => {
    expect([0, 1, 2, 3].map((attempt) => waitBefore(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(waitBefore(2, 0)).toBe(1000);
    expect(waitBefore(50, 1)).toBe(30_000);
  });
});

describe("a workspace's name", () => {
  it("is made from what is typed", () => {
    expect(toName("Café Größe_2")).toBe("cafe-große-2");
    expect(toName("a name that is far too long for a host")).toHaveLength(20);
  });

  it.each(["acme", "a1b", "my-team-2"])("may be %s", (name) => expect(nameProblem(name)).toBeUndefined());
  it.each(["ab", "-acme", "acme-", "a--b", "große"])("may not be %s", (name) =>
    expect(nameProblem(name)).toEqual(expect.any(String)),
  );
});

describe("a mention", () => {
  it("is what the caret stands in or behind", () => {
    expect(mentionAt("ask @In", 7)).toEqual({ from: 4, typed: "in" });
    expect(mentionAt("@", 1)).toEqual({ from: 0, typed: "" });
    expect(mentionAt("ask @inky now", 13)).toBeUndefined();
    expect(mentionAt("me@inky", 7)).toBeUndefined();
  });

  it("matches names and ids", () => {
    expect(matching(squad, "cl").map(({ agentId }) => agentId)).toEqual(["main"]);
    expect(matching(squad, "ma").map(({ agentId }) => agentId)).toEqual(["main"]);
  });
});

describe("the board", () => {
  const task = (
    taskId: string,
    priority: "low" | "normal" | "high" | "urgent",
    day: number,
    done = false,
  ) => ({
    taskId,
    title: taskId,
    status: done ? ("done" as const) : ("inbox" as const),
    priority,
    assignees: [],
    by: { type: "user" as const, id: "usr_1", name: "Ada" },
    openSubtasks: 0,
    subtasks: 0,
    comments: 0,
    createdAt: `2026-05-0${day}T00:00:00Z`,
    updatedAt: `2026-05-0${day}T00:00:00Z`,
    version: 1,
  });

  it("shows the weightiest first, then the oldest; what was finished last leads Done", () => {
    const columns = byColumn([
      task("low", "low", 1),
      task("later", "high", 3),
      task("sooner", "high", 2),
      task("urgent", "urgent", 4),
      task("before", "urgent", 1, true),
      task("after", "low", 5, true),
    ]);
    expect(columns.inbox.map(({ taskId }) => taskId)).toEqual(["urgent", "sooner", "later", "low"]);
    expect(columns.done.map(({ taskId }) => taskId)).toEqual(["after", "before"]);
  });
});

describe("a role", () => {
  it("decides about those below it; only an owner about their like", () => {
    expect(ranks.filter((role) => outranks("owner", role))).toEqual(["viewer", "member", "admin", "owner"]);
    expect(ranks.filter((role) => outranks("admin", role))).toEqual(["viewer", "member"]);
    expect(ranks.filter((role) => outranks("member", role))).toEqual([]);
  });
});

describe("narrowing", () => {
  const tenants = [
    { tenantId: "ten_1", name: "acme" },
    { tenantId: "ten_2", name: "beta" },
  ];
  it("is told by names while they are few and known", () => {
    expect(narrowingWords(["ten_1"], tenants)).toBe("acme");
    expect(narrowingWords(["ten_1", "ten_2"], tenants)).toBe("acme and beta");
    expect(narrowingWords(["ten_1", "ten_9"], tenants)).toBe("2 workspaces");
    expect(narrowingWords(["ten_9"], tenants)).toBe("1 workspace");
  });
});

describe("the token of an invitation", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("is kept until it is forgotten", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    expect(keepToken("")).toBe(false);
    expect(keepToken("#")).toBe(false);
    expect(keptToken()).toBeUndefined();
    expect(keepToken("#Zq3v6yB8")).toBe(true);
    expect(keptToken()).toBe("Zq3v6yB8");
    forgetToken();
    expect(keptToken()).toBeUndefined();
  });
});

describe("a routine's schedule", () => {
  it.each([
    [[0, 1, 2, 3, 4, 5, 6], "Every day at 08:05"],
    [[1, 2, 3, 4, 5], "Monday to Friday at 08:05"],
    [[0, 6], "Saturday and Sunday at 08:05"],
    [[1], "Every Monday at 08:05"],
    [[0, 1, 4], "Monday, Thursday and Sunday at 08:05"],
  ])("on %j is told as %s", (daysOfWeek, words) =>
    expect(scheduleWords({ daysOfWeek, hour: 8, minute: 5 })).toBe(words),
  );

  it("takes its time as fields give it", () => {
    expect(timeOf({ hour: 7, minute: 0 })).toBe("07:00");
    expect(fromTime("23:59")).toEqual({ hour: 23, minute: 59 });
    expect(fromTime("")).toBeUndefined();
  });
});

describe("the browser's time zone", () => {
  it.each(["Asia/Calcutta", "Asia/Kolkata", "UTC"])("may be %s", (zone) =>
    expect(zoneOr("UTC", zone)).toBe(zone),
  );
  it.each([undefined, "", "+02:00", "Mars/Olympus"])("is UTC for %s", (zone) =>
    expect(zoneOr("UTC", zone)).toBe("UTC"),
  );
});

describe("times", () => {
  it("are short", () => {
    const now = Date.parse("2026-05-03T12:00:00Z");
    expect(ago("2026-05-03T11:59:30Z", now)).toBe("now");
    expect(ago("2026-05-03T11:15:00Z", now)).toBe("45m");
    expect(ago("2026-05-01T11:00:00Z", now)).toBe("2d");
    expect(
      ["2026-05-03T12:00:30Z", "2026-05-03T12:40:00Z", "2026-05-04T11:59:00Z", "2026-05-09T12:00:00Z"].map(
        (at) => inWords(at, now),
      ),
    ).toEqual(["1 minute", "40 minutes", "24 hours", "6 days"]);
    expect([10, 400, 12_345, 125_000].map(duration)).toEqual(["< 0.1 s", "0.4 s", "12 s", "2:05"]);
    expect(stopwatch(67_900)).toBe("1:07");
  });
});

describe("what an agent says", () => {
  const hear = (...pieces: [seq: number, text: string][]) =>
    pieces.reduce<Said | undefined>(
      (before, [seq, text]) => joined({ type: "chat.delta", id: "cht_1", seq, text })(before),
      undefined,
    );

  it("is joined in order, and a piece that comes twice is one", () => {
    const heard = hear([0, "Warm "], [1, "and "], [1, "and "], [2, "brief."]);
    expect(heard).toEqual({ text: "Warm and brief.", next: 3, isPartial: false });
  });

  it("is marked as partial from where pieces were missed", () => {
    expect(hear([4, "the end"], [5, "."])).toEqual({ text: "the end.", next: 6, isPartial: true });
    expect(hear([0, "Warm "], [2, "brief"], [3, "."])).toMatchObject({ text: "brief.", isPartial: true });
  });
});
