// Which error codes a route can answer with: those that follow from its shape, and those that it declares.
import { type ErrorCode, statuses } from "../../core/util/error.ts";
import { acceptsIdempotencyKey } from "../../functions/http/idempotency.ts";
import type { Route } from "../../functions/http/route.ts";

/** What each code means to the caller. */
export const meanings: Record<ErrorCode | "internal", string> = {
  invalid: "Something in the request is wrong. `fields` names each wrong field.",
  unauthenticated: "The token is missing, invalid or expired. Sign in again, or send a valid token.",
  forbidden: "The caller is known, but is not allowed to do this.",
  not_found: "It does not exist, or it belongs to somebody else. The API does not tell the two apart.",
  method_not_allowed:
    "The path does not accept this method. The `allow` header lists the methods that it accepts.",
  conflict:
    "The request conflicts with the current state; `detail` says why. If there is a `retry-after` header, try again after that time.",
  name_taken: "The name is already taken. Choose another one.",
  blocked_by_subtasks: "Some subtasks are still open. Finish or block them first.",
  too_large: "The body is larger than 1 MB.",
  unsupported_media_type: "The body is not JSON in UTF-8.",
  limit_reached: "The plan's limit is reached.",
  rate_limited: "There were too many requests in this minute. Try again after the seconds in `retry-after`.",
  capacity: "There is no room for another workspace at the moment. Try again later.",
  unavailable: "A service that this request needs did not respond. Try again.",
  internal: "Something failed on our side. Quote the request id when you ask us about it.",
};

/** The codes that a route may answer with, in the order of `statuses`. */
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
