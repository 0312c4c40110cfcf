// Examples made from JSON schemas: the schema's own example, or else a plausible value of the right shape.

export type Json = Record<string, unknown>;

/** Plausible values by property name. */
const plausible: Record<string, string> = {
  by: "inky",
  id: "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
  accountName: "Ada Lovelace's account",
  invitedByName: "Ada Lovelace",
  token: "Zq3v6yB8dE1gH4jK7mN0pR3tU6wX9zA2cF5iL8oS1vY",
  title: "Write the launch post",
  description: "800 words, friendly, with one picture.",
  text: "Looks good. @inky please shorten the intro.",
  content: "The brief has changed: see the task.",
  feedback: "The second half repeats the first.",
  reason: "The password is missing.",
  message: "created “Write the launch post”",
  detail: "body.title: Too small: expected string to have >=1 characters",
  name: "Ada Lovelace",
  fileName: "post.png",
  leadName: "Clawe",
  goal: "Publish two articles a week",
  role: "Content Writer",
  emoji: "✍️",
  timezone: "Europe/Berlin",
  region: "eu-central-1",
  version: "2026.11.1",
  bootId: "6f1c2d3e",
  ticket: "5mEz0Y0s0cBlsOSvAtSUtY3M2vcJpYw1",
  requestId: "8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11",
  cursor: "eyJwayI6IlQjdGVu4oCmIn0",
  label: "Starting the squadhub",
  stage: "StartService",
  url: "https://clawe.example/w/acme",
};

const formats: Record<string, string> = {
  "date-time": "2026-11-23T04:42:10.123Z",
  date: "2026-11-23",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11",
};

export interface ExampleOptions {
  /** Include optional properties. */
  optional: boolean;
  /** Resolves `#/components/schemas/<name>`. */
  component(name: string): Json;
}

/** A value that `schema` accepts, for the property `name`. */
export function exampleOf(schema: Json, options: ExampleOptions, name = ""): unknown {
  if (typeof schema.$ref === "string")
    return exampleOf(options.component(schema.$ref.split("/").at(-1)!), options, name);
  if ("example" in schema) return schema.example;
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if ("const" in schema) return schema.const;
  if (options.optional && "default" in schema && !Array.isArray(schema.default)) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const [choice] = [schema.anyOf, schema.oneOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  ) as Json[];
  if (choice) return exampleOf(choice, options, name);
  if (Array.isArray(schema.allOf)) {
    const { allOf, ...rest } = schema;
    return exampleOf(Object.assign({}, ...(allOf as Json[]), rest), options, name);
  }
  return byType(schema, options, name);
}

function byType(schema: Json, options: ExampleOptions, name: string): unknown {
  const [type] = [schema.type].flat();
  switch (type) {
    case "string":
      return textOf(schema, name);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array": {
      const least = Math.max(Number(schema.minItems ?? 0), options.optional ? 1 : 0);
      const each = exampleOf((schema.items ?? {}) as Json, options, name.replace(/s$/, ""));
      return Array.from({ length: least }, () => each);
    }
    case "object":
      return objectOf(schema, options);
    default:
      return {};
  }
}

function objectOf(schema: Json, options: ExampleOptions): Json {
  const required = (schema.required ?? []) as string[];
  return Object.fromEntries(
    Object.entries((schema.properties ?? {}) as Record<string, Json>)
      .filter(([name]) => options.optional || required.includes(name))
      .map(([name, property]) => [name, exampleOf(property, options, name)]),
  );
}

function textOf({ format, minLength = 0, maxLength = Infinity }: Json, name: string): string {
  const text = formats[String(format)] ?? plausible[name] ?? "text";
  return text.padEnd(Number(minLength), "x").slice(0, Number(maxLength));
}

function numberOf({ minimum, exclusiveMinimum, maximum }: Json): number {
  if (typeof minimum === "number" && minimum > 0) return minimum;
  if (typeof exclusiveMinimum === "number" && exclusiveMinimum > 0) return exclusiveMinimum + 1;
  return typeof maximum === "number" && maximum < 1 ? maximum : 1;
}
