// The messages that this gateway has accepted, stored across restarts. A key never causes two turns, and a message whose
// turn has not begun is never lost.
import { readFileSync } from "node:fs";
import { writeAtomically } from "./atomic-file.js";

const maxKeys = 2000;

/** Opens the record in `file`, which only this process writes. */
export function openMessages(file) {
  const { keys, open } = read(file);
  let saving = Promise.resolve();
  /** Saves in order, because an older state must not replace a newer one. Resolves when the current state is on disk. */
  const save = () => {
    saving = saving
      .catch(() => undefined)
      .then(() => writeAtomically(file, JSON.stringify({ keys: [...keys], open: Object.fromEntries(open) })));
    return saving;
  };

  return {
    has: (key) => keys.has(key),
    /** The agent's last message, until its turn is known to have ended. */
    open: (agentId) => open.get(agentId),
    /** The agents with such a message. */
    agents: () => [...open.keys()],
    /** Call this before the gateway gets the message. */
    async accept(agentId, { message, idempotencyKey }) {
      keys.add(idempotencyKey);
      for (const oldest of keys) {
        if (keys.size <= maxKeys) break;
        keys.delete(oldest);
      }
      open.set(agentId, { message, idempotencyKey });
      await save();
    },
    /** The gateway did not accept the message. */
    async withdraw(agentId, idempotencyKey) {
      keys.delete(idempotencyKey);
      open.delete(agentId);
      await save();
    },
    /** A run has ended. It is the message's if its id is the key, or the key with the time that a resume appends. */
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
