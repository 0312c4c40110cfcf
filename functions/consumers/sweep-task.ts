// A task was deleted: deletes its subtasks and comments, and takes its documents out of it.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Document from "../../core/document/index.ts";
import * as Task from "../../core/task/index.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"task.deleted", Detail<"task.deleted">>,
): Promise<void> {
  const { tenantId, taskId } = detailOf("task.deleted", event.detail);
  await as({ type: "system", tenantId }, async () => {
    await Task.sweep(taskId);
    await Document.detachFromTask(taskId);
  });
}
