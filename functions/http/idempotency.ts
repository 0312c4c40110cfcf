// The Idempotency-Key of a request: whose it is, and which requests heed it.
import type { Actor } from "../../core/actor/index.ts";
import type { Answer } from "../../core/idempotency/index.ts";
import * as Idempotency from "../../core/idempotency/index.ts";
import { keys } from "../../core/table/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import { type Route, routeKey } from "./route.ts";

/** Visible ASCII characters. */
const KEY = /^[\x21-\x7e]{8,128}$/;

/** POSTs of known callers; the other methods have the same effect twice as once by themselves. */
export const acceptsIdempotencyKey = ({ method, access, idempotency }: Route): boolean =>
  method === "POST" && access.kind !== "public" && access.kind !== "token" && idempotency !== "none";

/** Performs the request; or gives the answer of an earlier one with the same key. Throws `invalid`, `conflict`. */
export async function performOnce(
  route: Route,
  key: string | undefined,
  actor: Actor,
  input: object,
  perform: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const owner = acceptsIdempotencyKey(route) ? ownerOf(actor) : undefined;
  if (key === undefined || !owner) return { ...(await perform()), replayed: false };
  if (!KEY.test(key)) {
    const message = "must be 8 to 128 visible ASCII characters";
    throw new VisibleError("invalid", `header.idempotency-key: ${message}`, {
      fields: [{ field: "header.idempotency-key", message }],
    });
  }
  const { partition, caller } = owner;
  return Idempotency.once({ partition, scope: [caller, routeKey(route)], key, input }, perform);
}

/** Whose partition keeps the answer, and who asks. */
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
