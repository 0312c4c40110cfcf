// Tasks: their assignees, their moves on the board, and what people decide in review.
import { beforeEach, describe, expect, it } from "vitest";
import * as Comment from "../../../core/task/comment.ts";
import * as Task from "../../../core/task/index.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const aTask = (assignees: string[] = []) =>
  squad.asOwner(() => Task.create({ title: "Launch post", assignees, by: undefined }));
const byAgent = <R>(body: () => R) => squad.asSquadhub(body);
const move = (
  taskId: string,
  status: "inbox" | "assigned" | "in_progress" | "review" | "done",
  by?: string,
) => Task.setStatus({ taskId, input: { status, by } });

async function inReview(assignees = ["inky"]) {
  const { taskId } = await byAgent(() => Task.create({ title: "Launch post", assignees, by: "main" }));
  return byAgent(() => move(taskId, "review", "inky"));
}

describe("assigning a task", () => {
  it("moves an inbox task to assigned and notifies each new assignee once", async () => {
    const { taskId } = await aTask();
    const assigned = await squad.asOwner(() =>
      Task.assign({ taskId, input: { add: ["inky", "pixel", "inky"] } }),
    );
    expect(assigned).toMatchObject({ status: "assigned", assignees: ["inky", "pixel"], version: 2 });
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["inky"] } }));
    expect(await squad.notifications()).toEqual([
      "inky task_assigned: You have a new task: Launch post",
      "pixel task_assigned: You have a new task: Launch post",
    ]);
    expect(await squad.feed()).toEqual([
      "task_created: Ada created “Launch post”",
      "task_assigned: Ada assigned “Launch post” to Inky, Pixel",
    ]);
  });

  it("does not notify an agent that assigns itself", async () => {
    const { taskId } = await aTask();
    await byAgent(() => Task.assign({ taskId, input: { add: ["inky"], by: "inky" } }));
    expect(await squad.notifications()).toEqual([]);
  });

  it("returns an assigned task without assignees to the inbox and keeps other statuses", async () => {
    const { taskId } = await aTask(["inky"]);
    const returned = await squad.asOwner(() => Task.assign({ taskId, input: { remove: ["inky"] } }));
    expect(returned).toMatchObject({ status: "inbox", assignees: [] });
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["pixel"] } }));
    await byAgent(() => move(taskId, "in_progress", "pixel"));
    const kept = await squad.asOwner(() => Task.assign({ taskId, input: { remove: ["pixel"] } }));
    expect(kept).toMatchObject({ status: "in_progress", assignees: [] });
  });

  it("refuses unknown agents and an eleventh assignee", async () => {
    const { taskId } = await aTask();
    await expect(
      squad.asOwner(() => Task.assign({ taskId, input: { add: ["nobody"] } })),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: [{ field: "body.add", message: expect.stringContaining("nobody") }],
    });
    const many = Array.from({ length: 11 }, (_, at) => `agent${at}`);
    await expect(
      squad.asOwner(async () => Task.assign({ taskId, input: { add: many } })),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("10"),
    });
  });

  it("applies every change when several are made at once", async () => {
    const { taskId } = await aTask();
    await Promise.all(
      ["main", "inky", "pixel", "scout"].map((agent) =>
        squad.asOwner(() => Task.assign({ taskId, input: { add: [agent] } })),
      ),
    );
    const { assignees, version } = await squad.asOwner(() => Task.get(taskId));
    expect(assignees.toSorted()).toEqual(["inky", "main", "pixel", "scout"]);
    expect(version).toBe(5);
    expect(await squad.notifications()).toHaveLength(4);
  });

  it("shows the task in its new column at once", async () => {
    const { taskId } = await aTask();
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["inky"] } }));
    const column = await squad.asOwner(() => Task.list({ status: "assigned" }));
    expect(column.items.map((task) => task.taskId)).toEqual([taskId]);
  });
});

