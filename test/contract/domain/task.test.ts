// Tasks: who works on them, how they move, what people decide in review.
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

describe("assigning", () => {
  it("takes an inbox task out of the inbox, and tells each new assignee once", async () => {
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

  it("does not tell an agent what it did itself", async () => {
    const { taskId } = await aTask();
    await byAgent(() => Task.assign({ taskId, input: { add: ["inky"], by: "inky" } }));
    expect(await squad.notifications()).toEqual([]);
  });

  it("puts an assigned task that nobody is left for back into the inbox, and leaves other statuses", async () => {
    const { taskId } = await aTask(["inky"]);
    const back = await squad.asOwner(() => Task.assign({ taskId, input: { remove: ["inky"] } }));
    expect(back).toMatchObject({ status: "inbox", assignees: [] });
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["pixel"] } }));
    await byAgent(() => move(taskId, "in_progress", "pixel"));
    const going = await squad.asOwner(() => Task.assign({ taskId, input: { remove: ["pixel"] } }));
    expect(going).toMatchObject({ status: "in_progress", assignees: [] });
  });

  it("refuses agents that the squad does not have, and an eleventh", async () => {
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

  it("makes everybody's change when several assign at once", async () => {
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

  it("shows on the board at once", async () => {
    const { taskId } = await aTask();
    await squad.asOwner(() => Task.assign({ taskId, input: { add: ["inky"] } }));
    const column = await squad.asOwner(() => Task.list({ status: "assigned" }));
    expect(column.items.map((task) => task.taskId)).toEqual([taskId]);
  });
});

describe("updating", () => {
  it("changes what is named, and says so once", async () => {
    const { taskId } = await aTask();
    const input = { title: "Launch week", priority: "high", description: "Soon" } as const;
    const updated = await squad.asOwner(() => Task.update({ taskId, input }));
    expect(updated).toMatchObject({ ...input, version: 2 });
    expect(await squad.asOwner(() => Task.get(taskId))).toMatchObject(input);
    expect((await squad.feed()).at(-1)).toBe(
      "task_updated: Ada changed the title, description and priority of “Launch post”",
    );
  });

  it("removes the description when it is empty", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch", description: "Soon" }));
    await squad.asOwner(() => Task.update({ taskId, input: { description: "" } }));
    expect((await squad.asOwner(() => Task.get(taskId))).description).toBeUndefined();
  });

  it("refuses a version that is no longer the task's, unless nothing is left to change", async () => {
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
    [{}, "name what is to change"],
  ])("refuses %#, naming the field and the limit", async (input, reason) => {
    const { taskId } = await aTask();
    await expect(squad.asOwner(async () => Task.update({ taskId, input }))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(reason),
    });
  });
});

describe("moving", () => {
  it("lets an agent ask for review, and tells the agent that made the task", async () => {
    const task = await inReview();
    expect(task.status).toBe("review");
    expect(await squad.notifications()).toEqual([
      "inky task_assigned: You have a new task: Launch post",
      "main review_requested: Inky asks for a review of “Launch post”",
    ]);
  });

  it("tells nobody of a review when a person made the task, or its maker asks for it", async () => {
    const { taskId } = await aTask();
    await byAgent(() => move(taskId, "review", "inky"));
    const own = await byAgent(() => Task.create({ title: "Own", by: "inky" }));
    await byAgent(() => move(own.taskId, "review", "inky"));
    expect(await squad.notifications()).toEqual([]);
  });

  it("refuses an agent that sets done, or takes done back", async () => {
    const { taskId } = await inReview();
    await expect(byAgent(() => move(taskId, "done", "inky"))).rejects.toMatchObject({ code: "forbidden" });
    await squad.asOwner(() => move(taskId, "done"));
    await expect(byAgent(() => move(taskId, "in_progress", "inky"))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await squad.asOwner(() => move(taskId, "in_progress"))).status).toBe("in_progress");
  });

  it("refuses assigned without an agent, and the inbox with one", async () => {
    const free = await aTask();
    await expect(squad.asOwner(() => move(free.taskId, "assigned"))).rejects.toMatchObject({
      code: "conflict",
    });
    const taken = await aTask(["inky"]);
    await expect(squad.asOwner(() => move(taken.taskId, "inbox"))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("changes nothing when it is there already", async () => {
    const { taskId, version } = await inReview();
    expect((await byAgent(() => move(taskId, "review", "inky"))).version).toBe(version);
    expect(await squad.feed()).toHaveLength(2);
  });
});

describe("review", () => {
  it("ends with done when a person approves, and tells the assignees", async () => {
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

  it("goes back with feedback, which becomes a comment and reaches each assignee once", async () => {
    const { taskId } = await inReview();
    const input = { feedback: "Shorter, please. @Inky, ask @scout" };
    const back = await squad.asOwner(() => Task.requestChanges({ taskId, input }));
    expect(back).toMatchObject({ status: "in_progress", comments: 1 });
    const { items } = await squad.asOwner(() => Comment.list({ taskId, page: { limit: 10 } }));
    expect(items).toMatchObject([{ text: input.feedback, by: { name: "Ada" } }]);
    expect((await squad.notifications()).filter((told) => /Changes|mentioned/.test(told))).toEqual([
      `inky task_assigned: Changes are requested on “Launch post”:\n${input.feedback}`,
      `scout task_mentioned: ${input.feedback}`,
    ]);
    expect((await squad.feed()).slice(2)).toEqual([
      "task_changes_requested: Ada requested changes on “Launch post”",
    ]);
  });

  it("needs feedback to go back", async () => {
    const { taskId } = await inReview();
    await expect(
      squad.asOwner(async () => Task.requestChanges({ taskId, input: { feedback: "  " } })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("input.feedback") });
  });

  it("is decided in review only, and by people", async () => {
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

  it("is decided once, by whoever is first", async () => {
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

describe("deleting", () => {
  it("takes the task off the board and tells it; what belonged to it is swept afterwards", async () => {
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

  it("is not for agents", async () => {
    const { taskId } = await aTask();
    await expect(byAgent(() => Task.remove({ taskId }))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("leaves nothing for a change that comes too late", async () => {
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
