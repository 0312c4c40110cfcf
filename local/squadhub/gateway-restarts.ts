// Starts again what has ended by itself, as ECS does with a service's task: after a second, doubling to a minute.

const firstMs = 1000;
const longestMs = 60_000;
/** A gateway that lived this long begins again at the first wait. */
const settledMs = 5 * 60_000;

export interface Restarts {
  /** `tenantId`'s gateway has ended, having been started at `startedAt` (ISO 8601). */
  plan(tenantId: string, startedAt: string): void;
  cancel(tenantId: string): void;
  cancelAll(): void;
}

export function createRestarts(start: (tenantId: string) => Promise<void>): Restarts {
  const waits = new Map<string, { ms: number; timer?: NodeJS.Timeout }>();

  function plan(tenantId: string, startedAt: string): void {
    const before = waits.get(tenantId);
    clearTimeout(before?.timer);
    const settled = Date.now() - Date.parse(startedAt) > settledMs;
    const ms = before && !settled ? Math.min(before.ms * 2, longestMs) : firstMs;
    const timer = setTimeout(() => {
      start(tenantId).catch((error: unknown) => {
        console.error("A gateway could not be started again.", error);
        plan(tenantId, new Date().toISOString());
      });
    }, ms);
    timer.unref();
    waits.set(tenantId, { ms, timer });
  }

  function cancel(tenantId: string): void {
    clearTimeout(waits.get(tenantId)?.timer);
    waits.delete(tenantId);
  }

  return {
    plan,
    cancel,
    cancelAll() {
      for (const tenantId of [...waits.keys()]) cancel(tenantId);
    },
  };
}
