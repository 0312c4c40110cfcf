// Input is validated once, where it enters the domain. The schema stays available for the route.
import type * as z from "zod";
import { type FieldError, VisibleError } from "./error.ts";

/** Zod's issues as paths and messages; each path begins with `prefix` (`body`, `path`, `query`). */
export function fieldErrors(error: z.ZodError, prefix?: string): FieldError[] {
  return error.issues.flatMap((issue) => {
    const at = (extra?: PropertyKey) =>
      [prefix, ...issue.path, extra].filter((part) => part !== undefined).join(".") || "input";
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: at(key), message: "is not a known field" }))
      : [{ field: at(), message: issue.message }];
  });
}

/** Parses `value`. Throws `invalid`, naming every invalid field. */
export function parse<S extends z.ZodType>(schema: S, value: unknown, prefix?: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = fieldErrors(result.error, prefix);
  throw new VisibleError("invalid", fields.map(({ field, message }) => `${field}: ${message}`).join("; "), {
    fields,
  });
}

/** A public function of the domain; `body` receives validated input only. Throws `invalid`. */
export function fn<S extends z.ZodType, R>(schema: S, body: (input: z.output<S>) => R) {
  const checked = (input: z.input<S>): R => body(parse(schema, input));
  return Object.assign(checked, { schema });
}
