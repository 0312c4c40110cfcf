// Starts gateways again that have ended by themselves, as ECS does with a service's task.
import { backoffMs } from "../backoff.ts";

/** A gateway that has lived this long begins again at the shortest delay. */
const settledMs = 5 * 60_000;

/** A second after the first failure, doubling to a minute. */
export const restartDelayMs = (failures: number): number => backoffMs(failures, 1000, 60_000);

export interface Restarts {
  /** Plans the restart of `tenantId`'s gateway, which has ended. It had been started at `startedAt` (ISO 8601). */
  plan(tenantId: string, startedAt: string): void;
  cancel(tenantId: string): void;
  cancelAll(): void;
}

export function createRestarts(start: (tenantId: string) => Promise<void>): Restarts {
  const planned = new Map<string, { ends: number; timer: NodeJS.Timeout }>();

  function plan(tenantId: string, startedAt: string): void {
    const previous = planned.get(tenantId);
    clearTimeout(previous?.timer);
    const isSettled = Date.now() - Date.parse(startedAt) > settledMs;
    const ends = previous && !isSettled ? previous.ends + 1 : 1;
    const timer = setTimeout(() => {
      start(tenantId).catch((error: unknown) => {
        console.error("A gateway could not be started again.", error);
        plan(tenantId, new Date().toISOString());
      });
    }, restartDelayMs(ends));
    planned.set(tenantId, { ends, timer: timer.unref() });
  }

  function cancel(tenantId: string): void {
    clearTimeout(planned.get(tenantId)?.timer);
    planned.delete(tenantId);
  }

  return {
    plan,
    cancel,
    cancelAll() {
      for (const tenantId of [...planned.keys()]) cancel(tenantId);
    },
  };
}
