// The JSON of a request, and the text in it that neither the table nor a model can take.
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type FieldError, VisibleError } from "../../core/util/error.ts";

/** Request bodies, as `DOMAIN` limits them. */
const MAX_BODY_BYTES = 1_048_576;
/** Nothing that we take is nearly as deep. */
const MAX_DEPTH = 32;
/** Names that change what an object is where it is copied carelessly. */
const HARMFUL = new Set(["__proto__", "constructor", "prototype"]);

/** Throws `unsupported_media_type`, `too_large`, `invalid`. */
export function bodyOf({ body = "", headers, isBase64Encoded }: APIGatewayProxyEventV2): unknown {
  const type = headers["content-type"] ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type) || !/^[^;]*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new VisibleError(
      "unsupported_media_type",
      "Send JSON in UTF-8, with content-type: application/json.",
    );
  const size = isBase64Encoded ? Buffer.byteLength(body, "base64") : Buffer.byteLength(body);
  if (size > MAX_BODY_BYTES) throw new VisibleError("too_large", "A request body is at most 1 MB.");
  const text = isBase64Encoded ? decode(Buffer.from(body, "base64")) : body;
  // Bytes that were no UTF-8 have become U+FFFD on the way here, which is longer than what was sent.
  const sent = headers["content-length"];
  if (!isBase64Encoded && text.includes("\uFFFD") && sent !== undefined && Number(sent) !== size)
    throw wrong("body", "is not valid UTF-8");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw wrong("body", "is not valid JSON", cause);
  }
  assertClean(parsed, "body");
  return parsed;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw wrong("body", "is not valid UTF-8", cause);
  }
}

/** Throws `invalid`, naming each text or name in `value` that we cannot take. */
export function assertClean(value: unknown, prefix: string): void {
  const fields: FieldError[] = [];
  inspect(value, prefix, 0, fields);
  if (fields.length === 0) return;
  const message = fields.map(({ field, message }) => `${field}: ${message}`).join("; ");
  throw new VisibleError("invalid", message, { fields });
}

function inspect(value: unknown, field: string, depth: number, found: FieldError[]): void {
  // More would only make the answer long.
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
        const flaw = HARMFUL.has(name) ? "is not a name that we take" : flawOf(name);
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

function wrong(field: string, message: string, cause?: unknown): VisibleError {
  return new VisibleError("invalid", `${field}: ${message}`, { fields: [{ field, message }], cause });
}
