// Calls the API's real handlers in this process, as API Gateway does, but without a socket.
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { problem } from "../../functions/http/problem.ts";
import { type Route, routeKey } from "../../functions/http/route.ts";
import { nouns } from "../../functions/routes.ts";
import { errorsOf } from "../../scripts/openapi/errors.ts";

export interface Call {
  /** The bearer token; undefined sends none. */
  token?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent unchanged, instead of `body`. */
  text?: string;
  headers?: Record<string, string>;
  sourceIp?: string;
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export type Handler = (typeof nouns)[keyof typeof nouns]["handler"];

/** Every route, with its noun and its handler. */
export const allRoutes: { noun: string; route: Route; handler: Handler }[] = Object.entries(nouns).flatMap(
  ([noun, { routes, handler }]) => routes.map((route) => ({ noun, route, handler })),
);

const byOperation = new Map(allRoutes.map((entry) => [entry.route.operationId, entry]));

export function routeOf(operationId: string) {
  const found = byOperation.get(operationId);
  if (!found) throw new Error(`No route ${operationId}`);
  return found;
}

let requests = 0;

export function eventOf(route: Pick<Route, "method" | "path">, call: Call): APIGatewayProxyEventV2 {
  const text = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, name: string) => call.params?.[name] ?? "");
  requests += 1;
  return {
    version: "2.0",
    routeKey: routeKey(route),
    rawPath,
    rawQueryString: new URLSearchParams(call.query).toString(),
    headers: {
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      ...(text === undefined
        ? {}
        : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }),
      ...call.headers,
    },
    queryStringParameters: call.query,
    pathParameters: call.params,
    requestContext: {
      accountId: "0",
      apiId: "test",
      domainName: "clawe.test",
      domainPrefix: "clawe",
      http: {
        method: route.method,
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: call.sourceIp ?? "192.0.2.1",
        userAgent: "test",
      },
      requestId: `request-${requests}`,
      routeKey: routeKey(route),
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    body: text,
    isBase64Encoded: false,
  };
}

/** Throws unless a failure is a problem whose code the route's description names. */
function assertDescribed(route: Route, { headers, body }: Answered): void {
  if (headers["content-type"] !== "application/problem+json")
    throw new Error(`${routeKey(route)} failed with ${headers["content-type"]}`);
  const { code } = problem.parse(body);
  if (code !== "internal" && !errorsOf(route).includes(code))
    throw new Error(
      `${routeKey(route)} answered ${code}, which is not among its errors: add it to the route`,
    );
}

/** Calls one route. A failure on our side throws, so that no test takes it for a response. */
export async function callApi(operationId: string, call: Call = {}): Promise<Answered> {
  const { route, handler } = routeOf(operationId);
  const event = eventOf(route, call);
  const context = { awsRequestId: event.requestContext.requestId, functionName: "api" } as Context;
  const { statusCode = 200, headers = {}, body } = await handler(event, context);
  if (statusCode >= 500 && statusCode !== 503)
    throw new Error(`${event.routeKey} answered ${statusCode}: ${body}`);
  const answered = {
    status: statusCode,
    headers: headers as Record<string, string>,
    body: body === undefined ? undefined : (JSON.parse(body) as unknown),
  };
  if (statusCode >= 400) assertDescribed(route, answered);
  return answered;
}
