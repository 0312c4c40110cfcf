// Notifications to agents.
import * as z from "zod";
import * as Agent from "../../core/agent/index.ts";
import * as Notification from "../../core/notification/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "POST",
    path: "/t/{tenantId}/notifications",
    operationId: "notifyAgent",
    summary: "Send a notification to an agent",
    access: { kind: "tenant", role: "member", machine: true },
    params: inTenant,
    body: Notification.notifyInput,
    status: 202,
    handler: ({ body }) => Notification.notify(body),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/agents/{agentId}/notifications",
    operationId: "listNotifications",
    summary: "List an agent's notifications, newest first",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant.extend({ agentId: Agent.agentId }),
    query: pageQuery,
    output: pageOf(Notification.notification),
    handler: ({ params, query }) => Notification.list({ ...query, agentId: params.agentId }),
  }),
];

export const handler = serve(routes);
