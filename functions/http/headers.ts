// Headers of every answer of the API: what browsers may do with it, and which other origins may read it.
import { site } from "#platform";

/** An answer is data: nothing in it may run, be framed or be kept. */
const security = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
};

const READABLE = "idempotent-replayed, retry-after, x-request-id";
const METHODS = "GET, POST, PUT, PATCH, DELETE";
const HEADERS = "authorization, content-type, idempotency-key";

/** Our own page is of the same origin; others only where they are configured. */
function corsOf(origin: string | undefined): Record<string, string> {
  const allowed = site.allowedOrigins ?? [];
  if (allowed.length === 0) return {};
  if (!origin || !allowed.includes(origin)) return { vary: "origin" };
  return {
    vary: "origin",
    "access-control-allow-origin": origin,
    "access-control-expose-headers": READABLE,
    "cross-origin-resource-policy": "cross-origin",
  };
}

export function answerHeaders(requestId: string, origin: string | undefined): Record<string, string> {
  return { ...security, "x-request-id": requestId, ...corsOf(origin) };
}

/** What a preflight is answered with. */
export function preflightHeaders(requestId: string, origin: string | undefined): Record<string, string> {
  const headers = answerHeaders(requestId, origin);
  if (!headers["access-control-allow-origin"]) return headers;
  return {
    ...headers,
    "access-control-allow-methods": METHODS,
    "access-control-allow-headers": HEADERS,
    "access-control-max-age": "7200",
  };
}
