// A noun's Lambda handler, made from its routes: who is calling, what is asked, the response or the problem.
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import * as z from "zod";
import { actor, as } from "../../core/actor/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import { parse } from "../../core/util/fn.ts";
import { withAudit } from "./audit.ts";
import { type HttpHandler, httpHandler } from "./handler.ts";
import { performOnce } from "./idempotency.ts";
import { assertClean, jsonBody, type ParsedEvent } from "./json-body.ts";
import { countRequest } from "./limit.ts";
import { resolve } from "./resolve.ts";
import { type Route, routeKey } from "./route.ts";

/** What a route does once its caller is admitted. */
type Perform = (event: ParsedEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** One Lambda for the routes of one noun, told apart by API Gateway's route key. */
export function serve(routes: Route[]): HttpHandler {
  const byKey = new Map(routes.map((route) => [routeKey(route), { route, perform: performer(route) }]));
  return httpHandler(async (event, context) => {
    const found = byKey.get(event.routeKey);
    if (!found) throw new VisibleError("not_found", "There is no such route.");
    const { route, perform } = found;
    return withAudit(route, event, () => admit(route, event, () => perform(event, context)));
  });
}

/** Runs `perform` as the caller, once the caller is known, may call the route and has requests left. */
async function admit(
  route: Route,
  event: APIGatewayProxyEventV2,
  perform: () => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const caller = await resolve(route.access, bearerOf(event), event.pathParameters ?? {}, route.method);
  return as(caller, async () => {
    const counted = countRequest(route, caller, event);
    // A request that changes nothing need not wait until it is counted.
    if (route.method !== "GET") await counted;
    const [response] = await Promise.all([perform(), counted]);
    return response;
  });
}

/**
 * Reads the input, runs the route's handler and writes the response. The body has its own chain: it is parsed only for
 * a caller who is admitted, so that refusals come first and malformed bodies are counted.
 */
function performer(route: Route): Perform {
  async function perform(event: ParsedEvent): Promise<APIGatewayProxyStructuredResultV2> {
    const input = inputOf(route, event);
    const key = event.headers["idempotency-key"];
    const { statusCode, body, replayed } = await performOnce(route, key, actor(), input, async () => {
      const result = await route.handler(input);
      if (!route.output) return { statusCode: route.status ?? 204 };
      return { statusCode: route.status ?? 200, body: JSON.stringify(route.output.parse(result)) };
    });
    return {
      statusCode,
      headers: {
        ...(replayed ? { "idempotent-replayed": "true" } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body,
    };
  }
  if (!route.body) return perform;
  // The outer chain has the timeout.
  return middy<ParsedEvent, APIGatewayProxyStructuredResultV2>(perform, { timeoutEarlyInMillis: 0 }).use(
    jsonBody(),
  );
}

const nothing = z.strictObject({});

function inputOf(route: Route, event: ParsedEvent) {
  const path = event.pathParameters ?? {};
  const query = event.queryStringParameters ?? {};
  assertClean(path, "path");
  assertClean(query, "query");
  const parsedQuery = parse(route.query ?? nothing, query, "query");
  return {
    params: route.params ? parse(route.params, path, "path") : undefined,
    query: route.query ? parsedQuery : undefined,
    body: route.body ? parse(route.body, event.body, "body") : undefined,
    bearer: route.access.kind === "token" ? bearerOf(event) : undefined,
  };
}

const bearerOf = ({ headers }: Pick<APIGatewayProxyEventV2, "headers">): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
