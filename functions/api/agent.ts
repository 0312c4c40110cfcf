// The squad: who is in it, and the heartbeat of each agent.
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
    summary: "The squad",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: z.object({ items: z.array(Agent.agent) }),
    handler: Agent.list,
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/agents",
    operationId: "registerAgent",
    summary: "Bring an agent into the squad; of agents, only the lead may",
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
    summary: "Change an agent's name, role or emoji; of agents, only the lead may",
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
    summary:
      "An agent's heartbeat: a sign of life that hands over its pending notifications, to be confirmed",
    access: { kind: "machine" },
    params: inTenant.extend({ agentId: Agent.agentId }),
    output: z.object({ items: z.array(Notification.notification) }),
    handler: async ({ params }) => ({ items: await Check.check(params.agentId) }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/agents/{agentId}/check/confirm",
    operationId: "confirmRead",
    summary:
      "What a check handed over has been read; what is not confirmed is handed over again a minute later",
    access: { kind: "machine" },
    params: inTenant.extend({ agentId: Agent.agentId }),
    body: Check.confirmInput,
    handler: ({ params, body }) => Check.confirm({ agentId: params.agentId, ...body }),
  }),
];

export const handler = serve(routes);
