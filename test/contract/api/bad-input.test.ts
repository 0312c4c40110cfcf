// For every field of every body: wrong input is refused with the name of the field, and nothing is written.
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

/** The JSON types that a schema accepts. */
function typesOf(schema: Json): string[] {
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (list ?? []) as Json[]);
  if (choices.length > 0) return choices.flatMap(typesOf);
  if ("const" in schema) return [schema.const === null ? "null" : typeof schema.const];
  if (Array.isArray(schema.enum)) return ["string"];
  if (schema.type === undefined) return Object.keys(samples);
  return [schema.type].flat().map((type) => (type === "integer" ? "number" : String(type)));
}

/** Every field of a body, nested ones included, with its path. */
function fieldsOf(schema: Json, path: string[] = []): { path: string[]; schema: Json; required: boolean }[] {
  const required = (schema.required ?? []) as string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).flatMap(([name, property]) => {
    const here = [...path, name];
    return [{ path: here, schema: property, required: required.includes(name) }, ...fieldsOf(property, here)];
  });
}

/** `body` with another value at one path; undefined removes the field. */
function withValue(body: Json, [name = "", ...rest]: string[], value: unknown): Json {
  const inner = rest.length > 0 ? withValue((body[name] ?? {}) as Json, rest, value) : value;
  const { [name]: _, ...others } = body;
  return inner === undefined ? others : { ...others, [name]: inner };
}

describe.each(withBody)("$route.method $route.path", ({ route }) => {
  const { operationId } = route;
  const schema = bodySchemaOf(operationId) ?? {};
  const fields = fieldsOf(schema);

  async function expectRefusal(call: Call, status: number): Promise<Answered> {
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

  /** Expects 400 with the name of the field, of one inside it, or of one that contains it. */
  async function expectFieldError(body: unknown, path: string[]): Promise<void> {
    const answered = await expectRefusal({ body }, 400);
    const named = (answered.body as { fields?: { field: string }[] }).fields?.map(({ field }) => field) ?? [];
    const field = ["body", ...path].join(".");
    const isNamed = named.some(
      (name) => name.startsWith(field) || (field.startsWith(name) && name !== "body"),
    );
    expect(isNamed, `${field} is not among ${named.join(", ")}`).toBe(true);
  }

  const valid = () => exampleBodyOf(operationId, world.own) ?? {};

  test("refuses a field of the wrong type", async () => {
    for (const { path, schema } of fields) {
      const accepted = typesOf(schema);
      for (const [type, sample] of Object.entries(samples))
        if (!accepted.includes(type)) await expectFieldError(withValue(valid(), path, sample), path);
    }
  });

  test("refuses a body without a required field", async () => {
    for (const { path, required } of fields)
      if (required && path.length === 1) await expectFieldError(withValue(valid(), path, undefined), path);
  });

  test("refuses text that is far too long", async () => {
    for (const { path, schema } of fields)
      if (typesOf(schema).includes("string"))
        await expectFieldError(withValue(valid(), path, "x".repeat(600_000)), path);
  });

  test("refuses text that the table and models cannot store", async () => {
    for (const { path, schema } of fields)
      if (typesOf(schema).includes("string"))
        for (const text of ["a\0b", "\ud800", "a\udc00b", "\udfff\ud800"])
          await expectFieldError(withValue(valid(), path, text), path);
  });

  test("refuses an unknown field", async () => {
    await expectFieldError({ ...valid(), surprising: 1 }, ["surprising"]);
  });

  test("refuses names that reach the prototype of objects", async () => {
    const rest = JSON.stringify(valid())
      .replace(/^\{/, "")
      .replace(/^(?!\})/, ",");
    for (const name of ["__proto__", "constructor", "prototype"]) {
      await expectRefusal({ text: `{"${name}":{"isAdmin":true}${rest}` }, 400);
      await expectRefusal({ text: `{"x":{"${name}":{}}${rest}` }, 400);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test("refuses a body that is not a JSON object", async () => {
    for (const text of ["", "{", "{]", "nonsense", "'a'", "[]", "null", "1", '"text"', "{}{}"])
      await expectRefusal({ text }, 400);
    await expectRefusal({ text: `${'{"a":'.repeat(100)}1${"}".repeat(100)}` }, 400);
    await expectRefusal({ text: "[".repeat(500_000) }, 400);
  });

  test("refuses other media types and other encodings", async () => {
    const text = JSON.stringify(valid());
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json; charset=latin1",
      "",
    ])
      await expectRefusal({ text, headers: { "content-type": type } }, 415);
  });

  test("refuses a body of more than a megabyte", async () => {
    await expectRefusal({ text: JSON.stringify({ ...valid(), padding: "x".repeat(1_100_000) }) }, 413);
  });

  test("refuses an unknown query parameter", async () => {
    const answered = await expectRefusal(
      { body: valid(), query: { ...queryOf(route), surprising: "1" } },
      400,
    );
    expect(answered.body).toMatchObject({ fields: [{ field: "query.surprising" }] });
  });
});

test("none of these requests scanned the table or left its actor's partitions", () => {
  expect([...world.watch.violations]).toEqual([]);
});
