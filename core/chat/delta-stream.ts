// What an agent is saying, to the open pages as it is said: joined, so that a page gets ten pieces a second at most.
import { setTimeout as delay } from "node:timers/promises";
import * as Socket from "../socket/index.ts";

const EVERY_MS = 100;
/** A message to a socket may have 128 KB, however its text is escaped. */
const MAX_CHARACTERS = 16_000;

/**
 * `add` never waits and never fails: pages show the answer from the table in the end. Each piece has its number in
 * `seq`, from 0, so that a page notices that it has missed some. `flush` resolves when all have gone out.
 */
export function createDeltaStream({ agentId, chatId }: { agentId: string; chatId: string }) {
  let waiting = "";
  let seq = 0;
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (waiting) {
      const text = waiting.slice(0, MAX_CHARACTERS);
      waiting = waiting.slice(text.length);
      await Socket.say({ type: "chat.delta", agentId, id: chatId, seq, text });
      seq += 1;
      await delay(EVERY_MS);
    }
  }

  return {
    add(text: string): void {
      waiting += text;
      sending ??= send()
        .catch((error: unknown) => console.error("A piece of an answer was not shown as it was said.", error))
        .finally(() => {
          sending = undefined;
        });
    },
    async flush(): Promise<void> {
      await sending;
    },
  };
}
