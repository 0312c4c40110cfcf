// A noun's Lambda handler, made from its routes: who is calling, what is asked, the answer or the problem.
import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { as } from "../../core/actor.ts";
import { VisibleError } from "../../core/error.ts";
import { parse } from "../../core/fn.ts";
import { problemOf } from "./problem.ts";
import { resolve } from "./resolve.ts";
import { type Route, routeKey } from "./route.ts";

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Request bodies, as `DOMAIN` limits them. */
const MAX_BODY_BYTES = 1_048_576;

const answerHeaders = {
  "content-type": "application/json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

const logger = new Logger({ serviceName: "api" });

/** One Lambda for the routes of one noun, told apart by API Gateway's route key. */
export function serve(routes: Route[]): ApiHandler {
  const byKey = new Map(routes.map((route) => [routeKey(route), route]));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event) => {
      const { requestId } = event.requestContext;
      try {
        const route = byKey.get(event.routeKey);
        if (!route) throw new VisibleError("not_found", "There is no such route.");
        return await answer(route, event);
      } catch (error) {
        if (!(error instanceof VisibleError))
          logger.error("request failed", { error: error as Error, route: event.routeKey });
        return problemOf(error, requestId);
      }
    }) as unknown as ApiHandler;
}

async function answer(
  route: Route,
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const bearer = /^Bearer (\S+)$/i.exec(event.headers.authorization ?? "")?.[1];
  const path = event.pathParameters ?? {};
  const actor = await resolve(route.access, bearer, path, route.method);
  return as(actor, async () => {
    const input = {
      params: route.params ? parse(route.params, path, "path") : undefined,
      query: route.query ? parse(route.query, event.queryStringParameters ?? {}, "query") : undefined,
      body: route.body ? parse(route.body, bodyOf(event), "body") : undefined,
      idempotencyKey: event.headers["idempotency-key"],
      bearer: route.access.kind === "token" ? bearer : undefined,
    };
    const result = await route.handler(input);
    if (!route.output) return { statusCode: route.status ?? 204, headers: { "cache-control": "no-store" } };
    const body = JSON.stringify(route.output.parse(result));
    return { statusCode: route.status ?? 200, headers: answerHeaders, body };
  });
}

/** The JSON of a request. Throws `unsupported_media_type`, `too_large`, `invalid`. */
function bodyOf({ body = "", headers, isBase64Encoded }: APIGatewayProxyEventV2): unknown {
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? ""))
    throw new VisibleError("unsupported_media_type", "Send JSON, with content-type: application/json.");
  const text = isBase64Encoded ? Buffer.from(body, "base64").toString() : body;
  if (Buffer.byteLength(text) > MAX_BODY_BYTES)
    throw new VisibleError("too_large", "A request body is at most 1 MB.");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new VisibleError("invalid", "body: is not valid JSON", {
      fields: [{ field: "body", message: "is not valid JSON" }],
      cause,
    });
  }
}