describe("updating a task", () => {
  it("changes the given fields and writes one activity that names them", async () => {
    const { taskId } = await aTask();
    const input = { title: "Launch week", priority: "high", description: "Soon" } as const;
    const updated = await squad.asOwner(() => Task.update({ taskId, input }));
    expect(updated).toMatchObject({ ...input, version: 2 });
    expect(await squad.asOwner(() => Task.get(taskId))).toMatchObject(input);
    expect((await squad.feed()).at(-1)).toBe(
      "task_updated: Ada changed the title, description and priority of “Launch post”",
    );
  });

  it("removes the description when it is an empty string", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch", description: "Soon" }));
    await squad.asOwner(() => Task.update({ taskId, input: { description: "" } }));
    expect((await squad.asOwner(() => Task.get(taskId))).description).toBeUndefined();
  });

  it("refuses an outdated version, unless the task already is as requested", async () => {
    const { taskId, version } = await aTask();
    await squad.asOwner(() => Task.update({ taskId, input: { title: "Launch week", version } }));
    await expect(
      squad.asOwner(() => Task.update({ taskId, input: { title: "Launch day", version } })),
    ).rejects.toMatchObject({ code: "conflict" });
    const again = await squad.asOwner(() =>
      Task.update({ taskId, input: { title: "Launch week", version } }),
    );
    expect(again).toMatchObject({ title: "Launch week", version: version + 1 });
    expect(await squad.feed()).toHaveLength(2);
  });

  it.each([
    [{ title: "x".repeat(201) }, "title: must be at most 200 characters"],
    [{ description: "é".repeat(8193) }, "description: must be at most 16 KB"],
    [{}, "must change title, description or priority"],
  ])("names the field and the limit when it refuses input %#", async (input, reason) => {
    const { taskId } = await aTask();
    await expect(squad.asOwner(async () => Task.update({ taskId, input }))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(reason),
    });
  });
});

