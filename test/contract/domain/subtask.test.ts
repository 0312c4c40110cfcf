// Subtasks: while one is open its task cannot go to review, whatever happens at the same time.
import { beforeEach, describe, expect, it } from "vitest";
import * as Task from "../../../core/task/index.ts";
import * as Subtask from "../../../core/task/subtask.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const aPlan = (...titles: string[]) =>
  squad.asSquadhub(() =>
    Task.plan({
      title: "Launch",
      by: "main",
      assignee: "inky",
      subtasks: titles.map((title) => ({ title })),
    }),
  );
const set = (
  taskId: string,
  { subtaskId }: Subtask.Subtask,
  input: Parameters<typeof Subtask.change>[0]["input"],
) => squad.asSquadhub(() => Subtask.change({ taskId, subtaskId, input: { by: "inky", ...input } }));
const toReview = (taskId: string) =>
  squad.asSquadhub(() => Task.setStatus({ taskId, input: { status: "review", by: "inky" } }));
const get = (taskId: string) => squad.asOwner(() => Task.get(taskId));

describe("adding a subtask", () => {
  it("counts the subtask on its task and numbers it", async () => {
    const { taskId } = await aPlan("Outline");
    const subtask = await squad.asOwner(() =>
      Subtask.add({ taskId, input: { title: "Draft", description: "800 words" } }),
    );
    expect(subtask).toMatchObject({ index: 2, title: "Draft", description: "800 words", status: "pending" });
    expect(await get(taskId)).toMatchObject({ subtasks: 2, openSubtasks: 2, version: 1 });
    expect((await squad.feed()).at(-1)).toBe("subtask_changed: Ada added “Draft” to “Launch”");
  });

  it("notifies the assignee, but not an agent that assigns itself", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch" }));
    await squad.asSquadhub(() =>
      Subtask.add({ taskId, input: { title: "Draft", assignee: "inky", by: "main" } }),
    );
    await squad.asSquadhub(() =>
      Subtask.add({ taskId, input: { title: "Check", assignee: "scout", by: "scout" } }),
    );
    expect(await squad.notifications()).toEqual([
      "inky task_assigned: You have a new subtask in “Launch”: Draft",
    ]);
  });

  it("accepts at most fifty subtasks, even when many are added at once", async () => {
    const { taskId } = await aPlan(...Array.from({ length: 47 }, (_, at) => `Subtask ${at}`));
    const added = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) =>
        squad.asOwner(() => Subtask.add({ taskId, input: { title: `More ${at}` } })),
      ),
    );
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(added.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "invalid", message: expect.stringContaining("at most 50 subtasks") },
    });
    const { subtasks, openSubtasks, items } = await get(taskId);
    expect({ subtasks, openSubtasks, items: items.length }).toEqual({
      subtasks: 50,
      openSubtasks: 50,
      items: 50,
    });
  });

  it("is refused while the task is in review", async () => {
    const { taskId } = await aPlan();
    await toReview(taskId);
    await expect(
      squad.asOwner(() => Subtask.add({ taskId, input: { title: "More" } })),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("changing a subtask", () => {
  it("starts, blocks with a reason, reopens and finishes it, with an activity for each", async () => {
    const { taskId } = await aPlan("Outline");
    const subtask = (await get(taskId)).items[0]!;
    expect(await set(taskId, subtask, { status: "in_progress" })).toMatchObject({ status: "in_progress" });
    expect(await set(taskId, subtask, { status: "blocked", reason: "No access" })).toMatchObject({
      status: "blocked",
      reason: "No access",
    });
    expect((await get(taskId)).openSubtasks).toBe(0);
    expect((await set(taskId, subtask, { status: "pending" })).reason).toBeUndefined();
    await set(taskId, subtask, { status: "done" });
    expect(await get(taskId)).toMatchObject({ subtasks: 1, openSubtasks: 0 });
    expect((await squad.feed()).slice(1)).toEqual([
      "subtask_changed: Inky started “Outline” in “Launch”",
      "subtask_changed: Inky blocked “Outline” in “Launch”",
      "subtask_changed: Inky reopened “Outline” in “Launch”",
      "subtask_changed: Inky finished “Outline” in “Launch”",
    ]);
    expect((await squad.notifications()).slice(1)).toEqual(["main blocked: “Outline” is blocked: No access"]);
  });

  it("changes it once when the same change is repeated", async () => {
    const { taskId } = await aPlan("Outline");
    const subtask = (await get(taskId)).items[0]!;
    await Promise.all([1, 2, 3].map(() => set(taskId, subtask, { status: "done" })));
    await set(taskId, subtask, { status: "done" });
    expect(await get(taskId)).toMatchObject({ subtasks: 1, openSubtasks: 0 });
    expect(await squad.feed()).toHaveLength(2);
  });

  it("notifies the agent it is reassigned to", async () => {
    const { taskId } = await aPlan("Outline");
    const subtask = (await get(taskId)).items[0]!;
    expect((await set(taskId, subtask, { assignee: "scout" })).assignee).toBe("scout");
    expect((await set(taskId, subtask, { assignee: null })).assignee).toBeUndefined();
    expect((await squad.notifications()).slice(1)).toEqual([
      "scout task_assigned: You have a new subtask in “Launch”: Outline",
    ]);
  });

  it.each([
    [{ reason: "why" }, "reason: is only allowed with the status blocked"],
    [{}, "must change at least one field"],
    [{ assignee: "nobody" }, "body.assignee: no such agent"],
  ])("refuses %j and says why", async (input, reason) => {
    const { taskId } = await aPlan("Outline");
    const subtask = (await get(taskId)).items[0]!;
    await expect(
      squad.asOwner(async () => Subtask.change({ taskId, subtaskId: subtask.subtaskId, input })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(reason) });
  });
});

describe("a review of a task with subtasks", () => {
  it("is refused while subtasks are pending or in progress, not blocked, and the error counts them", async () => {
    const { taskId } = await aPlan("Outline", "Draft", "Check");
    const [outline, draft, check] = (await get(taskId)).items as [
      Subtask.Subtask,
      Subtask.Subtask,
      Subtask.Subtask,
    ];
    await set(taskId, outline, { status: "in_progress" });
    await set(taskId, check, { status: "blocked" });
    await expect(toReview(taskId)).rejects.toMatchObject({
      code: "blocked_by_subtasks",
      message: expect.stringContaining("2 of 3 subtasks are still open"),
    });
    await set(taskId, outline, { status: "done" });
    await set(taskId, draft, { status: "done" });
    expect((await toReview(taskId)).status).toBe("review");
    await expect(set(taskId, draft, { status: "pending" })).rejects.toMatchObject({ code: "conflict" });
    await expect(set(taskId, check, { status: "in_progress" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("never has an open subtask, however opening one and requesting the review interleave", async () => {
    for (let round = 0; round < 8; round++) {
      const { taskId } = await aPlan("Outline");
      const subtask = (await get(taskId)).items[0]!;
      await set(taskId, subtask, { status: "done" });
      const outcomes = await Promise.allSettled([
        toReview(taskId),
        set(taskId, subtask, { status: "pending" }),
        squad.asOwner(() => Subtask.add({ taskId, input: { title: "More" } })),
      ]);
      const { status, openSubtasks, items } = await get(taskId);
      const open = items.filter((each) => each.status === "pending" || each.status === "in_progress");
      expect(openSubtasks).toBe(open.length);
      if (status === "review") expect(open).toEqual([]);
      expect(outcomes.some((outcome) => outcome.status === "fulfilled")).toBe(true);
    }
  });
});
