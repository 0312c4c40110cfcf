// Rules of the web app that need no browser.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { workspacesLabel } from "../../web/src/account/labels.ts";
import { byColumn } from "../../web/src/board/columns.ts";
import { type AnswerStream, appendDelta } from "../../web/src/chat/answer-stream.ts";
import { hintHandler, keysForHint } from "../../web/src/hints.ts";
import { toWorkspaceName, validateName } from "../../web/src/home/name.ts";
import { validZoneOr } from "../../web/src/home/zone.ts";
import { clearToken, savedToken, saveToken } from "../../web/src/join/token.ts";
import { retryDelay } from "../../web/src/live.ts";
import { outranks, roles } from "../../web/src/roles.ts";
import { fromTime, scheduleLabel, timeOf } from "../../web/src/routines/schedule.ts";
import { matchingAgents, mentionAt } from "../../web/src/task/mention.ts";
import { duration, shortTimeAgo, stopwatch, timeUntil } from "../../web/src/time.ts";

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

describe("a hint from the socket", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("invalidates the queries that hints name, once for all hints of the same moment", () => {
    const invalidateQueries = vi.fn();
    const read = hintHandler({ invalidateQueries } as never, "ten_1");
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

  it("maps a chat hint to its conversation", () => {
    expect(keysForHint("ten_1", { type: "chat", id: "cht_1", agentId: "inky" })).toEqual([
      ["t", "ten_1", "chat", "inky"],
    ]);
  });

  it("keeps a piece of an answer in the cache and invalidates nothing", () => {
    const [invalidateQueries, setQueryData] = [vi.fn(), vi.fn()];
    const read = hintHandler({ invalidateQueries, setQueryData } as never, "ten_1");
    read({ type: "chat.delta", id: "cht_1", agentId: "inky", seq: 0, text: "Hi" });
    vi.runAllTimers();
    expect(setQueryData.mock.calls[0]?.[0]).toEqual(["t", "ten_1", "answer-stream", "cht_1"]);
    expect(invalidateQueries).not.toHaveBeenCalled();
  });

  it("ignores hints of an unknown type or without a type", () => {
    const invalidateQueries = vi.fn();
    const read = hintHandler({ invalidateQueries } as never, "ten_1");
    for (const data of [changed({ type: "weather" }), { type: "changed" }, { id: "x" }, null, "task", 7])
      read(data);
    vi.runAllTimers();
    expect(invalidateQueries).not.toHaveBeenCalled();
    expect(keysForHint("ten_1", { type: "message" })).toEqual([]);
  });
});

describe("reconnecting", () => {
  it("doubles the delay each time up to 30 s, half of it random", () => {
    expect([0, 1, 2, 3].map((attempt) => retryDelay(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(retryDelay(2, 0)).toBe(1000);
    expect(retryDelay(50, 1)).toBe(30_000);
  });
});

describe("a workspace's name", () => {
  it("turns typed text into a workspace name", () => {
    expect(toWorkspaceName("Café Größe_2")).toBe("cafe-große-2");
    expect(toWorkspaceName("a name that is far too long for a host")).toHaveLength(20);
  });

  it.each(["acme", "a1b", "my-team-2"])("accepts the workspace name %s", (name) =>
    expect(validateName(name)).toBeUndefined(),
  );
  it.each(["ab", "-acme", "acme-", "a--b", "große"])("rejects the workspace name %s", (name) =>
    expect(validateName(name)).toEqual(expect.any(String)),
  );
});

describe("a mention", () => {
  it("finds the mention that the caret is in or directly behind", () => {
    expect(mentionAt("ask @In", 7)).toEqual({ from: 4, typed: "in" });
    expect(mentionAt("@", 1)).toEqual({ from: 0, typed: "" });
    expect(mentionAt("ask @inky now", 13)).toBeUndefined();
    expect(mentionAt("me@inky", 7)).toBeUndefined();
  });

  it("suggests agents by name and by id", () => {
    expect(matchingAgents(squad, "cl").map(({ agentId }) => agentId)).toEqual(["main"]);
    expect(matchingAgents(squad, "ma").map(({ agentId }) => agentId)).toEqual(["main"]);
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

  it("orders cards by priority, then age, and Done by the latest change first", () => {
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
  it("lets a role manage the roles below it, and an owner manage owners too", () => {
    expect(roles.filter((role) => outranks("owner", role))).toEqual(["viewer", "member", "admin", "owner"]);
    expect(roles.filter((role) => outranks("admin", role))).toEqual(["viewer", "member"]);
    expect(roles.filter((role) => outranks("member", role))).toEqual([]);
  });
});

describe("the label of a member's workspaces", () => {
  const tenants = [
    { tenantId: "ten_1", name: "acme" },
    { tenantId: "ten_2", name: "beta" },
  ];
  it("names up to two known workspaces and counts more than that", () => {
    expect(workspacesLabel(["ten_1"], tenants)).toBe("acme");
    expect(workspacesLabel(["ten_1", "ten_2"], tenants)).toBe("acme and beta");
    expect(workspacesLabel(["ten_1", "ten_9"], tenants)).toBe("2 workspaces");
    expect(workspacesLabel(["ten_9"], tenants)).toBe("1 workspace");
  });
});

describe("the token of an invitation", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("keeps the invitation's token until it is cleared", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    expect(saveToken("")).toBe(false);
    expect(saveToken("#")).toBe(false);
    expect(savedToken()).toBeUndefined();
    expect(saveToken("#Zq3v6yB8")).toBe(true);
    expect(savedToken()).toBe("Zq3v6yB8");
    clearToken();
    expect(savedToken()).toBeUndefined();
  });
});

describe("a routine's schedule", () => {
  it.each([
    [[0, 1, 2, 3, 4, 5, 6], "Every day at 08:05"],
    [[1, 2, 3, 4, 5], "Monday to Friday at 08:05"],
    [[0, 6], "Saturday and Sunday at 08:05"],
    [[1], "Every Monday at 08:05"],
    [[0, 1, 4], "Monday, Thursday and Sunday at 08:05"],
  ])("describes the days %j as %s", (daysOfWeek, words) =>
    expect(scheduleLabel({ daysOfWeek, hour: 8, minute: 5 })).toBe(words),
  );

  it("converts a routine's time to and from a time field", () => {
    expect(timeOf({ hour: 7, minute: 0 })).toBe("07:00");
    expect(fromTime("23:59")).toEqual({ hour: 23, minute: 59 });
    expect(fromTime("")).toBeUndefined();
  });
});

describe("the browser's time zone", () => {
  it.each(["Asia/Calcutta", "Asia/Kolkata", "UTC"])("uses the browser's time zone %s", (zone) =>
    expect(validZoneOr("UTC", zone)).toBe(zone),
  );
  it.each([undefined, "", "+02:00", "Mars/Olympus"])(
    "falls back to UTC for the browser's time zone %s",
    (zone) => expect(validZoneOr("UTC", zone)).toBe("UTC"),
  );
});

describe("a time", () => {
  it("formats ages, remaining times and durations", () => {
    const now = Date.parse("2026-05-03T12:00:00Z");
    expect(shortTimeAgo("2026-05-03T11:59:30Z", now)).toBe("now");
    expect(shortTimeAgo("2026-05-03T11:15:00Z", now)).toBe("45m");
    expect(shortTimeAgo("2026-05-01T11:00:00Z", now)).toBe("2d");
    expect(
      ["2026-05-03T12:00:30Z", "2026-05-03T12:40:00Z", "2026-05-04T11:59:00Z", "2026-05-09T12:00:00Z"].map(
        (at) => timeUntil(at, now),
      ),
    ).toEqual(["1 minute", "40 minutes", "24 hours", "6 days"]);
    expect([10, 400, 12_345, 125_000].map(duration)).toEqual(["< 0.1 s", "0.4 s", "12 s", "2:05"]);
    expect(stopwatch(67_900)).toBe("1:07");
  });
});

describe("an agent's answer while it arrives", () => {
  const receive = (...pieces: [seq: number, text: string][]) =>
    pieces.reduce<AnswerStream | undefined>(
      (before, [seq, text]) => appendDelta({ type: "chat.delta", id: "cht_1", seq, text })(before),
      undefined,
    );

  it("puts the pieces of an answer together in order and ignores a repeated one", () => {
    const stream = receive([0, "Warm "], [1, "and "], [1, "and "], [2, "brief."]);
    expect(stream).toEqual({ text: "Warm and brief.", next: 3, isPartial: false });
  });

  it("marks an answer as partial and starts it again after a gap", () => {
    expect(receive([4, "the end"], [5, "."])).toEqual({ text: "the end.", next: 6, isPartial: true });
    expect(receive([0, "Warm "], [2, "brief"], [3, "."])).toMatchObject({ text: "brief.", isPartial: true });
  });
});
