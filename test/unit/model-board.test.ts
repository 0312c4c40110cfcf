// The offline model reads the notices and tasks that the `clawe` command prints.
import { describe, expect, it } from "vitest";
import { readNotices, readTask } from "../../local/model/board.ts";
import { other, task, view } from "../support/board-output.ts";

describe("reading the board", () => {
  it("finds a notice's own task, not one that its text names", () => {
    expect(readNotices(`[blocked] from Inky: like ${other} (task ${task} "T", in_progress)`)).toMatchObject([
      { type: "blocked", from: "Inky", taskId: task },
    ]);
  });

  it("finds every task in text without notices", () => {
    expect(readNotices(`see ${task} and ${other}`).map((n) => n.taskId)).toEqual([task, other]);
  });

  it("reads a task's fields, subtasks and commenters", () => {
    expect(readTask(view({ comments: ["inky: Started", "Ada: thanks"] }))).toMatchObject({
      id: task,
      title: "Launch post",
      status: "assigned",
      assignees: ["inky"],
      subtasks: [{ done: true }, { done: false }, { title: "Draft" }],
      commenters: ["inky", "ada"],
    });
  });

  it("reads no task from an error message", () => {
    expect(readTask("Error: not found")).toBeUndefined();
  });
});
