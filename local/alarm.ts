// One timer for the nearest moment, however far away it is.

export interface Alarm {
  /** Rings at that time instead of the one set before; never, when undefined. */
  set(at: number | undefined): void;
}

/** What setTimeout can wait; beyond it fires at once. */
const longestWait = 2 ** 31 - 1;

export function createAlarm(clock: () => number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  function set(at: number | undefined): void {
    clearTimeout(timer);
    if (at === undefined) return;
    const wait = Math.max(0, at - clock());
    timer = wait > longestWait ? setTimeout(() => set(at), longestWait) : setTimeout(ring, wait);
  }
  return { set };
}
