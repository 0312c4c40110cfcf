// How a task changes: read, decided, and written in one transaction with its activity and its notifications.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import type { ActivityType } from "../activity/index.ts";
import * as Activity from "../activity/index.ts";
import type { Author } from "../actor/author.ts";
import type { NotificationDraft } from "../notification/index.ts";
import * as Notification from "../notification/index.ts";
import { now, transact, type Write } from "../table/index.ts";
import { changedMeanwhile, retryOnConflict } from "../table/retry.ts";
import { VisibleError } from "../util/error.ts";
import { read, statusKey, TaskEntity, type TaskItem, type TaskStatus } from "./entity.ts";
import { workWrites } from "./work.ts";

export interface Change {
  /** What is different. An empty description removes it. */
  set: Partial<Pick<TaskItem, "title" | "description" | "priority" | "status" | "assignees">>;
  activity: { type: ActivityType; message: string };
  drafts?: NotificationDraft[];
  /** A comment that is written with it. */
  comment?: Write;
}

/**
 * Changes a task as `decide` says of its present state; undefined means that it is so already, and writes nothing.
 * With `version` only the task that the caller has seen is changed, without it the decision is made again when
 * somebody else was faster. Throws `not_found`, `conflict`, and what `decide` throws.
 */
export async function change(
  taskId: string,
  { from, version }: { from: Author; version?: number },
  decide: (before: TaskItem) => Change | undefined,
): Promise<TaskItem> {
  return retryOnConflict(async () => {
    const before = await read(taskId);
    const decided =
      version === undefined || version === before.version ? decide(before) : unlessOutdated(before, decide);
    if (!decided) return before;
    const { set, activity, drafts = [], comment } = decided;
    const { tenantId, openSubtasks } = before;
    const { status, assignees, description, ...plain } = set;
    const mustBeClosed = status === "review" || status === "done";
    const updatedAt = now();
    await transact(
      TaskEntity.build(UpdateTransaction)
        .item({
          tenantId,
          taskId,
          ...plain,
          ...(status && { status, gsi1sk: statusKey(status, taskId) }),
          ...(assignees && { assignees: $set(assignees) }),
          ...(description !== undefined && { description: description || $remove() }),
          ...(comment && { comments: $add(1) }),
          version: before.version + 1,
          updatedAt,
        })
        .options({
          condition: {
            and: [
              { attr: "version", eq: before.version },
              // Subtasks change beside the version: one may have been opened meanwhile.
              { attr: "openSubtasks", ...(mustBeClosed ? { eq: 0 } : { gte: 0 }) },
            ],
          },
        }),
      Activity.activityWrite(activity.type, from, activity.message, taskId),
      ...(comment ? [comment] : []),
      ...workWrites(before, { ...before, ...set }, drafts),
      ...drafts.flatMap(Notification.notificationWrites),
    );
    return {
      ...before,
      ...set,
      description: set.description === undefined ? before.description : set.description || undefined,
      openSubtasks: mustBeClosed ? 0 : openSubtasks,
      comments: before.comments + (comment ? 1 : 0),
      version: before.version + 1,
      updatedAt,
    };
  });
}

/** A change of a task that is not as the caller saw it: fine only when it has been made already. */
function unlessOutdated(before: TaskItem, decide: (before: TaskItem) => Change | undefined): undefined {
  let decided: Change | undefined;
  try {
    decided = decide(before);
  } catch (error) {
    throw error instanceof VisibleError ? changedMeanwhile(error) : error;
  }
  if (decided) throw changedMeanwhile();
}

export const isAgent = (who: Author, agentId: string) => who.type === "agent" && who.id === agentId;

export const statusLabel = (status: TaskStatus) => status.replace("_", " ");
