// Batches. The table may leave part of a batch unprocessed, as it does under load; that part is sent again.
import { setTimeout as delay } from "node:timers/promises";

/** The waits between the attempts add up to about 3 s. */
const MAX_ATTEMPTS = 8;

/**
 * Sends `requests`; `send` returns those that the table left unprocessed, and they are sent again after a back-off.
 * Throws when some remain unprocessed after the last attempt: a part of an answer is never taken for all of it.
 */
export async function sendBatch<R>(requests: R[], send: (requests: R[]) => Promise<R[]>): Promise<void> {
  let remaining = requests;
  for (let attempt = 1; remaining.length > 0; attempt++) {
    remaining = await send(remaining);
    if (remaining.length === 0) return;
    if (attempt === MAX_ATTEMPTS) throw new Error(`The table left ${remaining.length} requests unprocessed`);
    await delay(25 * 2 ** attempt * Math.random());
  }
}
