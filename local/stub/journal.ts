// Accepted messages, kept across restarts: one key never makes two turns that end, and none is forgotten before.
import { existsSync, readFileSync } from "node:fs";
import { writeAtomically } from "./atomic-file.ts";

export interface AcceptedMessage {
  agentId: string;
  message: string;
  idempotencyKey: string;
}

interface JournalState {
  /** The keys of the last messages accepted, oldest first. */
  keys: string[];
  /** Accepted, and no turn has ended. */
  waiting: AcceptedMessage[];
}

const maxKeys = 2000;

export interface Journal {
  has(idempotencyKey: string): boolean;
  accept(message: AcceptedMessage): void;
  /** Its turn has ended: one that is cut off comes again, as a real gateway resumes it. */
  end(idempotencyKey: string): void;
  /** What an earlier process had accepted and not ended, in order. */
  waiting(): AcceptedMessage[];
}

/** Opens the journal at `path`, which only this module writes. */
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
