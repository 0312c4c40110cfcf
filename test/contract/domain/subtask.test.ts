// Subtasks: they hold their task back from review, whatever happens at the same time.
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
const look = (taskId: string) => squad.asOwner(() => Task.get(taskId));

describe("adding", () => {
  it("counts the part on its task and numbers it", async () => {
    const { taskId } = await aPlan("Outline");
    const part = await squad.asOwner(() =>
      Subtask.add({ taskId, input: { title: "Draft", description: "800 words" } }),
    );
    expect(part).toMatchObject({ index: 2, title: "Draft", description: "800 words", status: "pending" });
    expect(await look(taskId)).toMatchObject({ subtasks: 2, openSubtasks: 2, version: 1 });
    expect((await squad.feed()).at(-1)).toBe("subtask_changed: Ada added “Draft” to “Launch”");
  });

  it("tells the agent whose part it is, but not one that takes it itself", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch" }));
    await squad.asSquadhub(() =>
      Subtask.add({ taskId, input: { title: "Draft", assignee: "inky", by: "main" } }),
    );
    await squad.asSquadhub(() =>
      Subtask.add({ taskId, input: { title: "Check", assignee: "scout", by: "scout" } }),
    );
    expect(await squad.notifications()).toEqual(["inky task_assigned: You have a part in “Launch”: Draft"]);
  });

  it("stops at fifty, also when many are added at once", async () => {
    const { taskId } = await aPlan(...Array.from({ length: 47 }, (_, at) => `Part ${at}`));
    const added = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) =>
        squad.asOwner(() => Subtask.add({ taskId, input: { title: `More ${at}` } })),
      ),
    );
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(added.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "invalid", message: expect.stringContaining("at most 50 subtasks") },
    });
    const { subtasks, openSubtasks, items } = await look(taskId);
    expect({ subtasks, openSubtasks, items: items.length }).toEqual({
      subtasks: 50,
      openSubtasks: 50,
      items: 50,
    });
  });

  it("is refused while the task is in review or done", async () => {
    const { taskId } = await aPlan();
    await toReview(taskId);
    await expect(
      squad.asOwner(() => Subtask.add({ taskId, input: { title: "More" } })),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("a part", () => {
  it("is worked on, blocked with a reason, taken up again and finished", async () => {
    const { taskId } = await aPlan("Outline");
    const part = (await look(taskId)).items[0]!;
    expect(await set(taskId, part, { status: "in_progress" })).toMatchObject({ status: "in_progress" });
    expect(await set(taskId, part, { status: "blocked", reason: "No access" })).toMatchObject({
      status: "blocked",
      reason: "No access",
    });
    expect((await look(taskId)).openSubtasks).toBe(0);
    expect((await set(taskId, part, { status: "pending" })).reason).toBeUndefined();
    await set(taskId, part, { status: "done" });
    expect(await look(taskId)).toMatchObject({ subtasks: 1, openSubtasks: 0 });
    expect((await squad.feed()).slice(1)).toEqual([
      "subtask_changed: Inky started “Outline” of “Launch”",
      "subtask_changed: Inky blocked “Outline” of “Launch”",
      "subtask_changed: Inky reopened “Outline” of “Launch”",
      "subtask_changed: Inky finished “Outline” of “Launch”",
    ]);
    expect((await squad.notifications()).slice(1)).toEqual(["main blocked: “Outline” is blocked: No access"]);
  });

  it("changes once when the same is asked again", async () => {
    const { taskId } = await aPlan("Outline");
    const part = (await look(taskId)).items[0]!;
    await Promise.all([1, 2, 3].map(() => set(taskId, part, { status: "done" })));
    await set(taskId, part, { status: "done" });
    expect(await look(taskId)).toMatchObject({ subtasks: 1, openSubtasks: 0 });
    expect(await squad.feed()).toHaveLength(2);
  });

  it("is handed to another agent, who is told", async () => {
    const { taskId } = await aPlan("Outline");
    const part = (await look(taskId)).items[0]!;
    expect((await set(taskId, part, { assignee: "scout" })).assignee).toBe("scout");
    expect((await set(taskId, part, { assignee: null })).assignee).toBeUndefined();
    expect((await squad.notifications()).slice(1)).toEqual([
      "scout task_assigned: You have a part in “Launch”: Outline",
    ]);
  });

  it.each([
    [{ reason: "why" }, "reason: belongs to the status blocked"],
    [{}, "name a change"],
    [{ assignee: "nobody" }, "body.assignee: no agent of this squad"],
  ])("refuses %j and says why", async (input, reason) => {
    const { taskId } = await aPlan("Outline");
    const part = (await look(taskId)).items[0]!;
    await expect(
      squad.asOwner(async () => Subtask.change({ taskId, subtaskId: part.subtaskId, input })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(reason) });
  });
});

describe("review", () => {
  it("waits for pending parts and parts in progress, not for blocked ones, and says how many", async () => {
    const { taskId } = await aPlan("Outline", "Draft", "Check");
    const [outline, draft, check] = (await look(taskId)).items as [
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

  it("never has an open part, however opening one and asking for review interleave", async () => {
    for (let round = 0; round < 8; round++) {
      const { taskId } = await aPlan("Outline");
      const part = (await look(taskId)).items[0]!;
      await set(taskId, part, { status: "done" });
      const outcomes = await Promise.allSettled([
        toReview(taskId),
        set(taskId, part, { status: "pending" }),
        squad.asOwner(() => Subtask.add({ taskId, input: { title: "More" } })),
      ]);
      const { status, openSubtasks, items } = await look(taskId);
      const open = items.filter((each) => each.status === "pending" || each.status === "in_progress");
      expect(openSubtasks).toBe(open.length);
      if (status === "review") expect(open).toEqual([]);
      expect(outcomes.some((outcome) => outcome.status === "fulfilled")).toBe(true);
    }
  });
});
