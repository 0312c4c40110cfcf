// Optimistic writes: what was read may change before it is written; then it is read and decided again.
import { VisibleError } from "../util/error.ts";
import { failedConditions, isConditionFailure } from "./write.ts";

const MAX_ATTEMPTS = 8;

/**
 * Runs `attempt`, which reads, decides and writes under a condition; again from the start when the condition did not
 * hold. Throws `conflict` when somebody else is faster every time.
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

/** Somebody else was faster. */
export function changedMeanwhile(cause?: unknown): VisibleError {
  return new VisibleError(
    "conflict",
    "Somebody else changed this at the same time. Look at it again, then repeat.",
    { cause },
  );
}
