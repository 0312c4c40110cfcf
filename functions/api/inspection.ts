// What operators inspect: executions, schedules, all squadhubs, and a workspace's changes as they happen.
import * as z from "zod";
import { currentUser, operatorRole } from "../../core/actor/index.ts";
import * as Executions from "../../core/operator/executions.ts";
import * as Schedules from "../../core/operator/schedules.ts";
import * as Squadhubs from "../../core/operator/squadhubs.ts";
import * as Socket from "../../core/socket/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const operators = { kind: "operator", role: "viewer" } as const;

export const routes = [
  route({
    method: "GET",
    path: "/ops/me",
    operationId: "getOwnOperator",
    summary: "Get your own operator role",
    access: operators,
    output: z.object({ userId: idOf("user"), name: z.string(), role: operatorRole }),
    async handler() {
      const { userId, name, operator } = currentUser();
      return { userId, name, role: operator! };
    },
  }),
  route({
    method: "GET",
    path: "/ops/squadhubs",
    operationId: "listSquadhubs",
    summary: "List the squadhubs of all workspaces, newest first, with state, memory and last sign of life",
    access: operators,
    query: pageQuery,
    output: pageOf(Squadhubs.squadhubOverview),
    handler: ({ query }) => Squadhubs.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/executions",
    operationId: "listExecutions",
    summary: "List executions of the state machines, newest first",
    access: operators,
    query: Executions.executionsQuery,
    output: pageOf(Executions.execution),
    handler: ({ query }) => Executions.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/executions/{workflow}/{name}",
    operationId: "inspectExecution",
    summary: "Get an execution with every state it entered",
    description: "The answer includes the state machine's definition, so that the path can be drawn in it.",
    access: operators,
    params: Executions.executionKey,
    output: Executions.executionDetails,
    handler: ({ params }) => Executions.get(params),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/schedules",
    operationId: "inspectSchedules",
    summary: "List a workspace's schedules, the next one to fire first",
    access: operators,
    params: inTenant,
    output: z.object({ items: z.array(Schedules.plannedSchedule) }),
    handler: async () => ({ items: await Schedules.list() }),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/socket-tickets",
    operationId: "watchTenant",
    summary: "Issue a ticket for one WebSocket that announces changes in a workspace",
    description: "Watching does not wake the squadhub.",
    access: operators,
    idempotency: "none",
    params: inTenant,
    output: Socket.ticket,
    status: 201,
    handler: Socket.issueTicket,
  }),
];

export const handler = serve(routes);
