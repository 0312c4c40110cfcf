// The errors that a route can answer with: those that follow from its shape, and those that it lists itself.
import { type ErrorCode, statuses } from "../../core/util/error.ts";
import { acceptsIdempotencyKey } from "../../functions/http/idempotency.ts";
import type { Route } from "../../functions/http/route.ts";

/** The meaning of each code, for the caller. */
export const meanings: Record<ErrorCode | "internal", string> = {
  invalid: "The request is invalid. `fields` names each field that is wrong.",
  unauthenticated: "The token is missing, expired or revoked. Sign in again, or send a valid token.",
  forbidden: "You do not have permission to do this.",
  not_found: "It does not exist, or it belongs to somebody else.",
  method_not_allowed: "The path does not support this method. `allow` lists the methods that it supports.",
  conflict:
    "It is not possible in the current state; `detail` says why. If there is a `retry-after`, try again then.",
  name_taken: "The name is taken.",
  blocked_by_subtasks: "Subtasks are still open.",
  too_large: "The body is larger than 1 MB.",
  unsupported_media_type: "The body is not JSON in UTF-8.",
  limit_reached: "The plan's limit is reached.",
  rate_limited: "Too many requests in this minute. `retry-after` says when you can try again.",
  capacity: "There is no capacity at the moment. Try again later.",
  unavailable: "A service that we depend on did not answer. Try again.",
  internal: "Something failed on our side. Quote the request id when you contact us.",
};

/** The codes that a route may answer with, ordered by status. */
export function errorsOf(route: Route): ErrorCode[] {
  const { access, method, params, body, rate, errors = [] } = route;
  const possible: Partial<Record<ErrorCode, boolean>> = {
    invalid: true,
    unauthenticated: access.kind !== "public",
    forbidden: access.kind !== "public",
    not_found: params !== undefined,
    too_large: body !== undefined,
    unsupported_media_type: body !== undefined,
    conflict:
      acceptsIdempotencyKey(route) ||
      (method !== "GET" && (access.kind === "tenant" || access.kind === "machine")),
    rate_limited: access.kind !== "public" || rate !== undefined,
    unavailable: access.kind !== "public",
  };
  return (Object.keys(statuses) as ErrorCode[]).filter((code) => possible[code] || errors.includes(code));
}
