// The latest messages of each session, in memory.
import type { Message } from "./provider.ts";

const maxSessions = 64;
const maxMessages = 60;

export interface Session {
  key: string;
  messages: Message[];
  updatedAt: number;
}

export interface Sessions {
  history(key: string): Message[];
  /** Adds a turn's messages. Drops the oldest messages of the session, and the oldest session, beyond the limits. */
  add(key: string, turn: Message[]): void;
  list(): Session[];
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    history: (key) => [...(sessions.get(key)?.messages ?? [])],
    add(key, turn) {
      const recent = [...(sessions.get(key)?.messages ?? []), ...turn].slice(-maxMessages);
      // A history must begin with a user's message, never with a tool's answer to a call that was dropped.
      const start = recent.findIndex((message) => message.role === "user");
      sessions.delete(key);
      sessions.set(key, { key, messages: start < 0 ? [] : recent.slice(start), updatedAt: Date.now() });
      if (sessions.size > maxSessions) sessions.delete(sessions.keys().next().value!);
    },
    list: () => [...sessions.values()].reverse(),
  };
}