describe("moving a task", () => {
  it("notifies the agent that created the task when another agent requests a review", async () => {
    const task = await inReview();
    expect(task.status).toBe("review");
    expect(await squad.notifications()).toEqual([
      "inky task_assigned: You have a new task: Launch post",
      "main review_requested: Inky requests a review of “Launch post”",
    ]);
  });

  it("notifies nobody of a review when a person created the task or the creator requests it", async () => {
    const { taskId } = await aTask();
    await byAgent(() => move(taskId, "review", "inky"));
    const own = await byAgent(() => Task.create({ title: "Own", by: "inky" }));
    await byAgent(() => move(own.taskId, "review", "inky"));
    expect(await squad.notifications()).toEqual([]);
  });

  it("does not let an agent mark a task as done or reopen one that is done", async () => {
    const { taskId } = await inReview();
    await expect(byAgent(() => move(taskId, "done", "inky"))).rejects.toMatchObject({ code: "forbidden" });
    await squad.asOwner(() => move(taskId, "done"));
    await expect(byAgent(() => move(taskId, "in_progress", "inky"))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await squad.asOwner(() => move(taskId, "in_progress"))).status).toBe("in_progress");
  });

  it("refuses assigned without an assignee and inbox with one", async () => {
    const free = await aTask();
    await expect(squad.asOwner(() => move(free.taskId, "assigned"))).rejects.toMatchObject({
      code: "conflict",
    });
    const taken = await aTask(["inky"]);
    await expect(squad.asOwner(() => move(taken.taskId, "inbox"))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("changes nothing when the task has the status already", async () => {
    const { taskId, version } = await inReview();
    expect((await byAgent(() => move(taskId, "review", "inky"))).version).toBe(version);
    expect(await squad.feed()).toHaveLength(2);
  });
});

describe("a review", () => {
  it("marks the task as done and notifies its assignees when a person approves", async () => {
    const { taskId } = await inReview(["inky", "pixel"]);
    const done = await squad.asOwner(() => Task.approve({ taskId, input: {} }));
    expect(done.status).toBe("done");
    expect(await squad.notifications()).toEqual(
      expect.arrayContaining([
        "inky task_completed: Ada approved “Launch post”. It is done.",
        "pixel task_completed: Ada approved “Launch post”. It is done.",
      ]),
    );
    expect((await squad.feed()).at(-1)).toBe("task_approved: Ada approved “Launch post”");
  });

  it("saves requested changes as a comment and notifies each assignee once", async () => {
    const { taskId } = await inReview();
    const input = { feedback: "Shorter, please. @Inky, ask @scout" };
    const returned = await squad.asOwner(() => Task.requestChanges({ taskId, input }));
    expect(returned).toMatchObject({ status: "in_progress", comments: 1 });
    const { items } = await squad.asOwner(() => Comment.list({ taskId, page: { limit: 10 } }));
    expect(items).toMatchObject([{ text: input.feedback, by: { name: "Ada" } }]);
    expect((await squad.notifications()).filter((line) => /Changes|mentioned/.test(line))).toEqual([
      `inky task_assigned: Changes are requested on “Launch post”:\n${input.feedback}`,
      `scout task_mentioned: ${input.feedback}`,
    ]);
    expect((await squad.feed()).slice(2)).toEqual([
      "task_changes_requested: Ada requested changes on “Launch post”",
    ]);
  });

  it("requires feedback to request changes", async () => {
    const { taskId } = await inReview();
    await expect(
      squad.asOwner(async () => Task.requestChanges({ taskId, input: { feedback: "  " } })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("input.feedback") });
  });

  it("accepts decisions only in review and only from people", async () => {
    const { taskId } = await aTask(["inky"]);
    const decisions = [
      () => Task.approve({ taskId, input: {} }),
      () => Task.requestChanges({ taskId, input: { feedback: "Shorter" } }),
    ];
    for (const decide of decisions)
      await expect(squad.asOwner(decide)).rejects.toMatchObject({ code: "conflict" });
    await byAgent(() => move(taskId, "review", "inky"));
    for (const decide of decisions)
      await expect(byAgent(decide)).rejects.toMatchObject({ code: "forbidden" });
    expect((await squad.asOwner(() => Task.get(taskId))).status).toBe("review");
  });

  it("accepts only the first of several decisions made at once", async () => {
    const { taskId } = await inReview();
    const outcomes = await Promise.allSettled([
      squad.asOwner(() => Task.approve({ taskId, input: {} })),
      squad.asOwner(() => Task.requestChanges({ taskId, input: { feedback: "Shorter" } })),
      squad.asOwner(() => Task.approve({ taskId, input: {} })),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await squad.feed()).toHaveLength(3);
  });
});

describe("deleting a task", () => {
  it("removes the task, writes an activity, and lets the sweep erase its subtasks and comments", async () => {
    const subtasks = Array.from({ length: 30 }, (_, at) => ({ title: `Part ${at}` }));
    const { taskId } = await squad.asOwner(() => Task.plan({ title: "Launch week", subtasks }));
    await squad.asOwner(() => Comment.add({ taskId, input: { text: "Soon" } }));
    await squad.asOwner(() => Task.remove({ taskId }));
    await expect(squad.asOwner(() => Task.get(taskId))).rejects.toMatchObject({ code: "not_found" });
    await squad.asService(() => Task.sweep(taskId));
    await squad.asService(() => Task.sweep(taskId));
    await expect(squad.asOwner(() => Comment.list({ taskId, page: { limit: 1 } }))).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await squad.feed()).at(-1)).toBe("task_deleted: Ada deleted “Launch week”");
  });

  it("is forbidden for agents", async () => {
    const { taskId } = await aTask();
    await expect(byAgent(() => Task.remove({ taskId }))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("answers not found to changes that come after the deletion", async () => {
    const { taskId } = await aTask();
    await squad.asOwner(() => Task.remove({ taskId }));
    const changes: (() => Promise<unknown>)[] = [
      () => Task.assign({ taskId, input: { add: ["inky"] } }),
      () => Comment.add({ taskId, input: { text: "Soon" } }),
      () => move(taskId, "in_progress"),
    ];
    for (const late of changes)
      await expect(squad.asOwner(late)).rejects.toMatchObject({ code: "not_found" });
    expect(await squad.asOwner(() => Task.list({}))).toMatchObject({ items: [] });
  });
});
