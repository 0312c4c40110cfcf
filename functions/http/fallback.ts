// API Gateway's $default route: the API's own description, preflights, and problems for what no route answers.
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { VisibleError } from "../../core/util/error.ts";
import openapi from "../../openapi.json" with { type: "json" };
import { answerHeaders, preflightHeaders } from "./headers.ts";
import { problemOf } from "./problem.ts";
import type { ApiHandler } from "./serve.ts";

const description = JSON.stringify(openapi);

/** Each path with the methods that it has. A parameter stands for one segment. */
const paths = Object.entries(openapi.paths).map(([path, operations]) => ({
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  methods: Object.keys(operations).map((method) => method.toUpperCase()),
}));

const methodsOf = (path: string): string[] => [
  ...new Set(paths.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : []))),
];

/** Answers whatever no noun's handler is for. */
export const handler: ApiHandler = async ({ rawPath, headers, requestContext }) => {
  const { requestId, http } = requestContext;
  const path = rawPath.replace(/^\/api(?=\/)/, "");
  const answer = answerHeaders(requestId, headers.origin);
  if (http.method === "OPTIONS")
    return { statusCode: 204, headers: preflightHeaders(requestId, headers.origin) };
  if (path === "/openapi.json" && http.method === "GET")
    return {
      statusCode: 200,
      headers: { ...answer, "content-type": "application/json", "cache-control": "public, max-age=300" },
      body: description,
    } satisfies APIGatewayProxyStructuredResultV2;
  const allowed = path === "/openapi.json" ? ["GET"] : methodsOf(path);
  if (allowed.length === 0)
    return problemOf(new VisibleError("not_found", "There is no such route."), requestId, answer);
  const allow = allowed.join(", ");
  const refused = new VisibleError("method_not_allowed", `This path takes ${allow} only.`);
  return problemOf(refused, requestId, { ...answer, allow });
};
