// How long to wait before the next attempt, and waiting that can be called off.
import { setTimeout } from "node:timers/promises";

const firstMs = 200;
const longestMs = 10_000;

/** 0.2 s after the first failed attempt, doubling to 10 s. */
export function backoffMs(failedAttempts: number): number {
  return Math.min(firstMs * 2 ** (failedAttempts - 1), longestMs);
}

/** Resolves early when the signal aborts: the caller looks at the signal. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined); // only an abort ends it early
}
