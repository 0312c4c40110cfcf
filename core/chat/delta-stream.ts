// Streams an agent's answer to open pages, joined into ten deltas a second at most.
import { setTimeout as delay } from "node:timers/promises";
import * as Socket from "../socket/index.ts";

const INTERVAL_MS = 100;
/** Keeps a socket message below its 128 KB, however its text is escaped. */
const MAX_CHARACTERS = 16_000;

/**
 * `add` neither waits nor fails, because pages read the whole answer from the table at its end. Deltas are numbered in
 * `seq`, from 0, so that a page notices a missing one. `flush` resolves when all have been sent.
 */
export function createDeltaStream({ agentId, chatId }: { agentId: string; chatId: string }) {
  let unsent = "";
  let seq = 0;
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (unsent) {
      const text = unsent.slice(0, MAX_CHARACTERS);
      unsent = unsent.slice(text.length);
      await Socket.sendContent({ type: "chat.delta", agentId, id: chatId, seq, text });
      seq += 1;
      await delay(INTERVAL_MS);
    }
  }

  return {
    add(text: string): void {
      unsent += text;
      sending ??= send()
        .catch((error: unknown) => console.error("A delta of an answer was not sent to open pages.", error))
        .finally(() => {
          sending = undefined;
        });
    },
    async flush(): Promise<void> {
      await sending;
    },
  };
}
