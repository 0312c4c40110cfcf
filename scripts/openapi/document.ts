// The API's description in OpenAPI 3.1, made from the routes.
import * as z from "zod";
import { type ErrorCode, statuses } from "../../core/util/error.ts";
import { acceptsIdempotencyKey } from "../../functions/http/idempotency.ts";
import { problem, titleOf } from "../../functions/http/problem.ts";
import type { Access, Route } from "../../functions/http/route.ts";
import { nouns } from "../../functions/routes.ts";
import { errorsOf, meanings } from "./errors.ts";
import { exampleOf, type Json } from "./example.ts";

const introduction = `A private AI squad for every customer.

**Authentication.** People send an access token of the identity provider, and squadhubs send their squadhub token, both as \`Authorization: Bearer …\`. Whatever belongs to somebody else is answered with 404, as if it did not exist.

**Errors** are problem details (RFC 9457). Each has a \`code\` from a closed list and a \`detail\` that says what to do next. If the input is wrong, \`fields\` lists the wrong fields. Every response has an \`x-request-id\`.

**Idempotency.** Send an \`Idempotency-Key\` with a POST to make it safe to repeat. For 24 hours, the same key has one effect and one answer. A repeated answer has the header \`idempotent-replayed: true\`. Failures are not remembered.

**Pagination.** Lists take \`limit\` and \`cursor\`. The answer's \`cursor\` leads to the next page and is absent on the last page.

**Rate limits.** Requests are counted by the minute: per workspace, with a limit that its plan sets, and otherwise per person. Over the limit, the response is 429, and \`retry-after\` has the seconds to wait.`;

/** Collects schemas and responses that have a name while the operations are made. */
function schemaWriter() {
  const components: Record<string, Json> = {};
  const responses: Record<string, Json> = {};
  const named = ({ id: _, ...definition }: Json): Json => definition;
  const hoist = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;

  function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
    const {
      $schema: _,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json & { $defs?: Json };
    for (const [name, definition] of Object.entries($defs))
      components[name] = named(hoist(definition as Json));
    const own = hoist(rest);
    if (typeof own.id !== "string") return own;
    components[own.id] = named(own);
    return { $ref: `#/components/schemas/${own.id}` };
  }
  const example = (schema: Json, optional: boolean) =>
    exampleOf(schema, { optional, component: (name) => components[name] ?? {} });
  return { components, responses, schemaOf, example };
}
type Writer = ReturnType<typeof schemaWriter>;

function parametersOf(writer: Writer, schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = writer.schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
    example: writer.example(rest, true),
  }));
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer",
  schema: { type: "string", minLength: 8, maxLength: 128, pattern: "^[\\x21-\\x7e]+$" },
  example: "8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11",
};

function callersOf(access: Access): string {
  switch (access.kind) {
    case "public":
      return "anyone";
    case "token":
      return "anyone with an access token, with or without a session";
    case "user":
      return "signed-in people";
    case "account":
      return `members of the account with the role ${access.role} or higher`;
    case "tenant":
      return `members of the workspace with the role ${access.role} or higher${access.machine ? ", and its squadhub token" : ""}`;
    case "machine":
      return "the workspace's squadhub token";
    case "operator":
      return `operators of the service with the role ${access.role} or higher`;
  }
}

const headers = {
  "x-request-id": {
    description: "Quote this id when you ask us about the response",
    schema: { type: "string" },
  },
  "retry-after": {
    description: "Seconds after which the same request may succeed",
    schema: { type: "integer" },
  },
};
const headerOf = (name: keyof typeof headers) => ({ [name]: { $ref: `#/components/headers/${name}` } });

/** The problems of one status, by code. Routes with the same codes share one component. */
function problemsOf(writer: Writer, codes: (ErrorCode | "internal")[], status: number): Json {
  const name = codes.join(".");
  const schema = writer.schemaOf(problem, "output");
  const { type, requestId } = writer.example(schema, false) as Json;
  const fields = [{ field: "body.title", message: "Too long: expected string to have <=200 characters" }];
  const example = (code: ErrorCode | "internal") => ({
    ...{ type, title: titleOf(status), status, code, detail: meanings[code] },
    ...(code === "invalid" ? { fields } : {}),
    requestId,
  });
  writer.responses[name] = {
    description: codes.map((code) => `\`${code}\`: ${meanings[code]}`).join("\n\n"),
    headers: {
      ...headerOf("x-request-id"),
      ...([409, 429, 503].includes(status) ? headerOf("retry-after") : {}),
    },
    content: {
      "application/problem+json": {
        schema,
        examples: Object.fromEntries(codes.map((code) => [code, { value: example(code) }])),
      },
    },
  };
  return { $ref: `#/components/responses/${name}` };
}

function failuresOf(writer: Writer, route: Route): Json {
  const byStatus = Map.groupBy(errorsOf(route), (code) => statuses[code]);
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, codes]) => [status, problemsOf(writer, codes, status)]),
    ),
    500: problemsOf(writer, ["internal"], 500),
  };
}

function successOf(writer: Writer, route: Route): Json {
  if (!route.output) return { description: "Success, without a body", headers: headerOf("x-request-id") };
  const schema = writer.schemaOf(route.output, "output");
  return {
    description: "Success",
    headers: headerOf("x-request-id"),
    content: { "application/json": { schema, example: writer.example(schema, true) } },
  };
}

function bodyOf(writer: Writer, body: z.ZodType): Json {
  const schema = writer.schemaOf(body, "input");
  return {
    required: true,
    content: { "application/json": { schema, example: writer.example(schema, true) } },
  };
}

function operationOf(writer: Writer, noun: string, route: Route): Json {
  const { operationId, summary, description, access, params, query, body, output } = route;
  return {
    operationId,
    summary,
    description: [description, `Allowed for ${callersOf(access)}.`].filter(Boolean).join("\n\n"),
    tags: [noun],
    ...(access.kind === "public" ? { security: [] } : {}),
    parameters: [
      ...parametersOf(writer, params, "path"),
      ...parametersOf(writer, query, "query"),
      ...(acceptsIdempotencyKey(route) ? [idempotencyKey] : []),
    ],
    ...(body ? { requestBody: bodyOf(writer, body) } : {}),
    responses: {
      [route.status ?? (output ? 200 : 204)]: successOf(writer, route),
      ...failuresOf(writer, route),
    },
  };
}

const sorted = (named: Record<string, Json>) =>
  Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Builds the complete description. */
export function openapiDocument() {
  const writer = schemaWriter();
  const paths: Record<string, Record<string, Json>> = {};
  for (const [noun, { routes }] of Object.entries(nouns))
    for (const route of routes)
      paths[route.path] = {
        ...paths[route.path],
        [route.method.toLowerCase()]: operationOf(writer, noun, route),
      };
  return {
    openapi: "3.1.0",
    info: { title: "Clawe Cloud", version: "1", description: introduction },
    servers: [{ url: "/api" }],
    security: [{ bearer: [] }],
    tags: Object.keys(nouns).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "A person's access token, or a squadhub token",
        },
      },
      headers,
      responses: sorted(writer.responses),
      schemas: sorted(writer.components),
    },
  };
}
