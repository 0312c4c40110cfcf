// One timer for the next due time, however far away it is.

export interface Alarm {
  /** Rings at this time (milliseconds since the epoch) instead of an earlier set one; undefined: never. */
  set(at: number | undefined): void;
}

/** The longest that setTimeout can wait; it fires at once when it is set to more. */
const maxWaitMs = 2 ** 31 - 1;

export function createAlarm(clock: () => number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  function set(at: number | undefined): void {
    clearTimeout(timer);
    if (at === undefined) return;
    const wait = Math.max(0, at - clock());
    timer = wait > maxWaitMs ? setTimeout(() => set(at), maxWaitMs) : setTimeout(ring, wait);
  }
  return { set };
}
