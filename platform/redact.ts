// Log lines that may be shown.

/** Replaces each of `secrets`, and everything that has the form of a key, by `[redacted]`. */
export function redact(line: string, secrets: string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.replaceAll(secret, "[redacted]"), line)
    .replaceAll(/\b(sqh\.[\w-]+\.|sk-)[\w-]{8,}/g, "$1[redacted]");
}
