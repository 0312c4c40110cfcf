// The same for several things, side by side.

/** Runs `work` for each at once. When one fails, its error is thrown after the others have ended: nothing goes on behind. */
export async function forEachParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(all.map(work));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
