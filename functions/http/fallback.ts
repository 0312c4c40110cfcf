// API Gateway's $default route: the API's description, preflights, and problems for requests that match no route.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { VisibleError } from "../../core/util/error.ts";
import openapi from "../../openapi.json" with { type: "json" };
import { httpHandler } from "./handler.ts";
import { preflightHeaders } from "./headers.ts";
import { problemOf } from "./problem.ts";

const DESCRIPTION_PATH = "/openapi.json";
const description = JSON.stringify(openapi);

/** Each path with its methods. A parameter stands for one segment. */
const paths = Object.entries(openapi.paths).map(([path, operations]) => ({
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  methods: Object.keys(operations).map((method) => method.toUpperCase()),
}));

const methodsOf = (path: string): string[] =>
  path === DESCRIPTION_PATH
    ? ["GET"]
    : [...new Set(paths.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : [])))];

export const handler = httpHandler(respond);

async function respond({
  rawPath,
  headers,
  requestContext,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, http } = requestContext;
  const path = rawPath.replace(/^\/api(?=\/)/, "");
  if (http.method === "OPTIONS") return { statusCode: 204, headers: preflightHeaders(headers.origin) };
  if (path === DESCRIPTION_PATH && http.method === "GET")
    return {
      statusCode: 200,
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
      body: description,
    };
  const methods = methodsOf(path);
  if (methods.length === 0) throw new VisibleError("not_found", "There is no such route.");
  const allow = methods.join(", ");
  const refusal = problemOf(
    new VisibleError("method_not_allowed", `This path accepts only ${allow}.`),
    requestId,
  );
  return { ...refusal, headers: { ...refusal.headers, allow } };
}
