// Heartbeats: an agent's open work, and its schedule, which exists only while there is some.
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
/** Runs once, before or after the next deletion of a schedule. */
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
const begin = (agentId = "inky") => squad.asService(() => Heartbeat.begin(agentId));
const beat = (agentId = "inky", at = AT) => squad.asService(() => Heartbeat.beat(agentId, at));
const scheduled = (agentId = "inky") => schedules.get(`${squad.tenantId}/heartbeat-${agentId}`);
const openTitles = async (agentId = "inky") =>
  (await squad.asService(() => Task.openTasks(agentId))).map(({ title }) => title);

/** A task in progress that is assigned to inky. */
async function aTaskInProgress(title = "Write"): Promise<string> {
  const { taskId } = await squad.asOwner(() => Task.create({ title, assignees: ["inky"] }));
  await move(taskId, "in_progress");
  await squad.asSquadhub(() => Check.check("inky"));
  return taskId;
}
const move = (taskId: string, status: "inbox" | "assigned" | "in_progress" | "review" | "done") =>
  squad.asOwner(() => Task.setStatus({ taskId, input: { status } }));

describe("an agent's open work", () => {
  test("includes tasks in progress that it is assigned to", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Write", assignees: ["inky"] }));
    expect(await openTitles()).toEqual([]);
    await move(taskId, "in_progress");
    expect(await openTitles()).toEqual(["Write"]);
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["pixel"], remove: ["inky"] } }));
    expect([await openTitles(), await openTitles("pixel")]).toEqual([[], ["Write"]]);
    await move(taskId, "review");
    await move(taskId, "done");
    expect(await openTitles("pixel")).toEqual([]);
  });

  test("includes tasks with a subtask in progress that it is assigned to", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch", assignees: ["main"] }));
    const { subtaskId } = await squad.asOwner(() =>
      Subtask.add({ taskId, input: { title: "Draw", assignee: "pixel" } }),
    );
    const changeSubtask = (input: object) =>
      squad.asOwner(() => Subtask.change({ taskId, subtaskId, input }));
    expect(await openTitles("pixel")).toEqual([]);
    await changeSubtask({ status: "in_progress" });
    expect(await openTitles("pixel")).toEqual(["Launch"]);
    await changeSubtask({ assignee: "inky" });
    expect([await openTitles("pixel"), await openTitles()]).toEqual([[], ["Launch"]]);
    await changeSubtask({ status: "done" });
    expect(await openTitles()).toEqual([]);
  });

  test.each(["its comment", "a decision"])(
    "includes a review that was requested from it, until %s",
    async (end) => {
      const { taskId } = await squad.asSquadhub(() =>
        Task.create({ title: "Plan", assignees: ["inky"], by: "main" }),
      );
      await squad.asSquadhub(() => Task.setStatus({ taskId, input: { status: "review", by: "inky" } }));
      expect([await openTitles("main"), await openTitles()]).toEqual([["Plan"], []]);
      await squad.asSquadhub(() => Comment.add({ taskId, input: { text: "Here it is", by: "inky" } }));
      expect(await openTitles("main")).toEqual(["Plan"]);
      if (end === "a decision") await move(taskId, "in_progress");
      else await squad.asSquadhub(() => Comment.add({ taskId, input: { text: "Looks right", by: "main" } }));
      expect(await openTitles("main")).toEqual([]);
    },
  );

  test("excludes reviews that it requested itself, and stuck and deleted tasks", async () => {
    const { taskId } = await squad.asSquadhub(() =>
      Task.create({ title: "Own", assignees: ["main"], by: "main" }),
    );
    await squad.asSquadhub(() => Task.setStatus({ taskId, input: { status: "review", by: "main" } }));
    expect(await openTitles("main")).toEqual([]);
    const gone = await aTaskInProgress("Gone");
    await aTaskInProgress("Stuck");
    await squad.asOwner(() => Task.remove({ taskId: gone }));
    expect(await openTitles()).toEqual(["Stuck"]);
    await squad.asService(() => Task.sweep(gone));
    vi.setSystemTime("2026-05-02T12:03:00.000Z");
    expect(await openTitles()).toEqual([]);
  });
});

