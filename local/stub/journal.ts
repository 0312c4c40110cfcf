// Accepted messages, kept across restarts: every message gets a turn that ends, and the same key never gets two.
import { existsSync, readFileSync } from "node:fs";
import { writeAtomically } from "./atomic-file.ts";

export interface AcceptedMessage {
  agentId: string;
  message: string;
  idempotencyKey: string;
}

interface JournalState {
  /** The keys of the latest accepted messages, oldest first. */
  keys: string[];
  /** Accepted messages whose turn has not ended. */
  waiting: AcceptedMessage[];
}

const maxKeys = 2000;

export interface Journal {
  has(idempotencyKey: string): boolean;
  accept(message: AcceptedMessage): void;
  /** To be called when the turn has ended. A turn that is cut off runs again after a restart, as in a real gateway. */
  end(idempotencyKey: string): void;
  /** The accepted messages whose turn has not ended, in order. */
  waiting(): AcceptedMessage[];
}

/** Opens the journal at `path`. */
export function openJournal(path: string): Journal {
  const state: JournalState = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8"))
    : { keys: [], waiting: [] };
  const save = () => writeAtomically(path, JSON.stringify(state));
  return {
    has: (key) => state.keys.includes(key),
    accept(message) {
      state.keys = [...state.keys, message.idempotencyKey].slice(-maxKeys);
      state.waiting.push(message);
      save();
    },
    end(key) {
      state.waiting = state.waiting.filter((message) => message.idempotencyKey !== key);
      save();
    },
    waiting: () => [...state.waiting],
  };
}
