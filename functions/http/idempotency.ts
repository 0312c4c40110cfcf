// The Idempotency-Key of a request: which routes accept one, and who owns it.
import type { Actor } from "../../core/actor/index.ts";
import type { Answer } from "../../core/idempotency/index.ts";
import * as Idempotency from "../../core/idempotency/index.ts";
import { keys } from "../../core/table/index.ts";
import { invalidField } from "../../core/util/error.ts";
import { type Route, routeKey } from "./route.ts";

/** Visible ASCII characters. */
const KEY = /^[\x21-\x7e]{8,128}$/;

/** POSTs of known callers: the other methods are idempotent by themselves. */
export const acceptsIdempotencyKey = ({ method, access, idempotency }: Route): boolean =>
  method === "POST" && access.kind !== "public" && access.kind !== "token" && idempotency !== "none";

/** Performs the request, or returns the answer of an earlier one with the same key. Throws `invalid`, `conflict`. */
export async function performOnce(
  route: Route,
  key: string | undefined,
  actor: Actor,
  input: object,
  perform: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const owner = acceptsIdempotencyKey(route) ? ownerOf(actor) : undefined;
  if (key === undefined || !owner) return { ...(await perform()), replayed: false };
  if (!KEY.test(key))
    throw invalidField("header.idempotency-key", "must be 8 to 128 visible ASCII characters");
  const { partition, caller } = owner;
  return Idempotency.once({ partition, scope: [caller, routeKey(route)], key, input }, perform);
}

/** The partition that keeps the answer, and the caller. */
function ownerOf(actor: Actor): { partition: string; caller: string } | undefined {
  if (actor.type === "machine") return { partition: keys.tenant(actor.tenantId), caller: "squadhub" };
  if (actor.type !== "user") return undefined;
  const { tenantId, accountId, userId } = actor;
  const partition = tenantId
    ? keys.tenant(tenantId)
    : accountId
      ? keys.account(accountId)
      : keys.user(userId);
  return { partition, caller: userId };
}
