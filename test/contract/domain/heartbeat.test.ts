// Heartbeats: what is open for an agent, and a schedule that is there only as long as something is.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Check from "../../../core/delivery/check.ts";
import * as Heartbeat from "../../../core/heartbeat/index.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Comment from "../../../core/task/comment.ts";
import * as Task from "../../../core/task/index.ts";
import * as Subtask from "../../../core/task/subtask.ts";
import type { ForwardRequest, ForwardResponse } from "../../../platform/types/gateway.ts";
import type { Schedule } from "../../../platform/types/schedules.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const schedules = new Map<string, Schedule>();
const calls: string[] = [];
const sent: ForwardRequest["call"][] = [];
let answer: ForwardResponse;
/** What happens, once, before or after a schedule is deleted. */
let meanwhile: { before?: () => Promise<void>; after?: () => Promise<void> } = {};

useDomain({
  schedules: {
    async put(schedule) {
      calls.push("put");
      schedules.set(`${schedule.group}/${schedule.name}`, schedule);
    },
    async delete(group, name) {
      calls.push("delete");
      const { before, after } = meanwhile;
      meanwhile = {};
      await before?.();
      schedules.delete(`${group}/${name}`);
      await after?.();
    },
    deleteGroup: async () => undefined,
  },
  secrets: {
    create: async (tenantId) => tenantId,
    read: async () => ({ gatewayToken: "g", squadhubToken: "s", hooksToken: "h" }),
    replace: async () => undefined,
    goBack: async () => undefined,
    delete: async () => undefined,
  },
  workflows: { start: async () => undefined, succeed: async () => true, fail: async () => true },
  async forward({ call }) {
    sent.push(call);
    return answer;
  },
});

let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
  await squad.asService(async () => {
    await Squadhub.createRecord({ account: "test", region: "test", cluster: "test", fileSystem: "test" });
    await Lifecycle.settle("active");
  });
  await squad.asSquadhub(() => Squadhub.reportReady({ bootId: "b", version: "1", agents: [] }));
  for (const each of [calls, sent]) each.length = 0;
  meanwhile = {};
  answer = { ok: true, value: {} };
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T12:03:00.000Z") });
});
afterEach(() => vi.useRealTimers());

const AT = "2026-05-01T12:03:00.000Z";
const starts = (agentId = "inky") => squad.asService(() => Heartbeat.begin(agentId));
const beats = (agentId = "inky", at = AT) => squad.asService(() => Heartbeat.beat(agentId, at));
const scheduled = (agentId = "inky") => schedules.get(`${squad.tenantId}/heartbeat-${agentId}`);
const open = async (agentId = "inky") =>
  (await squad.asService(() => Task.openTasks(agentId))).map(({ title }) => title);

/** A task of inky's that is in progress. */
async function aTaskInProgress(title = "Write"): Promise<string> {
  const { taskId } = await squad.asOwner(() => Task.create({ title, assignees: ["inky"] }));
  await move(taskId, "in_progress");
  await squad.asSquadhub(() => Check.check("inky"));
  return taskId;
}
const move = (taskId: string, status: "inbox" | "assigned" | "in_progress" | "review" | "done") =>
  squad.asOwner(() => Task.setStatus({ taskId, input: { status } }));

describe("open for an agent is", () => {
  test("a task in progress that it is assigned to", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Write", assignees: ["inky"] }));
    expect(await open()).toEqual([]);
    await move(taskId, "in_progress");
    expect(await open()).toEqual(["Write"]);
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["pixel"], remove: ["inky"] } }));
    expect([await open(), await open("pixel")]).toEqual([[], ["Write"]]);
    await move(taskId, "review");
    await move(taskId, "done");
    expect(await open("pixel")).toEqual([]);
  });

  test("a part in progress that is its own", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch", assignees: ["main"] }));
    const { subtaskId } = await squad.asOwner(() =>
      Subtask.add({ taskId, input: { title: "Draw", assignee: "pixel" } }),
    );
    const part = (input: object) => squad.asOwner(() => Subtask.change({ taskId, subtaskId, input }));
    expect(await open("pixel")).toEqual([]);
    await part({ status: "in_progress" });
    expect(await open("pixel")).toEqual(["Launch"]);
    await part({ assignee: "inky" });
    expect([await open("pixel"), await open()]).toEqual([[], ["Launch"]]);
    await part({ status: "done" });
    expect(await open()).toEqual([]);
  });

  test.each(["its comment", "a decision"])("a review that it was asked for, until %s", async (end) => {
    const { taskId } = await squad.asSquadhub(() =>
      Task.create({ title: "Plan", assignees: ["inky"], by: "main" }),
    );
    await squad.asSquadhub(() => Task.setStatus({ taskId, input: { status: "review", by: "inky" } }));
    expect([await open("main"), await open()]).toEqual([["Plan"], []]);
    await squad.asSquadhub(() => Comment.comment({ taskId, input: { text: "Here it is", by: "inky" } }));
    expect(await open("main")).toEqual(["Plan"]);
    if (end === "a decision") await move(taskId, "in_progress");
    else
      await squad.asSquadhub(() => Comment.comment({ taskId, input: { text: "Looks right", by: "main" } }));
    expect(await open("main")).toEqual([]);
  });

  test("nothing of a task that it moved to review itself, that is stuck, or that is gone", async () => {
    const { taskId } = await squad.asSquadhub(() =>
      Task.create({ title: "Own", assignees: ["main"], by: "main" }),
    );
    await squad.asSquadhub(() => Task.setStatus({ taskId, input: { status: "review", by: "main" } }));
    expect(await open("main")).toEqual([]);
    const gone = await aTaskInProgress("Gone");
    await aTaskInProgress("Stuck");
    await squad.asOwner(() => Task.remove({ taskId: gone }));
    expect(await open()).toEqual(["Stuck"]);
    await squad.asService(() => Task.sweep(gone));
    vi.setSystemTime("2026-05-02T12:03:00.000Z");
    expect(await open()).toEqual([]);
  });
});

