// Writes openapi.json from the table of routes, and the client's types from that. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import openapiTypescript, { astToString } from "openapi-typescript";
import * as z from "zod";
import { problem } from "../functions/http/problem.ts";
import type { Access, Route } from "../functions/http/route.ts";
import { nouns } from "../functions/routes.ts";

type Json = Record<string, unknown>;
const components: Json = {};

/** The JSON schema of `schema`; what has a name of its own goes into the components. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json & {
    $defs?: Json;
  };
  const hoist = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
  for (const [name, definition] of Object.entries($defs)) components[name] = named(hoist(definition as Json));
  const own = hoist(rest);
  if (typeof own.id !== "string") return own;
  components[own.id] = named(own);
  return { $ref: `#/components/schemas/${own.id}` };
}

const named = ({ id: _, ...definition }: Json): Json => definition;

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }));
}

const who: Record<Access["kind"], (access: Access) => string> = {
  public: () => "Anyone.",
  token: () => "Holders of an access token, with or without a session.",
  user: () => "Signed-in people.",
  account: (access) => `Members of the account, role ${"role" in access ? access.role : ""} and up.`,
  tenant: (access) =>
    `Members of the workspace, role ${"role" in access ? access.role : ""} and up${"machine" in access && access.machine ? "; its squadhub token" : ""}.`,
  machine: () => "The workspace's squadhub token.",
  operator: (access) => `Operators of the service, role ${"role" in access ? access.role : ""} and up.`,
};

function operationOf(noun: string, route: Route): Json {
  const failure = {
    description: "Problem",
    content: { "application/problem+json": { schema: schemaOf(problem, "output") } },
  };
  const status = route.status ?? (route.output ? 200 : 204);
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `For: ${who[route.access.kind](route.access)}`,
    tags: [noun],
    ...(route.access.kind === "public" ? { security: [] } : {}),
    parameters: [
      ...parametersOf(route.params, "path"),
      ...parametersOf(route.query, "query"),
      ...(route.method === "POST"
        ? [
            {
              name: "Idempotency-Key",
              in: "header",
              required: false,
              schema: { type: "string", minLength: 8, maxLength: 128 },
            },
          ]
        : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(route.body, "input") } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: route.output ? "The answer" : "Done",
        ...(route.output
          ? { content: { "application/json": { schema: schemaOf(route.output, "output") } } }
          : {}),
      },
      default: failure,
    },
  };
}

function document(): Json {
  const paths: Record<string, Json> = {};
  for (const [noun, { routes }] of Object.entries(nouns))
    for (const route of routes)
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(noun, route) };
  return {
    openapi: "3.1.0",
    info: { title: "Clawe Cloud", version: "1", description: "A private AI squad for every customer." },
    servers: [{ url: "/api" }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "An access token of a person, or a squadhub token",
        },
      },
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

const openapi = document();
const types = await openapiTypescript(openapi as never, { alphabetize: false, defaultNonNullable: false });
const files = {
  "openapi.json": `${JSON.stringify(openapi, null, 2)}\n`,
  "client/schema.gen.ts": `// Generated from openapi.json by scripts/openapi.ts.\n${astToString(types)}`,
};

for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes("--check")) await writeFile(path, text);
  else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    console.error(`${path} is not what the routes say. Run: npm run openapi`);
    process.exitCode = 1;
  }
}
