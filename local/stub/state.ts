// The stub gateway's state, as its request handlers see it.
import type { ConfigFile } from "./config-file.ts";
import type { AcceptedMessage, Journal } from "./journal.ts";
import type { Sessions } from "./sessions.ts";
import type { TurnQueue } from "./turn-queue.ts";

export interface Gateway {
  config: ConfigFile;
  sessions: Sessions;
  queue: TurnQueue;
  journal: Journal;
  /** Aborts each chat in progress, by the chat's key. */
  chats: Map<string, AbortController>;
  log(line: string): void;
  /** Queues a turn; `signal` aborts it, as does the gateway's end. Rejects when the turn fails. */
  turn(agentId: string, sessionKey: string, message: string, signal?: AbortSignal): Promise<string>;
  /** To be called once the environment names a tenant. */
  onAdopted(): void;
  /** Queues the turn of a message that is in the journal. */
  deliver(message: AcceptedMessage): void;
}
