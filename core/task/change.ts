// Changes of a task: read, decided, and written in one transaction with their activity and notifications.
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
import { read, statusKey, TaskEntity, type TaskItem } from "./entity.ts";
import { workWrites } from "./work.ts";

export interface Change {
  /** The new values. An empty description removes it. */
  set: Partial<Pick<TaskItem, "title" | "description" | "priority" | "status" | "assignees">>;
  activity: { type: ActivityType; message: string };
  drafts?: NotificationDraft[];
  /** The write of a comment that belongs to the change. */
  commentWrite?: Write;
}

/**
 * Changes a task as `decide` says, given its present state. `decide` returns undefined when there is nothing to change;
 * then nothing is written. With `version`, only the task that the caller has seen is changed; without it, `decide` runs
 * again when another change came first. Throws `not_found`, `conflict`, and what `decide` throws.
 */
export async function change(
  taskId: string,
  { from, version }: { from: Author; version?: number },
  decide: (before: TaskItem) => Change | undefined,
): Promise<TaskItem> {
  return retryOnConflict(async () => {
    const before = await read(taskId);
    const isOutdated = version !== undefined && version !== before.version;
    const decided = isOutdated ? assertAlreadyMade(before, decide) : decide(before);
    if (!decided) return before;
    const { set, activity, drafts = [], commentWrite } = decided;
    const { tenantId, openSubtasks } = before;
    const { status, assignees, description, ...plain } = set;
    const mustHaveNoOpenSubtasks = status === "review" || status === "done";
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
          ...(commentWrite && { comments: $add(1) }),
          version: before.version + 1,
          updatedAt,
        })
        .options({
          condition: {
            and: [
              { attr: "version", eq: before.version },
              // Changes of subtasks do not touch the version: one may have been opened since the read.
              { attr: "openSubtasks", ...(mustHaveNoOpenSubtasks ? { eq: 0 } : { gte: 0 }) },
            ],
          },
        }),
      Activity.activityWrite(activity.type, from, activity.message, taskId),
      ...(commentWrite ? [commentWrite] : []),
      ...workWrites(before, { ...before, ...set }, drafts),
      ...drafts.flatMap(Notification.notificationWrites),
    );
    return {
      ...before,
      ...set,
      description: set.description === undefined ? before.description : set.description || undefined,
      openSubtasks: mustHaveNoOpenSubtasks ? 0 : openSubtasks,
      comments: before.comments + (commentWrite ? 1 : 0),
      version: before.version + 1,
      updatedAt,
    };
  });
}

/** The caller saw an older version. That is fine when the change has been made already; else throws `conflict`. */
function assertAlreadyMade(before: TaskItem, decide: (before: TaskItem) => Change | undefined): undefined {
  let decided: Change | undefined;
  try {
    decided = decide(before);
  } catch (error) {
    throw error instanceof VisibleError ? changedMeanwhile(error) : error;
  }
  if (decided) throw changedMeanwhile();
}
