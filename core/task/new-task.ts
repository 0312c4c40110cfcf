// The items of a new task and its subtasks. Whoever creates a task adds its activity and its notifications.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import type { Author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import { now, type Write } from "../table/index.ts";
import { newId } from "../util/id.ts";
import { SubtaskEntity, TaskEntity, type TaskItem } from "./entity.ts";

export interface NewTask extends Pick<TaskItem, "title" | "description" | "priority"> {
  by: Author;
  assignees?: string[];
  subtasks?: { title: string; description?: string; assignee?: string }[];
}

/** A new task and the writes that create it: `assigned` with an assignee, else in the `inbox`. */
export function newTask({ assignees = [], subtasks = [], ...input }: NewTask): {
  task: TaskItem;
  writes: Write[];
} {
  const key = { tenantId: currentTenant(), taskId: newId("task") };
  const at = now();
  const task: TaskItem = {
    ...input,
    ...key,
    assignees,
    status: assignees.length > 0 ? "assigned" : "inbox",
    openSubtasks: subtasks.length,
    subtasks: subtasks.length,
    comments: 0,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  const subtaskWrites = subtasks.map((subtask) =>
    SubtaskEntity.build(PutTransaction).item({
      ...subtask,
      ...key,
      subtaskId: newId("subtask"),
      status: "pending",
      version: 1,
    }),
  );
  return { task, writes: [TaskEntity.build(PutTransaction).item(task), ...subtaskWrites] };
}
