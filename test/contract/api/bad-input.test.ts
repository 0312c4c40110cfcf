// For every field of every body: what is wrong is refused by name, and nothing is written.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../../scripts/openapi/example.ts";
import { bodySchemaOf, exampleBodyOf, queryOf } from "../../support/api-bodies.ts";
import { type Answered, allRoutes, type Call, callApi } from "../../support/api-call.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

let world: ApiWorld;
let tried = 0;
beforeAll(async () => {
  world = await anApiWorld();
});
afterAll(async () => {
  console.log(`bad input: ${allRoutes.length} routes, ${tried} requests`);
  await world?.close();
});

const withBody = allRoutes.filter(({ route }) => route.body);
const samples: Record<string, unknown> = {
  string: "text",
  number: 1.5,
  boolean: true,
  object: { surprising: true },
  array: [{}],
  null: null,
};

/** The JSON types that a schema takes. */
function typesOf(schema: Json): string[] {
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (list ?? []) as Json[]);
  if (choices.length > 0) return choices.flatMap(typesOf);
  if ("const" in schema) return [schema.const === null ? "null" : typeof schema.const];
  if (Array.isArray(schema.enum)) return ["string"];
  if (schema.type === undefined) return Object.keys(samples);
  return [schema.type].flat().map((type) => (type === "integer" ? "number" : String(type)));
}

/** Every field of a body that is an object of objects, with the way to it. */
function fieldsOf(schema: Json, at: string[] = []): { at: string[]; schema: Json; required: boolean }[] {
  const required = (schema.required ?? []) as string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).flatMap(([name, property]) => {
    const here = [...at, name];
    return [{ at: here, schema: property, required: required.includes(name) }, ...fieldsOf(property, here)];
  });
}

/** `body` with another value at one place; undefined removes it. */
function changed(body: Json, [name = "", ...rest]: string[], value: unknown): Json {
  const inner = rest.length > 0 ? changed((body[name] ?? {}) as Json, rest, value) : value;
  const { [name]: _, ...others } = body;
  return inner === undefined ? others : { ...others, [name]: inner };
}

describe.each(withBody)("$route.method $route.path", ({ route }) => {
  const { operationId } = route;
  const schema = bodySchemaOf(operationId) ?? {};
  const fields = fieldsOf(schema);

  async function refused(call: Call, status: number): Promise<Answered> {
    tried += 1;
    const answered = await callApi(operationId, {
      token: world.leastToken(route.access),
      params: world.own.ids,
      query: queryOf(route),
      ...call,
    });
    expect(answered, JSON.stringify(call).slice(0, 500)).toMatchObject({ status });
    expect(world.changes().map(({ dynamodb }) => dynamodb?.Keys)).toEqual([]);
    return answered;
  }

  /** Refused with 400, and the field is named: or one in it, or one that it belongs to. */
  async function refusedField(body: unknown, at: string[]): Promise<void> {
    const answered = await refused({ body }, 400);
    const named = (answered.body as { fields?: { field: string }[] }).fields?.map(({ field }) => field) ?? [];
    const field = ["body", ...at].join(".");
    const isNamed = named.some(
      (name) => name.startsWith(field) || (field.startsWith(name) && name !== "body"),
    );
    expect(isNamed, `${field} is not among ${named.join(", ")}`).toBe(true);
  }

  const valid = () => exampleBodyOf(operationId, world.own) ?? {};

  test("refuses fields of another type", async () => {
    for (const { at, schema } of fields) {
      const taken = typesOf(schema);
      for (const [type, sample] of Object.entries(samples))
        if (!taken.includes(type)) await refusedField(changed(valid(), at, sample), at);
    }
  });

  test("refuses bodies without what is required", async () => {
    for (const { at, required } of fields)
      if (required && at.length === 1) await refusedField(changed(valid(), at, undefined), at);
  });

  test("refuses what is far too long", async () => {
    for (const { at, schema } of fields)
      if (typesOf(schema).includes("string"))
        await refusedField(changed(valid(), at, "x".repeat(600_000)), at);
  });

  test("refuses text that the table and models cannot take", async () => {
    for (const { at, schema } of fields)
      if (typesOf(schema).includes("string"))
        for (const text of ["a\0b", "\ud800", "a\udc00b", "\udfff\ud800"])
          await refusedField(changed(valid(), at, text), at);
  });

  test("refuses fields that it does not know", async () => {
    await refusedField({ ...valid(), surprising: 1 }, ["surprising"]);
  });

  test("refuses names that reach into what all objects share", async () => {
    const rest = JSON.stringify(valid())
      .replace(/^\{/, "")
      .replace(/^(?!\})/, ",");
    for (const name of ["__proto__", "constructor", "prototype"]) {
      await refused({ text: `{"${name}":{"isAdmin":true}${rest}` }, 400);
      await refused({ text: `{"x":{"${name}":{}}${rest}` }, 400);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test("refuses what is no JSON object", async () => {
    for (const text of ["", "{", "{]", "nonsense", "'a'", "[]", "null", "1", '"text"', "{}{}"])
      await refused({ text }, 400);
    await refused({ text: `${'{"a":'.repeat(100)}1${"}".repeat(100)}` }, 400);
    await refused({ text: "[".repeat(500_000) }, 400);
  });

  test("refuses other media and other encodings", async () => {
    const text = JSON.stringify(valid());
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json; charset=latin1",
      "",
    ])
      await refused({ text, headers: { "content-type": type } }, 415);
  });

  test("refuses more than a megabyte", async () => {
    await refused({ text: JSON.stringify({ ...valid(), padding: "x".repeat(1_100_000) }) }, 413);
  });

  test("refuses a query that it does not know", async () => {
    const answered = await refused({ body: valid(), query: { ...queryOf(route), surprising: "1" } }, 400);
    expect(answered.body).toMatchObject({ fields: [{ field: "query.surprising" }] });
  });
});

test("nothing of this scanned the table or reached past its actor", () => {
  expect([...world.watch.violations]).toEqual([]);
});
