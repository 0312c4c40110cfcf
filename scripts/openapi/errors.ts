// Which errors a route can answer with: what follows from its shape, and what it says itself.
import { type ErrorCode, statuses } from "../../core/util/error.ts";
import { acceptsIdempotencyKey } from "../../functions/http/idempotency.ts";
import type { Route } from "../../functions/http/route.ts";

/** What each code says to whoever meets it. */
export const meanings: Record<ErrorCode | "internal", string> = {
  invalid: "Something in the request is wrong; `fields` names each place.",
  unauthenticated: "There is no live token. Sign in again, or send a valid one.",
  forbidden: "The caller is known, but may not do this.",
  not_found: "It does not exist, or belongs to somebody else, which looks the same.",
  method_not_allowed: "The path exists, but not with this method; `allow` names those that do.",
  conflict:
    "It does not go with how things stand now; the text says why. With `retry-after`, try again then.",
  name_taken: "The name is somebody's already.",
  blocked_by_subtasks: "Subtasks are still open.",
  too_large: "The body is over 1 MB.",
  unsupported_media_type: "The body is not JSON in UTF-8.",
  limit_reached: "The plan has no more of this.",
  rate_limited: "Too many requests in this minute; `retry-after` says when the next one begins.",
  capacity: "We have no room at the moment.",
  unavailable: "Something that we need did not answer. Try again.",
  internal: "It failed on our side. Quote the request id when you ask about it.",
};

/** The codes that a route may answer with, in the order of their statuses. */
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
