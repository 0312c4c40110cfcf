// How long to wait before the next attempt, and a wait that can be aborted.
import { setTimeout } from "node:timers/promises";

/** The wait after the first failed attempt, doubling with each to the longest. */
export function backoffMs(failedAttempts: number, firstMs = 200, longestMs = 10_000): number {
  return Math.min(firstMs * 2 ** (failedAttempts - 1), longestMs);
}

/** Resolves early, without an error, when the signal aborts. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined); // only an abort ends it early
}
