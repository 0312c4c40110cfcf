// The JSON body of a request, and the text that neither the table nor a model can store.
import type middy from "@middy/core";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type FieldError, invalidField, VisibleError } from "../../core/util/error.ts";

/** The limit of a request body that `DOMAIN` sets. */
const MAX_BODY_BYTES = 1_048_576;
/** No schema of ours is nearly as deep. */
const MAX_DEPTH = 32;
/** Names that change an object's prototype where it is copied carelessly. */
const HARMFUL = new Set(["__proto__", "constructor", "prototype"]);

/** An event whose body may have been parsed. */
export interface ParsedEvent extends Omit<APIGatewayProxyEventV2, "body"> {
  body?: unknown;
}

/**
 * Replaces the event's body by its value. Throws `unsupported_media_type`, `too_large`, `invalid`. `@middy`'s own
 * parser limits no size, and it neither checks UTF-8 nor names the field that is wrong.
 */
export const jsonBody = (): middy.MiddlewareObj<ParsedEvent> => ({
  before(request) {
    // The event itself stays as it came: the audit log reads its text.
    request.event = { ...request.event, body: parseBody(request.event) };
  },
});

function parseBody({ body, headers, isBase64Encoded }: ParsedEvent): unknown {
  const type = headers["content-type"] ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type) || !/^[^;]*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new VisibleError(
      "unsupported_media_type",
      "Send JSON in UTF-8, with content-type: application/json.",
    );
  const sent = typeof body === "string" ? body : "";
  const size = Buffer.byteLength(sent, isBase64Encoded ? "base64" : "utf8");
  if (size > MAX_BODY_BYTES) throw new VisibleError("too_large", "A request body can have 1 MB at most.");
  const text = isBase64Encoded ? decode(Buffer.from(sent, "base64")) : sent;
  // API Gateway has replaced bytes that are not UTF-8 by U+FFFD, which makes the text longer than the request was.
  const sentSize = headers["content-length"];
  if (!isBase64Encoded && text.includes("\uFFFD") && sentSize !== undefined && Number(sentSize) !== size)
    throw invalidField("body", "is not valid UTF-8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalidField("body", "is not valid JSON", cause);
  }
  assertClean(value, "body");
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalidField("body", "is not valid UTF-8", cause);
  }
}

/** Throws `invalid`, naming each text or name in `value` that cannot be stored. */
export function assertClean(value: unknown, prefix: string): void {
  const fields: FieldError[] = [];
  inspect(value, prefix, 0, fields);
  if (fields.length === 0) return;
  const message = fields.map(({ field, message }) => `${field}: ${message}`).join("; ");
  throw new VisibleError("invalid", message, { fields });
}

function inspect(value: unknown, field: string, depth: number, found: FieldError[]): void {
  // More would only make the response long.
  if (found.length >= 10) return;
  if (typeof value === "string") {
    const message = flawOf(value);
    if (message) found.push({ field, message });
  } else if (typeof value === "object" && value !== null) {
    if (depth === MAX_DEPTH) found.push({ field, message: `is nested more than ${MAX_DEPTH} levels deep` });
    else if (Array.isArray(value))
      for (const [index, each] of value.entries()) inspect(each, `${field}.${index}`, depth + 1, found);
    else
      for (const [name, each] of Object.entries(value)) {
        const flaw = HARMFUL.has(name) ? "is not an allowed name" : flawOf(name);
        if (flaw) found.push({ field: `${field}.${printable(name)}`, message: flaw });
        else inspect(each, `${field}.${name}`, depth + 1, found);
      }
  }
}

function flawOf(text: string): string | undefined {
  if (text.includes("\0")) return "contains a NUL character";
  if (!text.isWellFormed()) return "contains half of a character (an unpaired surrogate)";
  return undefined;
}

const printable = (name: string) => name.toWellFormed().replaceAll("\0", "\uFFFD").slice(0, 100);
