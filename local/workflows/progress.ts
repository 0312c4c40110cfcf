// Counts the states that are durable: a task call waits until its own state is.

export interface Progress {
  advance(): void;
  /** Resolves once there have been `count` advances. */
  reached(count: number): Promise<void>;
}

export function createProgress(): Progress {
  let count = 0;
  let waiters: { count: number; resolve: () => void }[] = [];
  return {
    advance() {
      count += 1;
      for (const waiter of waiters) if (waiter.count <= count) waiter.resolve();
      waiters = waiters.filter((waiter) => waiter.count > count);
    },
    reached: (wanted) =>
      new Promise((resolve) => {
        if (wanted <= count) resolve();
        else waiters.push({ count: wanted, resolve });
      }),
  };
}
