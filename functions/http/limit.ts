// What a request counts as, and against whom.
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { site } from "#platform";
import type { Actor } from "../../core/actor/index.ts";
import type { RateClass, RateScope } from "../../core/rate/index.ts";
import * as Rate from "../../core/rate/index.ts";
import type { Route } from "./route.ts";

/** Counts the request. Throws `rate_limited`. What anyone may call is counted where the route says as what. */
export async function count(route: Route, actor: Actor, event: APIGatewayProxyEventV2): Promise<void> {
  const scope = scopeOf(route, actor, event);
  if (scope) await Rate.spend(classOf(route), scope);
}

function classOf({ rate, access, method }: Route): RateClass {
  return rate ?? (access.kind === "machine" ? "report" : method === "GET" ? "read" : "write");
}

function scopeOf(
  { access, rate }: Route,
  actor: Actor,
  event: APIGatewayProxyEventV2,
): RateScope | undefined {
  if (access.kind === "token" || (access.kind === "public" && rate))
    return { kind: "address", id: addressOf(event) };
  if (actor.type !== "user" && actor.type !== "machine") return undefined;
  const { tenantId, plan } = actor;
  if (tenantId && plan) return { kind: "tenant", id: tenantId, plan };
  return actor.type === "user" ? { kind: "user", id: actor.userId } : undefined;
}

/** The address that the request came from. */
export function sourceOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const named = site.addressHeader ? headers[site.addressHeader] : undefined;
  return named ? named.replace(/:\d+$/, "").replace(/^\[|\]$/g, "") : requestContext.http.sourceIp;
}

/** Whose address that is. Of IPv6 the first half: the rest is one customer's own. */
export function addressOf(event: APIGatewayProxyEventV2): string {
  const address = sourceOf(event);
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill("0"), ...(tail?.split(":") ?? [])].slice(0, 4).join(":");
}
