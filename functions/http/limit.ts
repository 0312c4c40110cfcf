// Which rate limit a request counts against, and whose.
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { site } from "#platform";
import type { Actor } from "../../core/actor/index.ts";
import type { RateClass, RateScope } from "../../core/rate/index.ts";
import * as Rate from "../../core/rate/index.ts";
import type { Route } from "./route.ts";

/** Counts the request. Throws `rate_limited`. A public route is counted only if it names a rate class. */
export async function countRequest(route: Route, actor: Actor, event: APIGatewayProxyEventV2): Promise<void> {
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
    return { kind: "address", id: sourceNetwork(event) };
  if (actor.type !== "user" && actor.type !== "machine") return undefined;
  const { tenantId, plan } = actor;
  if (tenantId && plan) return { kind: "tenant", id: tenantId, plan };
  return actor.type === "user" ? { kind: "user", id: actor.userId } : undefined;
}

/** The address that the request came from; behind a proxy, the one that the proxy reports. */
export function sourceAddress({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const reported = site.addressHeader ? headers[site.addressHeader] : undefined;
  return reported ? reported.replace(/:\d+$/, "").replace(/^\[|\]$/g, "") : requestContext.http.sourceIp;
}

/** The network that is counted: an IPv4 address, or the first half of an IPv6 one, since a customer gets a whole /64. */
export function sourceNetwork(event: APIGatewayProxyEventV2): string {
  const address = sourceAddress(event);
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill("0"), ...(tail?.split(":") ?? [])].slice(0, 4).join(":");
}
