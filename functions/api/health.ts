// Whether the API answers at all.
import * as z from "zod";
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
];

export const handler = serve(routes);
