// A noun's Lambda handler, made from its routes: who is calling, what is asked, the answer or the problem.
import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import * as z from "zod";
import { type Actor, as } from "../../core/actor/index.ts";
import type { Answer } from "../../core/idempotency/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import { parse } from "../../core/util/fn.ts";
import { withAudit } from "./audit.ts";
import { assertClean, bodyOf } from "./body.ts";
import { answerHeaders } from "./headers.ts";
import { performOnce } from "./idempotency.ts";
import { count } from "./limit.ts";
import { problemOf } from "./problem.ts";
import { resolve } from "./resolve.ts";
import { type Route, routeKey } from "./route.ts";

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

const logger = new Logger({ serviceName: "api" });

/** One Lambda for the routes of one noun, told apart by API Gateway's route key. */
export function serve(routes: Route[]): ApiHandler {
  const byKey = new Map(routes.map((route) => [routeKey(route), route]));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event) => {
      const { requestId } = event.requestContext;
      const headers = answerHeaders(requestId, event.headers.origin);
      try {
        const route = byKey.get(event.routeKey);
        if (!route) throw new VisibleError("not_found", "There is no such route.");
        return await withAudit(route, event, () => answer(route, event, headers));
      } catch (error) {
        if (!(error instanceof VisibleError))
          logger.error("request failed", { error: error as Error, route: event.routeKey });
        return problemOf(error, requestId, headers);
      }
    }) as unknown as ApiHandler;
}

async function answer(
  route: Route,
  event: APIGatewayProxyEventV2,
  headers: Record<string, string>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const bearer = /^Bearer (\S+)$/i.exec(event.headers.authorization ?? "")?.[1];
  const actor = await resolve(route.access, bearer, event.pathParameters ?? {}, route.method);
  return as(actor, async () => {
    const counted = count(route, actor, event);
    // What changes nothing need not wait to be counted.
    if (route.method !== "GET") await counted;
    const [{ statusCode, body, replayed }] = await Promise.all([
      perform(route, event, actor, bearer),
      counted,
    ]);
    return {
      statusCode,
      headers: {
        ...headers,
        ...(replayed ? { "idempotent-replayed": "true" } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body,
    };
  });
}

/** Runs the route's handler; under an Idempotency-Key only if it has not run before. */
async function perform(
  route: Route,
  event: APIGatewayProxyEventV2,
  actor: Actor,
  bearer: string | undefined,
): Promise<Answer & { replayed: boolean }> {
  const input = inputOf(route, event, bearer);
  return performOnce(route, event.headers["idempotency-key"], actor, input, async () => {
    const result = await route.handler(input);
    if (!route.output) return { statusCode: route.status ?? 204 };
    return { statusCode: route.status ?? 200, body: JSON.stringify(route.output.parse(result)) };
  });
}

const nothing = z.strictObject({});

function inputOf(route: Route, event: APIGatewayProxyEventV2, bearer: string | undefined) {
  const path = event.pathParameters ?? {};
  const query = event.queryStringParameters ?? {};
  assertClean(path, "path");
  assertClean(query, "query");
  const asked = parse(route.query ?? nothing, query, "query");
  return {
    params: route.params ? parse(route.params, path, "path") : undefined,
    query: route.query ? asked : undefined,
    body: route.body ? parse(route.body, bodyOf(event), "body") : undefined,
    bearer: route.access.kind === "token" ? bearer : undefined,
  };
}
