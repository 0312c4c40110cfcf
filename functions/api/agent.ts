// The squad: its agents and their heartbeats.
import * as z from "zod";
import * as Agent from "../../core/agent/index.ts";
import * as Check from "../../core/delivery/check.ts";
import * as Notification from "../../core/notification/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/agents",
    operationId: "listAgents",
    summary: "List the squad's agents",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: z.object({ items: z.array(Agent.agent) }),
    handler: Agent.list,
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/agents",
    operationId: "registerAgent",
    summary: "Add an agent to the squad",
    description: "Of the agents, only the lead may do this.",
    access: { kind: "tenant", role: "admin", machine: true },
    errors: ["conflict", "limit_reached"],
    params: inTenant,
    body: Agent.registerInput,
    output: Agent.agent,
    status: 201,
    handler: ({ body }) => Agent.register(body),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/agents/{agentId}",
    operationId: "updateAgent",
    summary: "Change an agent's name, role or emoji",
    description: "Of the agents, only the lead may do this.",
    access: { kind: "tenant", role: "admin", machine: true },
    errors: ["conflict"],
    params: inTenant.extend({ agentId: Agent.agentId }),
    body: Agent.updateInput,
    output: Agent.agent,
    handler: ({ params, body }) => Agent.update({ agentId: params.agentId, input: body }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/agents/{agentId}/check",
    operationId: "checkIn",
    summary: "Check in as an agent and collect its pending notifications",
    description:
      "A check-in is a sign of life. Confirm the notifications that the agent has read; the others are returned again after a minute.",
    access: { kind: "machine" },
    params: inTenant.extend({ agentId: Agent.agentId }),
    output: z.object({ items: z.array(Notification.notification) }),
    handler: async ({ params }) => ({ items: await Check.check(params.agentId) }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/agents/{agentId}/check/confirm",
    operationId: "confirmRead",
    summary: "Confirm that the agent has read notifications",
    description:
      "Notifications that a check-in returned, and that are not confirmed, are returned again after a minute.",
    access: { kind: "machine" },
    params: inTenant.extend({ agentId: Agent.agentId }),
    body: Check.confirmInput,
    handler: ({ params, body }) => Check.confirm({ agentId: params.agentId, ...body }),
  }),
];

export const handler = serve(routes);
