// What operators look into: the engines' executions and schedules, all squadhubs, and a workspace's hints as they come.
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

const oneTenant = z.object({ tenantId: idOf("tenant") });
const looking = { kind: "operator", role: "viewer" } as const;

export const routes = [
  route({
    method: "GET",
    path: "/ops/me",
    operationId: "getOwnOperator",
    summary: "What the caller may do among those who run the service",
    access: looking,
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
    summary: "The squadhubs of all workspaces, newest first: state, memory, last sign of life",
    access: looking,
    query: pageQuery,
    output: pageOf(Squadhubs.squadhubOverview),
    handler: ({ query }) => Squadhubs.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/executions",
    operationId: "listExecutions",
    summary: "Executions of the state machines, newest first",
    access: looking,
    query: Executions.executionsQuery,
    output: pageOf(Executions.execution),
    handler: ({ query }) => Executions.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/executions/{workflow}/{name}",
    operationId: "inspectExecution",
    summary: "One execution: every state it was in, and the machine to draw the way in",
    access: looking,
    params: Executions.executionKey,
    output: Executions.executionDetails,
    handler: ({ params }) => Executions.get(params),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/schedules",
    operationId: "inspectSchedules",
    summary: "One workspace's schedules, the next to fire first",
    access: looking,
    params: oneTenant,
    output: z.object({ items: z.array(Schedules.plannedSchedule) }),
    handler: async () => ({ items: await Schedules.list() }),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/socket-tickets",
    operationId: "watchTenant",
    summary: "A ticket for one WebSocket that hints at what changes in a workspace; wakes nobody",
    access: looking,
    idempotency: "none",
    params: oneTenant,
    output: Socket.ticket,
    status: 201,
    handler: Socket.issueTicket,
  }),
];

export const handler = serve(routes);