describe("heartbeats", () => {
  test("start once, at the agent's minutes, however often work opens", async () => {
    await aTaskInProgress();
    await begin();
    await begin();
    expect(scheduled()).toMatchObject({
      expression: "cron(3,18,33,48 * * * ? *)",
      timezone: "UTC",
      target: { kind: "heartbeat", tenantId: squad.tenantId, agentId: "inky" },
    });
    expect(calls).toEqual(["put"]);
  });

  test("send the agent its open work, with an idempotency key of that minute", async () => {
    const taskId = await aTaskInProgress();
    await begin();
    expect(await beat("inky", "2026-05-01T12:03:00Z")).toBe("sent");
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

  test.each(["busy", "unreachable"] as const)(
    "are skipped, not retried, for an agent that is %s",
    async (reason) => {
      await aTaskInProgress();
      await begin();
      answer = { ok: false, reason, message: "no" };
      expect(await beat()).toBe("skipped");
      expect(sent).toHaveLength(1);
      expect(scheduled()).toBeDefined();
    },
  );

  test("are skipped when they come late", async () => {
    await aTaskInProgress();
    await begin();
    vi.setSystemTime("2026-05-01T12:10:00.000Z");
    expect(await beat()).toBe("skipped");
    expect(sent).toEqual([]);
    expect(scheduled()).toBeDefined();
  });

  test("end without open work and start again with it", async () => {
    const taskId = await aTaskInProgress();
    await begin();
    await move(taskId, "review");
    expect(await beat()).toBe("ended");
    expect([scheduled(), sent]).toEqual([undefined, []]);
    await move(taskId, "in_progress");
    await begin();
    expect(scheduled()).toBeDefined();
  });

  test("start for a pending notification and end once it is collected", async () => {
    await squad.asOwner(() => Notification.notify({ agentId: "inky", content: "hello" }));
    await begin();
    expect(await beat()).toBe("sent");
    expect(sent).toMatchObject([{ message: expect.not.stringContaining("Your open work") }]);
    await squad.asSquadhub(() => Check.check("inky"));
    expect(await beat("inky", "2026-05-01T12:18:00.000Z")).toBe("ended");
  });

  test("do not wake a sleeping squadhub, and start again with it for agents with open work", async () => {
    await aTaskInProgress();
    await begin();
    await squad.asService(() => Lifecycle.settle("sleeping"));
    expect(await beat()).toBe("ended");
    await begin();
    expect([scheduled(), sent]).toEqual([undefined, []]);
    await squad.asService(() => Lifecycle.settle("active"));
    await squad.asService(Heartbeat.beginAll);
    expect([...schedules.keys()].filter((key) => key.startsWith(squad.tenantId))).toEqual([
      `${squad.tenantId}/heartbeat-inky`,
    ]);
  });
});

describe("heartbeats are not lost", () => {
  const openWork = async () => {
    await aTaskInProgress("New");
    await begin();
  };
  beforeEach(async () => {
    const taskId = await aTaskInProgress("Old");
    await begin();
    await move(taskId, "review");
  });

  test("when work opens while they end", async () => {
    meanwhile = { before: openWork };
    expect(await beat()).toBe("ended");
    expect(scheduled()).toBeDefined();
    expect(await beat("inky", "2026-05-01T12:18:00.000Z")).toBe("sent");
  });

  test("when work opens as they end and the process that ends them dies", async () => {
    meanwhile = { before: openWork, after: () => Promise.reject(new Error("killed")) };
    await expect(beat()).rejects.toThrow("killed");
    expect(scheduled()).toBeUndefined();
    // The failed invocation is retried.
    expect(await beat()).toBe("sent");
    expect(scheduled()).toBeDefined();
  });

  test("when two processes end them at once while work opens", async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all([beat(), beat(), openWork()]);
      expect(scheduled()).toBeDefined();
      for (const { taskId } of await squad.asService(() => Task.openTasks("inky")))
        await move(taskId, "review");
      await beat("inky", `2026-05-01T13:0${round}:00.000Z`);
      expect(scheduled()).toBeUndefined();
    }
  });

  test("when the process that starts them dies before it creates the schedule", async () => {
    await beat();
    await aTaskInProgress("New");
    vi.spyOn(schedules, "set").mockImplementationOnce(() => {
      throw new Error("killed");
    });
    await expect(begin()).rejects.toThrow("killed");
    expect(scheduled()).toBeUndefined();
    await begin();
    expect(scheduled()).toBeDefined();
  });
});
