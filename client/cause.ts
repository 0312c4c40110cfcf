// What went wrong in a state machine, as people read it.

/** What an error said, out of the wrappings that functions and engines put around it. */
export function plainCause(cause: string): string {
  let text = cause;
  for (let depth = 0; depth < 4; depth += 1) {
    let inner: unknown;
    try {
      inner = JSON.parse(text);
    } catch {
      // No JSON (any more): this is what was said.
      return text;
    }
    const { errorMessage, message } = (inner ?? {}) as Record<string, unknown>;
    const next = errorMessage ?? message;
    if (typeof next !== "string") return text;
    text = next;
  }
  return text;
}
