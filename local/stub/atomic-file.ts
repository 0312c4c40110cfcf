// Atomic file writes: neither a reader nor a start after a crash ever sees half a file.
import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Replaces a file's content atomically. The file is readable by its owner only. */
export function writeAtomically(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  writeFileSync(temporary, content, { mode: 0o600 });
  renameSync(temporary, path);
}
