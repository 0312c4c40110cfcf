// Limits the attempts per key and time window, so that passwords and codes cannot be guessed.

export interface Throttle {
  /** Counts an attempt; false when the key has none left. To be called before the attempt. */
  take(key: string): boolean;
  /** Forgets the key's attempts, after a success. */
  clear(key: string): void;
}

const MAX_KEYS = 10_000;

/** At most `limit` attempts per key in each window. Kept in memory: a restart resets the counts, which a laptop can afford. */
export function createThrottle(limit: number, windowMs: number, now: () => number): Throttle {
  const windows = new Map<string, { count: number; endsAt: number }>();

  function makeRoom(): void {
    if (windows.size < MAX_KEYS) return;
    for (const [key, { endsAt }] of windows) if (endsAt <= now()) windows.delete(key);
    const oldest = windows.keys().next();
    if (windows.size >= MAX_KEYS && !oldest.done) windows.delete(oldest.value);
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
