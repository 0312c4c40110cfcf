// Errors as RFC 9457 problem details. An error that is no VisibleError reveals nothing but the request's id.
import type { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import * as z from "zod";
import { statuses, VisibleError } from "../../core/util/error.ts";
import type { HttpMiddleware } from "./headers.ts";

export const problem = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.enum([...(Object.keys(statuses) as (keyof typeof statuses)[]), "internal"]),
    detail: z.string(),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem", description: "Problem details (RFC 9457)" });

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export const titleOf = (status: number): string => titles[status] ?? "Error";

/** The response to `error`. */
export function problemOf(error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  const visible = error instanceof VisibleError ? error : undefined;
  const status = visible ? statuses[visible.code] : 500;
  const body: z.input<typeof problem> = {
    type: "about:blank",
    title: titleOf(status),
    status,
    code: visible?.code ?? "internal",
    detail:
      visible?.message ??
      `Something failed on our side. Quote the request id ${requestId} when you ask us about it.`,
    ...(visible?.fields.length ? { fields: visible.fields } : {}),
    requestId,
  };
  return {
    statusCode: status,
    headers: {
      "content-type": "application/problem+json",
      ...(visible?.retryAfter ? { "retry-after": String(visible.retryAfter) } : {}),
    },
    body: JSON.stringify(body),
  };
}

/** Turns what a handler throws into a problem, and logs the cause of a failure that is ours. */
export const problems = (logger: Logger): HttpMiddleware => ({
  onError(request) {
    const { error, event } = request;
    const { requestId } = event.requestContext;
    if (!(error instanceof VisibleError))
      logger.error("request failed", { error, route: event.routeKey, requestId });
    request.response = problemOf(error, requestId);
  },
});
