// The last lines of a gateway's output, fit to be shown: without terminal colours and without secrets.
import { open } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";

const maxLines = 50;
const maxBytes = 64 * 1024;

/** At most 50 lines, oldest first; empty when there is no log. Each value in `secrets` is blotted out. */
export async function lastLogLines(file: string, secrets: string[]): Promise<string[]> {
  const lines = stripVTControlCharacters(await readEnd(file)).split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .slice(-maxLines)
    .map((line) => redact(line, secrets));
}

function redact(line: string, secrets: string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.replaceAll(secret, "[redacted]"), line)
    .replaceAll(/\b(sqh\.[\w-]+\.|sk-)[\w-]{8,}/g, "$1[redacted]");
}

async function readEnd(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined); // it has never run
  if (!handle) return "";
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - maxBytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.toString("utf8", 0, bytesRead);
    // The first line may be cut in the middle, and with it a secret.
    return start > 0 ? text.slice(text.indexOf("\n") + 1) : text;
  } finally {
    await handle.close();
  }
}
