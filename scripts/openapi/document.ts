// The API's OpenAPI 3.1 description, generated from the routes.
import * as z from "zod";
import { type ErrorCode, statuses } from "../../core/util/error.ts";
import { acceptsIdempotencyKey } from "../../functions/http/idempotency.ts";
import { problem, titleOf } from "../../functions/http/problem.ts";
import type { Access, Route } from "../../functions/http/route.ts";
import { nouns } from "../../functions/routes.ts";
import { errorsOf, meanings } from "./errors.ts";
import { exampleOf, type Json } from "./example.ts";

const introduction = `A private AI squad for every customer.

**Authentication.** Send a token as \`Authorization: Bearer …\`: people an access token of the identity provider, squadhubs their squadhub token. Anything that belongs to somebody else answers 404, as if it did not exist.

**Errors** are problem details (RFC 9457) with a \`code\` from a closed list, a \`detail\` that says what to do next, and \`fields\` when the input is wrong. Every response has an \`x-request-id\`.

**Idempotency.** A POST with an \`Idempotency-Key\` has one effect and one response for 24 hours, however often it is sent. A repeated response has the header \`idempotent-replayed: true\`. Failures are not stored.

**Pagination.** Lists take \`limit\` and \`cursor\`. The response's \`cursor\` leads to the next page and is absent on the last.

**Rate limits** count requests per minute: per workspace by its plan, otherwise per person. A 429 says in \`retry-after\` how many seconds are left.`;

/** Collects the named schemas and responses while the operations are built. */
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
  description: "Requests with the same key within 24 hours are one request: one effect, one response",
  schema: { type: "string", minLength: 8, maxLength: 128, pattern: "^[\\x21-\\x7e]+$" },
  example: "8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11",
};

function whoMay(access: Access): string {
  switch (access.kind) {
    case "public":
      return "anyone";
    case "token":
      return "holders of an access token, with or without a session";
    case "user":
      return "signed-in people";
    case "account":
      return `members of the account, role ${access.role} and up`;
    case "tenant":
      return `members of the workspace, role ${access.role} and up${access.machine ? "; its squadhub token" : ""}`;
    case "machine":
      return "the workspace's squadhub token";
    case "operator":
      return `operators of the service, role ${access.role} and up`;
  }
}

const headers = {
  "x-request-id": { description: "Quote it when you ask about this response", schema: { type: "string" } },
  "retry-after": { description: "Seconds until you can try again", schema: { type: "integer" } },
};
const headerOf = (name: keyof typeof headers) => ({ [name]: { $ref: `#/components/headers/${name}` } });

/** The problems of one status, by their codes. Routes with the same problems share one component. */
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
    description: [description ?? `${summary}.`, `For ${whoMay(access)}.`].join("\n\n"),
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
export type OpenapiDocument = ReturnType<typeof openapiDocument>;
