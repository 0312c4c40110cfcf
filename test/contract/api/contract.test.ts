// For every route of the table: a call that works, and an answer as openapi.json says it.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { as } from "../../../core/actor.ts";
import { settle } from "../../../core/tenant/lifecycle.ts";
import type { Route } from "../../../functions/http/route.ts";
import { openapiDocument } from "../../../scripts/openapi/document.ts";
import type { Json } from "../../../scripts/openapi/example.ts";
import { exampleBodyOf, queryOf } from "../../support/api-bodies.ts";
import { allRoutes, type Call, callApi } from "../../support/api-call.ts";
import { fresh } from "../../support/api-ids.ts";
import { type ApiWorld, anApiWorld, type Workspace } from "../../support/api-world.ts";

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

const taskIn = async ({ owner, ids }: Workspace, ...statuses: string[]): Promise<Record<string, string>> => {
  const { token } = owner;
  const made = await callApi("createTask", {
    token,
    params: ids,
    body: { title: "To decide", assignees: ["inky"] },
  });
  const params = { ...ids, taskId: (made.body as { taskId: string }).taskId };
  for (const status of statuses) await callApi("setTaskStatus", { token, params, body: { status } });
  return params;
};

/** What has to be so before a call can work, where the world is not so already. */
const preparations: Record<string, (world: ApiWorld) => Promise<Call>> = {
  previewInvitation: async ({ own }) => ({ body: { token: await own.invite("preview@example.com") } }),
  acceptInvitation: async ({ own, loner }) => ({
    token: loner.token,
    body: { token: await own.invite("loner@example.com") },
  }),
  transferOwnership: async ({ own }) => ({ token: (await own.join("owner")).token }),
  leaveAccount: async ({ own }) => ({ token: (await own.join("viewer")).token }),
  signOut: async ({ own }) => ({ token: (await own.join("viewer")).token }),
  signIn: async ({ tokens }) => ({ token: await tokens.sign("newcomer", "a first session") }),
  approveTask: async ({ own }) => ({ params: await taskIn(own, "in_progress", "review") }),
  requestChanges: async ({ own }) => ({ params: await taskIn(own, "in_progress", "review") }),
  async discardDraft({ own }) {
    const { token } = own.owner;
    const body = { name: "a-draft", draft: true };
    const made = await callApi("createTenant", { token, params: own.ids, body });
    return { token, params: (made.body as { tenant: { tenantId: string } }).tenant } as Call;
  },
  async provisionTenant({ another }) {
    const { owner, ids, tenantId } = await another();
    await as({ type: "system", tenantId }, () => settle("error"));
    return { token: owner.token, params: ids };
  },
  async deprovisionTenant({ another }) {
    const { owner, ids } = await another();
    return { token: owner.token, params: ids };
  },
};

describe.each(allRoutes)("$route.method $route.path", ({ route }) => {
  const { operationId, access } = route;

  test("answers as it is described", async () => {
    tried += 1;
    const answered = await callApi(operationId, {
      token: world.leastToken(access),
      params: await fresh(route, world.own),
      query: queryOf(route),
      body: exampleBodyOf(operationId, world.own),
      ...(await preparations[operationId]?.(world)),
    });
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

  test("is described by examples that are true to its schemas", () => {
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
      expect(issues, "Give the body an example that holds: .meta({ example: … })").toEqual([]);
    }
  });
});

/** The schema with references that hold outside of the document. */
const absolute = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as Json;

test("problems have the shape that is described", () => {
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

test("nothing of this scanned the table or reached past its actor", () => {
  expect(world.watch.violations).toEqual([]);
});
