// For every route: a call that works, and a response that matches openapi.json.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Route } from "../../../functions/http/route.ts";
import { openapiDocument } from "../../../scripts/openapi/document.ts";
import type { Json } from "../../../scripts/openapi/example.ts";
import { allRoutes, callApi } from "../../support/api-call.ts";
import { validCall } from "../../support/api-valid.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

const document = openapiDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, "openapi");

let world: ApiWorld;
let tried = 0;
beforeAll(async () => {
  world = await anApiWorld();
});
afterAll(async () => {
  console.log(`contract: ${allRoutes.length} routes, ${tried} requests`);
  await world?.close();
});

interface Operation {
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { $ref?: string; content?: Record<string, Content> }>;
}
interface Content {
  schema: Json;
  example?: unknown;
}

function operationOf({ path, method }: Route): Operation {
  return document.paths[path]![method.toLowerCase()] as unknown as Operation;
}

const pointerOf = (...parts: string[]) =>
  `openapi#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;

function validatorOf({ path, method }: Route, status: number): ValidateFunction | undefined {
  const { responses } = operationOf({ path, method } as Route);
  const response = responses[status];
  if (!response?.content) return undefined;
  const at = [
    "paths",
    path,
    method.toLowerCase(),
    "responses",
    String(status),
    "content",
    "application/json",
  ];
  return ajv.compile({ $ref: pointerOf(...at, "schema") });
}

describe.each(allRoutes)("$route.method $route.path", ({ route }) => {
  const { operationId } = route;

  test("answers as openapi.json describes", async () => {
    tried += 1;
    const answered = await callApi(operationId, await validCall(route, world));
    const expected = route.status ?? (route.output ? 200 : 204);
    expect(answered.status, JSON.stringify(answered.body)).toBe(expected);
    expect(answered.headers).toMatchObject({
      "x-request-id": expect.any(String),
      "cache-control": "no-store",
    });
    const validate = validatorOf(route, answered.status);
    if (!validate) expect(answered.body).toBeUndefined();
    else {
      expect(answered.headers["content-type"]).toBe("application/json");
      validate(answered.body);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("has examples that match its schemas", () => {
    const { requestBody, responses } = operationOf(route);
    const described = [requestBody, ...Object.values(responses)].flatMap((part) =>
      Object.entries(part && "content" in part ? (part.content ?? {}) : {}),
    );
    for (const [, { schema, example }] of described) {
      if (example === undefined) continue;
      const validate = ajv.compile({ ...schema, $ref: undefined, ...absolute(schema) });
      validate(example);
      expect(validate.errors ?? [], JSON.stringify(example)).toEqual([]);
    }
    if (route.body && requestBody) {
      const { example } = requestBody.content["application/json"]!;
      const { issues = [] } = route.body.safeParse(example).error ?? {};
      expect(issues, "Give the body a valid example: .meta({ example: … })").toEqual([]);
    }
  });
});

/** The schema with references that also resolve outside the document. */
const absolute = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as Json;

test("problems match their schema", () => {
  const validate = ajv.compile({ $ref: pointerOf("components", "schemas", "Problem") });
  for (const { content } of Object.values(
    document.components.responses,
  ) as Operation["responses"][string][]) {
    const { examples = {} } = (content?.["application/problem+json"] ?? {}) as {
      examples?: Record<string, Json>;
    };
    for (const { value } of Object.values(examples)) {
      validate(value);
      expect(validate.errors ?? []).toEqual([]);
    }
  }
});

test("none of these requests scanned the table or left its actor's partitions", () => {
  expect([...world.watch.violations]).toEqual([]);
});
