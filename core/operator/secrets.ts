// Takes out of what passed through a state machine what opens something: task tokens above all.

const SECRET_NAME = /token|secret|passw|credential|authorization|cookie/i;
/** A field of JSON that stands within a text, as in the cause of an error; also with escaped quotes. */
const IN_TEXT = /(\\?"[^"\\]*(?:token|secret|passw|credential|authorization)[^"\\]*\\?"\s*:\s*\\?")[^"\\]*/gi;
/** Squadhub tokens, JSON web tokens, keys of model providers. */
const VALUES = /\b(sqh\.ten_\w+\.[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*|sk-[\w-]{16,})/g;
const REDACTED = "[redacted]";

/** A copy of `value` (JSON) without secrets; all else stays as it is. */
export function redactSecrets(value: unknown): unknown {
  if (typeof value === "string") return value.replace(IN_TEXT, `$1${REDACTED}`).replace(VALUES, REDACTED);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(redactSecrets);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      SECRET_NAME.test(name) && typeof each === "string" ? REDACTED : redactSecrets(each),
    ]),
  );
}
