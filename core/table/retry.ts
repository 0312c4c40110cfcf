// Optimistic writes: when an item changes between the read and the write, both are repeated.
import { VisibleError } from "../util/error.ts";
import { failedConditions, isConditionFailure } from "./write.ts";

const MAX_ATTEMPTS = 8;

/**
 * Runs `attempt`, which reads, decides and writes under a condition, and repeats it when the condition did not hold.
 * Throws `conflict` when it never holds.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (!failedConditions(error) && !isConditionFailure(error)) throw error;
      if (count === MAX_ATTEMPTS) throw changedMeanwhile(error);
    }
  }
}

/** The `conflict` error for an item that somebody else has changed since it was read. */
export function changedMeanwhile(cause?: unknown): VisibleError {
  return new VisibleError(
    "conflict",
    "Somebody else changed this at the same time. Reload it, then try again.",
    { cause },
  );
}
