// Whether the API answers at all.
import * as z from "zod";
import { checkHealth, health } from "../../core/health/index.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

export const routes = [
  route({
    method: "GET",
    path: "/health",
    operationId: "getHealth",
    summary: "Answers when the API does",
    access: { kind: "public" },
    output: z.object({ ok: z.literal(true) }),
    handler: async () => ({ ok: true as const }),
  }),
  route({
    method: "GET",
    path: "/health/deep",
    operationId: "getDeepHealth",
    summary: "Whether what the API stands on answers, and how fast",
    access: { kind: "operator", role: "viewer" },
    audit: false,
    output: health,
    handler: checkHealth,
  }),
];

export const handler = serve(routes);
