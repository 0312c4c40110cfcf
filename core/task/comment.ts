// Comments on tasks. They notify the agents they mention and the task's assignees.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import type { NotificationDraft } from "../notification/index.ts";
import * as Notification from "../notification/index.ts";
import { keys, type Page, pageQuery, queryPage, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { clip } from "../util/text.ts";
import { type Comment, CommentEntity, commentText, commentWrite, newComment } from "./comment-entity.ts";
import { isAgent, read as readTask, TaskEntity } from "./entity.ts";
import { mentionedIn } from "./mention.ts";
import { commentWorkWrites } from "./work.ts";

export const addInput = z.strictObject({ text: commentText, by: Agent.byAgent });

/**
 * Adds a comment to a task. Notifies agents mentioned with @ and the task's assignees, but never the author. Throws
 * `not_found`.
 */
export const add = fn(
  z.object({ taskId: idOf("task"), input: addInput }),
  async ({ taskId, input: { text, by } }): Promise<Comment> => {
    const [from, agents] = await Promise.all([Agent.authorOf(by), Agent.all()]);
    const others = agents.filter(({ agentId }) => !isAgent(from, agentId));
    const mentioned = mentionedIn(text, agents);
    const content = clip(text, 4);
    return retryOnConflict(async () => {
      const task = await readTask(taskId);
      const drafts = others.flatMap(({ agentId }): NotificationDraft[] => {
        if (mentioned.has(agentId)) return [{ agentId, type: "task_mentioned", from, taskId, content }];
        if (task.assignees.includes(agentId))
          return [{ agentId, type: "message_received", from, taskId, content }];
        return [];
      });
      const comment = newComment({ taskId, by: from, text });
      await transact(
        commentWrite(comment),
        TaskEntity.build(UpdateTransaction)
          .item({ tenantId: task.tenantId, taskId, comments: $add(1) })
          // Fails when the assignees, who are notified, have changed since the read.
          .options({ condition: { attr: "version", eq: task.version } }),
        Activity.activityWrite("task_commented", from, `commented on “${task.title}”`, taskId),
        ...commentWorkWrites(task, from),
        ...drafts.flatMap(Notification.notificationWrites),
      );
      return comment;
    });
  },
);

/** The comments of a task, oldest first. Throws `not_found`. */
export const list = fn(
  z.object({ taskId: idOf("task"), page: pageQuery }),
  async ({ taskId, page }): Promise<Page<Comment>> => {
    await readTask(taskId);
    return queryPage(
      CommentEntity,
      { partition: keys.tenant(currentTenant()), prefix: `MESSAGE#${taskId}#` },
      page,
    );
  },
);
