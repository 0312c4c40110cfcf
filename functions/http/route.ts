// Routes are data, declared beside their handler. API Gateway's routes, the local server, openapi.json, the client
// and the tests that try every route are all made from them.
import type * as z from "zod";
import type { OperatorRole, Role } from "../../core/actor/index.ts";
import type { RateClass } from "../../core/rate/index.ts";
import type { ErrorCode } from "../../core/util/error.ts";

/** Who may call. Path parameters `accountId` and `tenantId` are resolved, and refused with 404, before the handler. */
export type Access =
  /** Anyone. */
  | { kind: "public" }
  /** Whoever holds a valid access token, before there is a session. */
  | { kind: "token" }
  /** Any signed-in person. */
  | { kind: "user" }
  /** Members of the account in the path, from this role up. */
  | { kind: "account"; role: Role }
  /** Members of the tenant's account from this role up; with `machine`, the tenant's squadhub token too. */
  | { kind: "tenant"; role: Role; machine: boolean }
  /** The tenant's squadhub token only. */
  | { kind: "machine" }
  /** People who run the service, from this role up. A tenant in the path is the one they look at. */
  | { kind: "operator"; role: OperatorRole };

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** The bearer token; for `token` routes only. */
  bearer?: string;
}

export interface RouteOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType> {
  method: Method;
  /** As API Gateway writes it: `/t/{tenantId}/tasks`. */
  path: string;
  /** The client's name for it: `createTask`. */
  operationId: string;
  summary: string;
  /** What the summary has no room for. */
  description?: string;
  access: Access;
  /** What it counts as against the rate limit. By its method unless said; reports for `machine` routes. */
  rate?: RateClass;
  /**
   * `none`: an Idempotency-Key is not remembered, because the answer is secret and doing it twice harms nobody. Else
   * every POST of a known caller remembers it.
   */
  idempotency?: "none";
  /** Its own failures, besides those that follow from its shape. */
  errors?: ErrorCode[];
  /** Whether the audit log tells of it. Unless said: what operators do, and what changes an account or needs an admin. */
  audit?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  output?: O;
  /** 200 unless said; 204 without output. */
  status?: 200 | 201 | 202 | 204;
  handler(input: Input<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<O>>;
}

/** A route whose types have been checked against its handler already. */
export type Route = RouteOf<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  O extends z.ZodType = z.ZodVoid,
>(spec: RouteOf<P, Q, B, O>): Route {
  return spec;
}

export const routeKey = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
