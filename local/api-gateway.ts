// API Gateway's HTTP API on node:http: turns requests into Lambda events (payload format 2.0) and results back.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { BodyTooLargeError, flatHeaders, readBody, sendProblem } from "./http.ts";
import { createRouter, type Router } from "./router.ts";

export interface ApiRoute {
  method: string;
  /** As `/t/{tenantId}/tasks`, without the prefix. */
  path: string;
  /** The event's route key, when it is not method and path. */
  key?: string;
  handler(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2>;
}

const MEGABYTE = 1_048_576;
const TEXT =
  /^(text\/|application\/([\w.-]+\+)?(json|xml)\b|application\/(javascript|x-www-form-urlencoded)\b)/i;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

function queryOf(rawQueryString: string): Record<string, string> | undefined {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return Object.keys(query).length > 0 ? { ...query } : undefined;
}

function createEvent(
  { id, rawPath, rawQueryString, request }: Exchange,
  route: ApiRoute,
  parameters: Record<string, string>,
  body: Buffer,
): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = flatHeaders(request.headers);
  const routeKey = route.key ?? `${route.method} ${route.path}`;
  const isBase64Encoded = body.length > 0 && !TEXT.test(headers["content-type"] ?? "text/plain");
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath,
    rawQueryString,
    cookies: cookie?.split(/; */),
    headers,
    queryStringParameters: queryOf(rawQueryString),
    pathParameters: Object.keys(parameters).length > 0 ? parameters : undefined,
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: headers.host ?? "localhost",
      domainPrefix: "local",
      http: {
        method: request.method ?? "GET",
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: id,
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    body: body.length > 0 ? body.toString(isBase64Encoded ? "base64" : "utf8") : undefined,
    isBase64Encoded,
  };
}

function createContext(id: string, deadline: number): Context {
  return {
    awsRequestId: id,
    functionName: "api",
    functionVersion: "$LATEST",
    invokedFunctionArn: "arn:aws:lambda:local:000000000000:function:api",
    memoryLimitInMB: "512",
    logGroupName: "/aws/lambda/api",
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    // They end an invocation in the callback style; our handlers return promises.
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeoutError()), milliseconds);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function sendResult(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const headers: Record<string, string | string[]> = { "content-type": "application/json" };
  for (const [name, value] of Object.entries(result.headers ?? {}))
    headers[name.toLowerCase()] = String(value);
  if (result.cookies && result.cookies.length > 0) headers["set-cookie"] = result.cookies;
  const body = Buffer.from(result.body ?? "", result.isBase64Encoded ? "base64" : "utf8");
  const statusCode = result.statusCode ?? 200;
  // These have no body, and must not declare one.
  if (statusCode === 204 || statusCode === 304) delete headers["content-type"];
  else headers["content-length"] = String(body.length);
  response.writeHead(statusCode, headers);
  response.end(body);
}

export interface ApiOptions {
  routes: ApiRoute[];
  /** The path that all routes begin with, as `/api`. */
  prefix: string;
  /** API Gateway's `$default` route: answers the requests that no other route matches. */
  fallback?: ApiRoute["handler"];
  timeoutMs?: number;
  maxBodyBytes?: number;
}

/** One request and its response. */
interface Exchange {
  id: string;
  method: string;
  /** Without the prefix. */
  rawPath: string;
  rawQueryString: string;
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * The API as a request listener for everything under `prefix`. It refuses bodies over `maxBodyBytes` with 413, and cuts
 * off those over 10 MB, API Gateway's own limit. It answers 503 for a handler that takes longer than `timeoutMs`.
 */
export function createApi(
  options: ApiOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  // The API's own limit is one megabyte, and its error names the limit: let a little more through to reach it.
  const { routes, prefix, fallback, timeoutMs = 29_000, maxBodyBytes = MEGABYTE + 65_536 } = options;
  const router = createRouter(routes.map((route) => ({ ...route, value: route })));

  return async (request, response) => {
    const [path = "", rawQueryString = ""] = (request.url ?? "").split(/\?(.*)/s);
    const rawPath = path.slice(prefix.length) || "/";
    const method = request.method ?? "GET";
    const exchange: Exchange = { id: randomUUID(), method, rawPath, rawQueryString, request, response };
    const found = findRoute(router, exchange, fallback);
    if (!found) return;
    const { route, parameters } = found;
    try {
      const body = await bodyOf(exchange, maxBodyBytes);
      if (!body) return;
      const event = createEvent(exchange, route, parameters, body);
      const invoked = route.handler(event, createContext(exchange.id, Date.now() + timeoutMs));
      sendResult(response, await withTimeout(invoked, timeoutMs));
    } catch (error) {
      if (response.destroyed) return; // the client has gone
      if (error instanceof TimeoutError) return refuse(exchange, 503, "Service Unavailable", "unavailable");
      console.error(`api: ${method} ${route.path} failed (${exchange.id}):`, error);
      refuse(exchange, 500, "Internal Server Error", "internal");
    }
  };
}

/** The route of a request; undefined when the request has been refused. */
function findRoute(router: Router<ApiRoute>, exchange: Exchange, fallback?: ApiRoute["handler"]) {
  const { method, rawPath } = exchange;
  const match = router.match(method, rawPath);
  if (match.kind === "found") return { route: match.value, parameters: match.parameters };
  if (match.kind === "bad-encoding")
    return refuse(exchange, 400, "The path is not well encoded", "bad_request");
  if (fallback)
    return { route: { method, path: rawPath, key: "$default", handler: fallback }, parameters: {} };
  if (match.kind === "nowhere") return refuse(exchange, 404, "Not Found", "not_found");
  const allow = match.allowed.join(", ");
  return refuse(exchange, 405, "Method Not Allowed", "method_not_allowed", { headers: { allow } });
}

/** The request's body; undefined when the request has been refused. */
async function bodyOf(exchange: Exchange, maxBytes: number): Promise<Buffer | undefined> {
  try {
    return await readBody(exchange.request, maxBytes);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    const detail = "A request body can have 1 MB at most.";
    return refuse(exchange, 413, "Payload Too Large", "too_large", { detail });
  }
}

function refuse(
  { id, request, response }: Exchange,
  status: number,
  title: string,
  code: string,
  { detail, headers }: { detail?: string; headers?: Record<string, string> } = {},
): undefined {
  sendProblem(response, status, { title, detail, code, requestId: id }, headers);
  discard(request);
}

/** Reads on, so that the client gets to see the answer; cuts the connection when more than 10 MB follow. */
function discard(request: IncomingMessage): void {
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > 10 * MEGABYTE) request.destroy();
  });
  request.resume();
}
