// Routes are data, declared beside their handler. API Gateway's routes, the local server, openapi.json, the client and
// the tests of every route are all derived from them.
import type * as z from "zod";
import type { OperatorRole, Role } from "../../core/actor/index.ts";
import type { RateClass } from "../../core/rate/index.ts";
import type { ErrorCode } from "../../core/util/error.ts";

/**
 * Who may call a route. The path parameters `accountId` and `tenantId` are resolved before the handler runs; if they are
 * not the caller's, the response is 404.
 */
export type Access =
  /** Anyone. */
  | { kind: "public" }
  /** Anyone with a valid access token, before there is a session. */
  | { kind: "token" }
  /** Any signed-in person. */
  | { kind: "user" }
  /** Members of the account in the path, with this role or a higher one. */
  | { kind: "account"; role: Role }
  /** Members of the tenant's account, with this role or a higher one; with `machine`, also the tenant's squadhub token. */
  | { kind: "tenant"; role: Role; machine: boolean }
  /** Only the tenant's squadhub token. */
  | { kind: "machine" }
  /** Operators of the service, with this role or a higher one. A tenant in the path is the one they look at. */
  | { kind: "operator"; role: OperatorRole };

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** The bearer token; only for `token` routes. */
  bearer?: string;
}

export interface RouteOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType> {
  method: Method;
  /** In API Gateway's notation: `/t/{tenantId}/tasks`. */
  path: string;
  /** The name in the client: `createTask`. */
  operationId: string;
  /** One line for the API reference. */
  summary: string;
  /** More for the API reference, where the summary is too short. */
  description?: string;
  access: Access;
  /** The rate limit that a request counts against. Default: by method, and `report` for `machine` routes. */
  rate?: RateClass;
  /**
   * `none`: an Idempotency-Key is ignored, because the answer is secret and a second request does no harm. By default
   * every POST of a known caller remembers its key.
   */
  idempotency?: "none";
  /** Error codes of this route, besides those that follow from its shape. */
  errors?: ErrorCode[];
  /** Whether the audit log records it. Default: requests of operators, account changes, and writes that need an admin. */
  audit?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  output?: O;
  /** Default: 200, or 204 without output. */
  status?: 200 | 201 | 202 | 204;
  handler(input: Input<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<O>>;
}

/** Any route. `route` has checked its schemas against its handler. */
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
