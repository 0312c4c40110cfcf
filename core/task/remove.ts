// Deletes a task. The event of its deletion then removes what belonged to it.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { actor } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { eraseItems } from "../table/erase.ts";
import { transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { find, read, TaskEntity } from "./entity.ts";
import { eraseWork } from "./work.ts";

/** Deletes a task; its documents stay. Throws `forbidden` for agents, `not_found`. */
export const remove = fn(z.object({ taskId: idOf("task") }), async ({ taskId }): Promise<void> => {
  if (actor().type === "machine") throw new VisibleError("forbidden", "Only people can delete tasks.");
  const from = await Agent.authorOf();
  await retryOnConflict(async () => {
    const { tenantId, title, version } = await read(taskId);
    await transact(
      TaskEntity.build(DeleteTransaction)
        .key({ tenantId, taskId })
        .options({ condition: { attr: "version", eq: version } }),
      Activity.activityWrite("task_deleted", from, `deleted “${title}”`),
    );
  });
});

/** Erases a deleted task's subtasks, comments and work items, in bounded batches. Safe to repeat. */
export async function sweep(taskId: string): Promise<void> {
  if (await find(taskId)) return;
  await eraseItems(`SUBTASK#${taskId}#`);
  await eraseItems(`MESSAGE#${taskId}#`);
  await eraseWork(taskId);
}
