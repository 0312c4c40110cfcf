// Errors as RFC 9457 problem details. What is not a VisibleError says nothing but the request's id.
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import * as z from "zod";
import { statuses, VisibleError } from "../../core/util/error.ts";

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

/** The answer to `error`, with `headers` on it. */
export function problemOf(
  error: unknown,
  requestId: string,
  headers: Record<string, string>,
): APIGatewayProxyStructuredResultV2 {
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
      ...headers,
      "content-type": "application/problem+json",
      ...(visible?.retryAfter ? { "retry-after": String(visible.retryAfter) } : {}),
    },
    body: JSON.stringify(body),
  };
}
