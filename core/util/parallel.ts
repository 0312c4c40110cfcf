// Work on several things at once.

/** Runs `work` for all items at once. An error is thrown only after all have settled, so that nothing runs on unobserved. */
export async function forEachParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const outcomes = await Promise.allSettled(items.map(work));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
