// Counts attempts per key in a window, so that passwords and codes cannot be guessed.

export interface Throttle {
  /** Counts an attempt before it is made; false when the key has none left. */
  take(key: string): boolean;
  /** Forgets the key's attempts, after a success. */
  clear(key: string): void;
}

const MOST_KEYS = 10_000;

/** At most `limit` attempts per key in each window. In memory: a restart forgets, which a laptop can afford. */
export function createThrottle(limit: number, windowMs: number, now: () => number): Throttle {
  const windows = new Map<string, { count: number; endsAt: number }>();

  function makeRoom(): void {
    if (windows.size < MOST_KEYS) return;
    for (const [key, { endsAt }] of windows) if (endsAt <= now()) windows.delete(key);
    const oldest = windows.keys().next();
    if (windows.size >= MOST_KEYS && !oldest.done) windows.delete(oldest.value);
  }

  return {
    take(key) {
      const known = windows.get(key);
      if (known && known.endsAt > now()) {
        known.count += 1;
        return known.count <= limit;
      }
      windows.delete(key);
      makeRoom();
      windows.set(key, { count: 1, endsAt: now() + windowMs });
      return true;
    },
    clear(key) {
      windows.delete(key);
    },
  };
}
