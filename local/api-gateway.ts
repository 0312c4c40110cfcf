// API Gateway's HTTP API on node:http: turns requests into Lambda events (payload format 2.0) and results back.
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { BodyTooLargeError, readBody, sendProblem } from "./http.ts";
import { createRouter } from "./router.ts";

export interface ApiRoute {
  method: string;
  /** `/t/{tenantId}/tasks`: without the prefix. */
  path: string;
  /** The event's route key, where it is not method and path. */
  key?: string;
  handler(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2>;
}

const MEGABYTE = 1_048_576;
const TEXT =
  /^(text\/|application\/([\w.-]+\+)?(json|xml)\b|application\/(javascript|x-www-form-urlencoded)\b)/i;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

function lowerHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name !== "cookie" && value !== undefined) flat[name] = Array.isArray(value) ? value.join(",") : value;
  }
  return flat;
}

function queryOf(rawQueryString: string): Record<string, string> | undefined {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return Object.keys(query).length > 0 ? { ...query } : undefined;
}

function createEvent(
  request: IncomingMessage,
  route: ApiRoute,
  at: {
    id: string;
    rawPath: string;
    rawQueryString: string;
    parameters: Record<string, string>;
    body: Buffer;
  },
): APIGatewayProxyEventV2 {
  const { id, rawPath, rawQueryString, parameters, body } = at;
  const headers = lowerHeaders(request.headers);
  const routeKey = route.key ?? `${route.method} ${route.path}`;
  const isBase64Encoded = body.length > 0 && !TEXT.test(headers["content-type"] ?? "text/plain");
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath,
    rawQueryString,
    cookies: request.headers.cookie?.split(/; */),
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
    // The callback style of ending an invocation: our handlers return promises.
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
  // These have no body, and must not say that they have one.
  if (statusCode === 204 || statusCode === 304) delete headers["content-type"];
  else headers["content-length"] = String(body.length);
  response.writeHead(statusCode, headers);
  response.end(body);
}

/**
 * The API as a request listener for everything under `prefix`. Bodies over `maxBodyBytes` are refused with 413;
 * those over 10 MB, API Gateway's own limit, are cut off. A handler that takes longer than `timeoutMs` is a 503.
 */
export function createApi(input: {
  routes: ApiRoute[];
  prefix: string;
  /** API Gateway's `$default` route: answers what no other does. */
  fallback?: ApiRoute["handler"];
  timeoutMs?: number;
  maxBodyBytes?: number;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  // One megabyte is the API's own limit and its error names it: let a little more through to reach it.
  const { routes, prefix, fallback, timeoutMs = 29_000, maxBodyBytes = MEGABYTE + 65_536 } = input;
  const router = createRouter(routes.map((route) => ({ ...route, value: route })));

  async function bodyOf(request: IncomingMessage, response: ServerResponse, id: string) {
    try {
      return await readBody(request, maxBodyBytes);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      const problem = {
        title: "Payload Too Large",
        detail: "A request body can have 1 MB at most.",
        code: "too_large",
      };
      sendProblem(response, 413, { ...problem, requestId: id });
      discard(request);
      return undefined;
    }
  }

  return async (request, response) => {
    const id = randomUUID();
    const [path = "", rawQueryString = ""] = (request.url ?? "").split(/\?(.*)/s);
    const rawPath = path.slice(prefix.length) || "/";
    const method = request.method ?? "GET";
    const refuse = (status: number, title: string, code: string, headers?: Record<string, string>) => {
      sendProblem(response, status, { title, code, requestId: id }, headers);
      discard(request);
    };
    const found = router.match(method, rawPath);
    if (found.kind === "bad-encoding") return refuse(400, "The path is not well encoded", "bad_request");
    if (found.kind !== "found" && !fallback) {
      if (found.kind === "nowhere") return refuse(404, "Not Found", "not_found");
      return refuse(405, "Method Not Allowed", "method_not_allowed", { allow: found.allowed.join(", ") });
    }
    const { route, parameters } =
      found.kind === "found"
        ? { route: found.value, parameters: found.parameters }
        : { route: { method, path: rawPath, key: "$default", handler: fallback! }, parameters: {} };
    try {
      const body = await bodyOf(request, response, id);
      if (!body) return;
      const at = { id, rawPath, rawQueryString, parameters, body };
      const event = createEvent(request, route, at);
      const invoked = route.handler(event, createContext(id, Date.now() + timeoutMs));
      sendResult(response, await withTimeout(invoked, timeoutMs));
    } catch (error) {
      // Nobody is left to answer.
      if (response.destroyed) return;
      if (error instanceof TimeoutError) return refuse(503, "Service Unavailable", "unavailable");
      console.error(`api: ${method} ${route.path} failed (${id}):`, error);
      refuse(500, "Internal Server Error", "internal");
    }
  };
}

/**
 * Lets a body that nobody reads run out, so that the client gets to see the answer; but cuts the connection when
 * there is more than 10 MB of it.
 */
function discard(request: IncomingMessage): void {
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > 10 * MEGABYTE) request.destroy();
  });
  request.resume();
}
