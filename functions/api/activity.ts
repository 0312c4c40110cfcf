// The workspace's feed, and the ticket for the WebSocket that announces additions to it.
import * as z from "zod";
import * as Activity from "../../core/activity/index.ts";
import * as Socket from "../../core/socket/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/activities",
    operationId: "listActivities",
    summary: "List the workspace's activities, newest first",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    query: pageQuery,
    output: pageOf(Activity.activity),
    handler: ({ query }) => Activity.list(query),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/socket-tickets",
    operationId: "issueSocketTicket",
    summary: "Issue a ticket that opens one WebSocket",
    description: "The ticket works once and is valid for 60 seconds.",
    access: { kind: "tenant", role: "viewer", machine: false },
    params: inTenant,
    output: Socket.ticket,
    status: 201,
    idempotency: "none",
    handler: Socket.issueTicket,
  }),
];

export const handler = serve(routes);
