// The idempotency keys of the last accepted messages, kept across restarts so that a repeat makes no second turn.
import { readFileSync } from "node:fs";
import { writeAtomically } from "./atomic-file.js";

const maxKeys = 2000;

/** Opens the record at `file`, which only this process writes. */
export function openAcceptedKeys(file) {
  const keys = new Set(read(file));
  return {
    has: (key) => keys.has(key),
    async add(key) {
      keys.add(key);
      for (const oldest of keys) {
        if (keys.size <= maxKeys) break;
        keys.delete(oldest);
      }
      await writeAtomically(file, JSON.stringify([...keys]));
    },
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
