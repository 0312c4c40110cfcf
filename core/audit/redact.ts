// Removes secrets and long values from what is recorded of a request.

const SECRET_NAME = /token|secret|passw|passphrase|credential|key$|cookie|authorization|private|code$/i;
/** Squadhub tokens, JSON web tokens, and the prefixes of customers' keys. */
const SECRET_VALUE = /^(sqh\.|eyJ|sk-|xox|gh[a-z]_|AKIA|\d{6,}:)/;
const MAX_TEXT = 200;
const MAX_ENTRIES = 30;
const MAX_DEPTH = 4;

/** A copy of `value` without secrets and cut to a limited size. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    if (SECRET_VALUE.test(value)) return "[redacted]";
    return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT).toWellFormed()}…` : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth === MAX_DEPTH) return "[cut]";
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((each) => redact(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ENTRIES)
      .map(([name, each]) => [name, SECRET_NAME.test(name) ? "[redacted]" : redact(each, depth + 1)]),
  );
}
