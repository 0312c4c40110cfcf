// node:timers/promises on top of the global timers. Vitest fakes only the global ones, so tests that move the clock
// replace the module by this one: vi.mock("node:timers/promises", () => import("../support/timers.ts")).

export function setTimeout<T>(ms: number, value?: T, { signal }: { signal?: AbortSignal } = {}): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = globalThis.setTimeout(() => resolve(value as T), ms);
  const abort = () => {
    clearTimeout(timer);
    reject(signal?.reason);
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort, { once: true });
  return promise;
}
