// Health: whether the API responds, and whether its dependencies do.
import * as z from "zod";
import { checkHealth, health } from "../../core/health/index.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

export const routes = [
  route({
    method: "GET",
    path: "/health",
    operationId: "getHealth",
    summary: "Check whether the API responds",
    access: { kind: "public" },
    output: z.object({ ok: z.literal(true) }),
    handler: async () => ({ ok: true as const }),
  }),
  route({
    method: "GET",
    path: "/health/deep",
    operationId: "getDeepHealth",
    summary: "Check whether the API's dependencies respond, and how fast",
    access: { kind: "operator", role: "viewer" },
    audit: false,
    output: health,
    handler: checkHealth,
  }),
];

export const handler = serve(routes);
