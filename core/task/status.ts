// Moves of a task on the board, and what people decide in review.
import * as z from "zod";
import type { Author } from "../actor/author.ts";
import { actor } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import type { NotificationDraft } from "../notification/index.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { clip } from "../util/text.ts";
import { type Change, change } from "./change.ts";
import { commentText, commentWrite, newComment } from "./comment-entity.ts";
import { expectedVersion, isAgent, statusLabel, type TaskItem, taskStatus } from "./entity.ts";
import { mentionedIn } from "./mention.ts";

export const statusInput = z.strictObject({
  status: taskStatus,
  version: expectedVersion,
  by: Agent.byAgent,
});

/**
 * Moves a task to another status. Throws `blocked_by_subtasks` for review and done while subtasks are open; `forbidden`
 * when an agent sets done or reopens a task that is done; `conflict` for done outside review, for assigned without an
 * assignee, for inbox with one, and when the task is no longer at `version`.
 */
export const setStatus = fn(
  z.object({ taskId: idOf("task"), input: statusInput }),
  async ({ taskId, input: { status, version, by } }): Promise<TaskItem> => {
    const from = await Agent.authorOf(by);
    return change(taskId, { from, version }, (before) => {
      if (before.status === status) return undefined;
      assertMove(before, status);
      if (status === "done") return approval(before, from);
      return {
        set: { status },
        activity: {
          type: "task_status_changed",
          message: `moved “${before.title}” from ${statusLabel(before.status)} to ${statusLabel(status)}`,
        },
        drafts: status === "review" ? reviewRequest(before, from) : [],
      };
    });
  },
);

export const approveInput = z.strictObject({ version: expectedVersion });

/** A person approves the work in review: the task is done. Throws `conflict` outside review, `forbidden` for agents. */
export const approve = fn(
  z.object({ taskId: idOf("task"), input: approveInput }),
  async ({ taskId, input: { version } }): Promise<TaskItem> => {
    assertPerson();
    const from = await Agent.authorOf();
    return change(taskId, { from, version }, (before) => {
      assertInReview(before);
      assertMove(before, "done");
      return approval(before, from);
    });
  },
);

export const changesInput = z.strictObject({
  feedback: commentText.describe("What should change; saved as a comment"),
  version: expectedVersion,
});

/**
 * A person sends the work in review back with feedback: the task is in progress again and its assignees are notified.
 * Throws `conflict` outside review, `forbidden` for agents.
 */
export const requestChanges = fn(
  z.object({ taskId: idOf("task"), input: changesInput }),
  async ({ taskId, input: { feedback, version } }): Promise<TaskItem> => {
    assertPerson();
    const [from, agents] = await Promise.all([Agent.authorOf(), Agent.all()]);
    const mentioned = mentionedIn(feedback, agents);
    const comment = newComment({ taskId, by: from, text: feedback });
    const draft = (
      agentId: string,
      type: "task_assigned" | "task_mentioned",
      content: string,
    ): NotificationDraft => ({ agentId, type, from, taskId, content });
    return change(taskId, { from, version }, (before) => {
      assertInReview(before);
      const { title, assignees } = before;
      const request = clip(`Changes are requested on “${title}”:\n${feedback}`, 4);
      return {
        set: { status: "in_progress" },
        activity: { type: "task_changes_requested", message: `requested changes on “${title}”` },
        commentWrite: commentWrite(comment),
        drafts: [
          ...assignees.map((agentId) => draft(agentId, "task_assigned", request)),
          ...[...mentioned]
            .filter((agentId) => !assignees.includes(agentId))
            .map((agentId) => draft(agentId, "task_mentioned", clip(feedback, 4))),
        ],
      };
    });
  },
);

function approval({ taskId, title, assignees }: TaskItem, from: Author): Change {
  const content = `${from.name} approved “${title}”. It is done.`;
  return {
    set: { status: "done" },
    activity: { type: "task_approved", message: `approved “${title}”` },
    drafts: assignees.map((agentId) => ({ agentId, type: "task_completed", from, taskId, content })),
  };
}

function reviewRequest({ taskId, title, by }: TaskItem, from: Author): NotificationDraft[] {
  if (by.type !== "agent" || isAgent(from, by.id)) return [];
  const content = `${from.name} requests a review of “${title}”`;
  return [{ agentId: by.id, type: "review_requested", from, taskId, content }];
}

function assertPerson(): void {
  if (actor().type !== "user")
    throw new VisibleError("forbidden", "Only people can approve a task or request changes.");
}

function assertInReview({ status }: TaskItem): void {
  if (status !== "review")
    throw new VisibleError(
      "conflict",
      `Only a task in review can be approved or sent back. The status of this one is “${statusLabel(status)}”.`,
    );
}

function assertMove(before: TaskItem, to: TaskItem["status"]): void {
  const isMachine = actor().type === "machine";
  if (to === "done" && isMachine)
    throw new VisibleError(
      "forbidden",
      "Agents cannot mark a task as done. Move it to review; a person approves it.",
    );
  if (before.status === "done" && isMachine)
    throw new VisibleError(
      "forbidden",
      "This task is done, and only a person can reopen it. Create a new task for further work.",
    );
  if ((to === "review" || to === "done") && before.openSubtasks > 0)
    throw new VisibleError(
      "blocked_by_subtasks",
      `${before.openSubtasks} of ${before.subtasks} subtasks ${before.openSubtasks === 1 ? "is" : "are"} still open. Finish or block them first.`,
    );
  if (to === "done" && before.status !== "review")
    throw new VisibleError(
      "conflict",
      `Only a task in review can be marked as done. The status of this one is “${statusLabel(before.status)}”.`,
    );
  if (to === "assigned" && before.assignees.length === 0)
    throw new VisibleError("conflict", "Assign the task to an agent first.");
  if (to === "inbox" && before.assignees.length > 0)
    throw new VisibleError("conflict", "Remove the task’s assignees first.");
}