describe("heartbeats", () => {
  test("begin once, at the agent's minutes, however often something becomes open", async () => {
    await aTaskInProgress();
    await starts();
    await starts();
    expect(scheduled()).toMatchObject({
      expression: "cron(3,18,33,48 * * * ? *)",
      timezone: "UTC",
      target: { kind: "heartbeat", tenantId: squad.tenantId, agentId: "inky" },
    });
    expect(calls).toEqual(["put"]);
  });

  test("tell the agent what is open, by a message of that minute", async () => {
    const taskId = await aTaskInProgress();
    await starts();
    expect(await beats("inky", "2026-05-01T12:03:00Z")).toBe("sent");
    expect(sent).toEqual([
      {
        kind: "send",
        agentId: "inky",
        idempotencyKey: "heartbeat-inky-2026-05-01T12:03",
        onlyIfFree: true,
        message: expect.stringMatching(
          new RegExp(
            `clawe check agent:inky:main[^]*HEARTBEAT\\.md[^]*${taskId} “Write” \\(in_progress, normal\\)`,
          ),
        ),
      },
    ]);
    expect(await squad.notifications()).toHaveLength(1);
  });

  test.each(["busy", "unreachable"] as const)("are not repeated for an agent that is %s", async (reason) => {
    await aTaskInProgress();
    await starts();
    answer = { ok: false, reason, message: "no" };
    expect(await beats()).toBe("skipped");
    expect(sent).toHaveLength(1);
    expect(scheduled()).toBeDefined();
  });

  test("that come late are left to the next", async () => {
    await aTaskInProgress();
    await starts();
    vi.setSystemTime("2026-05-01T12:10:00.000Z");
    expect(await beats()).toBe("skipped");
    expect(sent).toEqual([]);
    expect(scheduled()).toBeDefined();
  });

  test("end when nothing is open, and begin again", async () => {
    const taskId = await aTaskInProgress();
    await starts();
    await move(taskId, "review");
    expect(await beats()).toBe("ended");
    expect([scheduled(), sent]).toEqual([undefined, []]);
    await move(taskId, "in_progress");
    await starts();
    expect(scheduled()).toBeDefined();
  });

  test("begin for a notification that waits, and end when it was collected", async () => {
    await squad.asOwner(() => Notification.notify({ agentId: "inky", content: "hello" }));
    await starts();
    expect(await beats()).toBe("sent");
    expect(sent).toMatchObject([{ message: expect.not.stringContaining("Open for you") }]);
    await squad.asSquadhub(() => Check.check("inky"));
    expect(await beats("inky", "2026-05-01T12:18:00.000Z")).toBe("ended");
  });

  test("do not wake a squadhub that sleeps, and are there again when it is up, for who has something open", async () => {
    await aTaskInProgress();
    await starts();
    await squad.asService(() => Lifecycle.settle("sleeping"));
    expect(await beats()).toBe("ended");
    await starts();
    expect([scheduled(), sent]).toEqual([undefined, []]);
    await squad.asService(() => Lifecycle.settle("active"));
    await squad.asService(Heartbeat.beginAll);
    expect([...schedules.keys()].filter((key) => key.startsWith(squad.tenantId))).toEqual([
      `${squad.tenantId}/heartbeat-inky`,
    ]);
  });
});

describe("no heartbeat is lost", () => {
  const opens = async () => {
    await aTaskInProgress("New");
    await starts();
  };
  beforeEach(async () => {
    const taskId = await aTaskInProgress("Old");
    await starts();
    await move(taskId, "review");
  });

  test("when something becomes open while they end", async () => {
    meanwhile = { before: opens };
    expect(await beats()).toBe("ended");
    expect(scheduled()).toBeDefined();
    expect(await beats("inky", "2026-05-01T12:18:00.000Z")).toBe("sent");
  });

  test("when something becomes open just after, and who ended them dies", async () => {
    meanwhile = { before: opens, after: () => Promise.reject(new Error("killed")) };
    await expect(beats()).rejects.toThrow("killed");
    expect(scheduled()).toBeUndefined();
    // What did not end comes again.
    expect(await beats()).toBe("sent");
    expect(scheduled()).toBeDefined();
  });

  test("when two end them at once, and something becomes open", async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all([beats(), beats(), opens()]);
      expect(scheduled()).toBeDefined();
      for (const { taskId } of await squad.asService(() => Task.openTasks("inky")))
        await move(taskId, "review");
      await beats("inky", `2026-05-01T13:0${round}:00.000Z`);
      expect(scheduled()).toBeUndefined();
    }
  });

  test("when who begins them dies before the schedule is made", async () => {
    await beats();
    await aTaskInProgress("New");
    vi.spyOn(schedules, "set").mockImplementationOnce(() => {
      throw new Error("killed");
    });
    await expect(starts()).rejects.toThrow("killed");
    expect(scheduled()).toBeUndefined();
    await starts();
    expect(scheduled()).toBeDefined();
  });
});
