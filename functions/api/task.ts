// Tasks and their comments.
import * as z from "zod";
import { idOf } from "../../core/id.ts";
import { comment, commentInput, list as listComments, message } from "../../core/message/index.ts";
import { pageOf, pageQuery } from "../../core/table.ts";
import {
  create,
  createInput,
  get,
  list,
  listQuery,
  plan,
  planInput,
  setStatus,
  statusInput,
  task,
  taskWithSubtasks,
} from "../../core/task/index.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const ofTask = inTenant.extend({ taskId: idOf("task") });
const readers = { kind: "tenant", role: "viewer", machine: true } as const;
const writers = { kind: "tenant", role: "member", machine: true } as const;

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/tasks",
    operationId: "listTasks",
    summary: "Tasks, of one status or all, oldest first",
    access: readers,
    params: inTenant,
    query: listQuery,
    output: pageOf(task),
    handler: ({ query }) => list(query),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks",
    operationId: "createTask",
    summary: "Create a task; with an assignee it is assigned and the agent is notified",
    access: writers,
    params: inTenant,
    body: createInput,
    output: task,
    status: 201,
    handler: ({ body }) => create(body),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/plans",
    operationId: "planTask",
    summary: "Create a task with its subtasks and assignments in one write",
    access: writers,
    params: inTenant,
    body: planInput,
    output: task,
    status: 201,
    handler: ({ body }) => plan(body),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/tasks/{taskId}",
    operationId: "getTask",
    summary: "One task with its subtasks",
    access: readers,
    params: ofTask,
    output: taskWithSubtasks,
    handler: ({ params }) => get(params.taskId),
  }),
  route({
    method: "PUT",
    path: "/t/{tenantId}/tasks/{taskId}/status",
    operationId: "setTaskStatus",
    summary: "Move a task",
    access: writers,
    params: ofTask,
    body: statusInput,
    output: task,
    handler: ({ params, body }) => setStatus({ taskId: params.taskId, input: body }),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/tasks/{taskId}/comments",
    operationId: "listComments",
    summary: "The comments of a task, oldest first",
    access: readers,
    params: ofTask,
    query: pageQuery,
    output: pageOf(message),
    handler: ({ params, query }) => listComments({ taskId: params.taskId, page: query }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/tasks/{taskId}/comments",
    operationId: "commentOnTask",
    summary: "Comment on a task; agents named with @ and its assignees are notified",
    access: writers,
    params: ofTask,
    body: commentInput,
    output: message,
    status: 201,
    handler: ({ params, body }) => comment({ taskId: params.taskId, input: body }),
  }),
];

export const handler = serve(routes);
