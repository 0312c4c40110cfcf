// The messages that this gateway has accepted, kept across restarts: one key never makes two turns, and none whose
// turn had not begun is forgotten.
import { readFileSync } from "node:fs";
import { writeAtomically } from "./atomic-file.js";

const maxKeys = 2000;

/** Opens the record at `file`, which only this process writes. */
export function openMessages(file) {
  const { keys, open } = read(file);
  let saving = Promise.resolve();
  /** In order: an older state must not replace a newer one. Resolves when what is known now is on the disk. */
  const save = () => {
    saving = saving
      .catch(() => undefined)
      .then(() => writeAtomically(file, JSON.stringify({ keys: [...keys], open: Object.fromEntries(open) })));
    return saving;
  };

  return {
    has: (key) => keys.has(key),
    /** The agent's last message, while it is not known that its turn has ended. */
    open: (agentId) => open.get(agentId),
    /** The agents that have one. */
    agents: () => [...open.keys()],
    /** To be called before the gateway is given the message. */
    async accept(agentId, { message, idempotencyKey }) {
      keys.add(idempotencyKey);
      for (const oldest of keys) {
        if (keys.size <= maxKeys) break;
        keys.delete(oldest);
      }
      open.set(agentId, { message, idempotencyKey });
      await save();
    },
    /** The gateway did not take it. */
    async withdraw(agentId, idempotencyKey) {
      keys.delete(idempotencyKey);
      open.delete(agentId);
      await save();
    },
    /** A run has ended: of the message, if it has its key, with or without a time that was added when it was resumed. */
    async end(agentId, runId = "") {
      const key = open.get(agentId)?.idempotencyKey;
      if (key === undefined || (runId !== key && !runId.startsWith(`${key}:`))) return;
      open.delete(agentId);
      await save();
    },
  };
}

function read(file) {
  try {
    const { keys, open } = JSON.parse(readFileSync(file, "utf8"));
    return { keys: new Set(keys), open: new Map(Object.entries(open)) };
  } catch (error) {
    if (error.code === "ENOENT") return { keys: new Set(), open: new Map() };
    throw error;
  }
}
