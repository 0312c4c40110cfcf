// What operators look into: the engines' executions and schedules, all squadhubs, and a workspace's hints as they come.
import * as z from "zod";
import { currentUser } from "../../core/actor/index.ts";
import {
  execution,
  executionDetails,
  executionKey,
  executionsQuery,
  get as getExecution,
  list as listExecutions,
} from "../../core/operator/executions.ts";
import { operatorRole } from "../../core/operator/index.ts";
import { list as listSchedules, plannedSchedule } from "../../core/operator/schedules.ts";
import { list as listSquadhubs, squadhubOverview } from "../../core/operator/squadhubs.ts";
import { issueTicket, ticket } from "../../core/socket/index.ts";
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
    output: pageOf(squadhubOverview),
    handler: ({ query }) => listSquadhubs(query),
  }),
  route({
    method: "GET",
    path: "/ops/executions",
    operationId: "listExecutions",
    summary: "Executions of the state machines, newest first",
    access: looking,
    query: executionsQuery,
    output: pageOf(execution),
    handler: ({ query }) => listExecutions(query),
  }),
  route({
    method: "GET",
    path: "/ops/executions/{workflow}/{name}",
    operationId: "inspectExecution",
    summary: "One execution: every state it was in, and the machine to draw the way in",
    access: looking,
    params: executionKey,
    output: executionDetails,
    handler: ({ params }) => getExecution(params),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/schedules",
    operationId: "inspectSchedules",
    summary: "One workspace's schedules, the next to fire first",
    access: looking,
    params: oneTenant,
    output: z.object({ items: z.array(plannedSchedule) }),
    handler: async () => ({ items: await listSchedules() }),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/socket-tickets",
    operationId: "watchTenant",
    summary: "A ticket for one WebSocket that hints at what changes in a workspace; wakes nobody",
    access: looking,
    idempotency: "none",
    params: oneTenant,
    output: ticket,
    status: 201,
    handler: issueTicket,
  }),
];

export const handler = serve(routes);
