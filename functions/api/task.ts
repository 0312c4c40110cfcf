// Tasks with their subtasks and comments, and what people decide of them.
import * as z from "zod";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import * as Comment from "../../core/task/comment.ts";
import { comment } from "../../core/task/comment-entity.ts";
import * as Task from "../../core/task/index.ts";
import * as Subtask from "../../core/task/subtask.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const ofTask = inTenant.extend({ taskId: idOf("task") });
const readers = { kind: "tenant", role: "viewer", machine: true } as const;
const writers = { kind: "tenant", role: "member", machine: true } as const;
const people = { kind: "tenant", role: "member", machine: false } as const;

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/tasks",
    operationId: "listTasks",
    summary: "Tasks, of one status or all, oldest first",
    access: readers,
    params: inTenant,
    query: Task.listQuery,
    output: pageOf(Task.task),
    handler: ({ query }) => Task.list(query),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks",
    operationId: "createTask",
    summary: "Create a task; with an assignee it is assigned and the agent is notified",
    access: writers,
    params: inTenant,
    body: Task.createInput,
    output: Task.task,
    status: 201,
    handler: ({ body }) => Task.create(body),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/plans",
    operationId: "planTask",
    summary: "Create a task with its subtasks and assignments in one write",
    access: writers,
    params: inTenant,
    body: Task.planInput,
    output: Task.task,
    status: 201,
    handler: ({ body }) => Task.plan(body),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/tasks/{taskId}",
    operationId: "getTask",
    summary: "One task with its subtasks",
    access: readers,
    params: ofTask,
    output: Task.taskWithSubtasks,
    handler: ({ params }) => Task.get(params.taskId),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/tasks/{taskId}",
    operationId: "updateTask",
    summary: "Change a task's title, description or priority",
    access: writers,
    params: ofTask,
    body: Task.updateInput,
    output: Task.task,
    handler: ({ params, body }) => Task.update({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "DELETE",
    path: "/t/{tenantId}/tasks/{taskId}",
    operationId: "deleteTask",
    summary: "Delete a task with its subtasks and comments; its documents stay",
    access: { ...people, role: "admin" },
    params: ofTask,
    handler: ({ params }) => Task.remove({ taskId: params.taskId }),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/tasks/{taskId}/assignees",
    operationId: "assignTask",
    summary: "Assign a task to agents, or take it from them; new assignees are notified",
    access: writers,
    params: ofTask,
    body: Task.assignInput,
    output: Task.task,
    handler: ({ params, body }) => Task.assign({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks/{taskId}/approve",
    operationId: "approveTask",
    summary: "Accept the work in review: the task is done",
    access: people,
    params: ofTask,
    body: Task.approveInput,
    output: Task.task,
    handler: ({ params, body }) => Task.approve({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks/{taskId}/request-changes",
    operationId: "requestChanges",
    summary: "Send the work in review back with feedback: the task is in progress again",
    access: people,
    params: ofTask,
    body: Task.changesInput,
    output: Task.task,
    handler: ({ params, body }) => Task.requestChanges({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks/{taskId}/subtasks",
    operationId: "addSubtask",
    summary: "Add a part to a task",
    access: writers,
    params: ofTask,
    body: Subtask.addInput,
    output: Subtask.subtask,
    status: 201,
    handler: ({ params, body }) => Subtask.add({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/tasks/{taskId}/subtasks/{subtaskId}",
    operationId: "updateSubtask",
    summary: "Change a part of a task: its status, assignee or text",
    access: writers,
    params: ofTask.extend({ subtaskId: idOf("subtask") }),
    body: Subtask.subtaskInput,
    output: Subtask.subtask,
    handler: ({ params: { taskId, subtaskId }, body }) => Subtask.change({ taskId, subtaskId, input: body }),
  }),
  route({
    method: "PUT",
    path: "/t/{tenantId}/tasks/{taskId}/status",
    operationId: "setTaskStatus",
    summary: "Move a task",
    access: writers,
    params: ofTask,
    body: Task.statusInput,
    output: Task.task,
    handler: ({ params, body }) => Task.setStatus({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/tasks/{taskId}/comments",
    operationId: "listComments",
    summary: "The comments of a task, oldest first",
    access: readers,
    params: ofTask,
    query: pageQuery,
    output: pageOf(comment),
    handler: ({ params, query }) => Comment.list({ taskId: params.taskId, page: query }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks/{taskId}/comments",
    operationId: "commentOnTask",
    summary: "Comment on a task; agents named with @ and its assignees are notified",
    access: writers,
    params: ofTask,
    body: Comment.addInput,
    output: comment,
    status: 201,
    handler: ({ params, body }) => Comment.add({ taskId: params.taskId, input: body }),
  }),
];

export const handler = serve(routes);
