// Makes the errors of state machines readable.

/** The innermost message of an error that functions and engines have wrapped in JSON. */
export function plainCause(cause: string): string {
  let text = cause;
  for (let depth = 0; depth < 4; depth += 1) {
    let inner: unknown;
    try {
      inner = JSON.parse(text);
    } catch {
      // Not JSON: this is the message itself.
      return text;
    }
    const { errorMessage, message } = (inner ?? {}) as Record<string, unknown>;
    const next = errorMessage ?? message;
    if (typeof next !== "string") return text;
    text = next;
  }
  return text;
}
