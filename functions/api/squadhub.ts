// The squadhub: its state for people, and the reports of the plugin inside it.
import * as z from "zod";
import * as Agent from "../../core/agent/index.ts";
import * as Doorbell from "../../core/delivery/doorbell.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/squadhub",
    operationId: "getSquadhub",
    summary: "Get the squadhub's state as last reported",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: Squadhub.squadhub,
    handler: Squadhub.get,
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/squadhub/ready",
    operationId: "reportReady",
    summary: "Report that the gateway is ready",
    description:
      "The workflow that waits for the gateway continues, and pending notifications are delivered.",
    access: { kind: "machine" },
    params: inTenant,
    body: Squadhub.reportReady.schema,
    async handler({ body }) {
      await Squadhub.reportReady(body);
      await Agent.markAllSeen();
    },
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/squadhub/liveness",
    operationId: "reportAlive",
    summary: "Report that the gateway is running",
    description: "The report costs no model call.",
    access: { kind: "machine" },
    params: inTenant,
    body: Squadhub.reportAlive.schema,
    async handler({ body }) {
      await Squadhub.reportAlive(body);
      await Agent.markAllSeen();
    },
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/squadhub/idle",
    operationId: "reportIdle",
    summary: "Report that an agent has become idle",
    description:
      "The gateway reports this when an agent that was too busy for a notification has finished its turn. Delivery to the agent continues.",
    access: { kind: "machine" },
    params: inTenant,
    body: Doorbell.reportIdle.schema,
    handler: ({ body }) => Doorbell.reportIdle(body),
  }),
];

export const handler = serve(routes);
