// Headers of every response of the API: what browsers may do with it, and which other origins may read it.
import type middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { site } from "#platform";

export type HttpMiddleware = middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** A response is data: it may not be executed, framed or cached. */
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

const isAllowedOrigin = (origin: string | undefined): origin is string =>
  origin !== undefined && (site.allowedOrigins ?? []).includes(origin);

/** Our own page has the same origin; other origins must be configured. */
function corsHeaders(origin: string | undefined): Record<string, string> {
  if (!site.allowedOrigins?.length) return {};
  if (!isAllowedOrigin(origin)) return { vary: "origin" };
  return {
    vary: "origin",
    "access-control-allow-origin": origin,
    "access-control-expose-headers": READABLE,
    "cross-origin-resource-policy": "cross-origin",
  };
}

/** What a preflight is answered with, besides the headers of every response. */
export function preflightHeaders(origin: string | undefined): Record<string, string> {
  if (!isAllowedOrigin(origin)) return {};
  return {
    "access-control-allow-methods": METHODS,
    "access-control-allow-headers": HEADERS,
    "access-control-max-age": "7200",
  };
}

/** Adds headers to every response, problems included. A header that the response has already stays. */
export function addHeaders(
  headersOf: (event: APIGatewayProxyEventV2) => Record<string, string>,
): HttpMiddleware {
  const add: HttpMiddleware["after"] = ({ event, response }) => {
    if (response) response.headers = { ...headersOf(event), ...response.headers };
  };
  return { after: add, onError: add };
}

export const responseHeaders = (): HttpMiddleware =>
  addHeaders(({ headers }) => ({ ...security, ...corsHeaders(headers.origin) }));
