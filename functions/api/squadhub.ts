// The squadhub: its state for people, its reports from the plugin inside it.
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
    summary: "The squadhub's state, as it last reported it",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: Squadhub.squadhub,
    handler: Squadhub.get,
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/squadhub/ready",
    operationId: "reportReady",
    summary: "The gateway listens: completes the waiting workflow and rings the lanes",
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
    summary: "The gateway still runs; costs no model call",
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
    summary: "A turn has ended of an agent that was too busy for a notification: its lane rings",
    access: { kind: "machine" },
    params: inTenant,
    body: Doorbell.reportIdle.schema,
    handler: ({ body }) => Doorbell.reportIdle(body),
  }),
];

export const handler = serve(routes);
