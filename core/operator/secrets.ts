// Removes secrets from the inputs and outputs of state machines, such as task tokens.

const SECRET_NAME = /token|secret|passw|credential|authorization|cookie/i;
/** A field of JSON within a text, as in the cause of an error, also with escaped quotes. */
const IN_TEXT = /(\\?"[^"\\]*(?:token|secret|passw|credential|authorization)[^"\\]*\\?"\s*:\s*\\?")[^"\\]*/gi;
/** Squadhub tokens, JSON web tokens, keys of model providers. */
const VALUES = /\b(sqh\.ten_\w+\.[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*|sk-[\w-]{16,})/g;
const REDACTED = "[redacted]";

/** A copy of the JSON `value` without secrets. */
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
