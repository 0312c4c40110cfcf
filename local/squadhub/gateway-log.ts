// The last lines of a gateway's output, without terminal colours and without secrets.
import { open } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import { redact } from "../../platform/redact.ts";

const maxLines = 50;
const maxBytes = 64 * 1024;

/** At most 50 lines, oldest first; empty when there is no log. The values of `secrets` are redacted. */
export async function lastLogLines(file: string, secrets: string[]): Promise<string[]> {
  const lines = stripVTControlCharacters(await readEnd(file)).split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .slice(-maxLines)
    .map((line) => redact(line, secrets));
}

async function readEnd(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined); // the gateway has never run
  if (!handle) return "";
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - maxBytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.toString("utf8", 0, bytesRead);
    // The first line may be cut in the middle of a secret, which would then not be found.
    return start > 0 ? text.slice(text.indexOf("\n") + 1) : text;
  } finally {
    await handle.close();
  }
}
