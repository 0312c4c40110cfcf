// Keys sorted by time. Each key has one time, and the earliest is found at once.

export interface TimeOrder {
  /** Sets the time of the key; undefined removes the key. */
  set(key: string, at: number | undefined): void;
  first(): { key: string; at: number } | undefined;
  /** The keys of this time or earlier, the earliest first, `limit` at most. */
  upTo(at: number, limit: number): { key: string; at: number }[];
}

export function createTimeOrder(): TimeOrder {
  const times = new Map<string, number>();
  const sorted: { key: string; at: number }[] = [];

  /** Where the key is, or belongs, in `sorted`. */
  function position(key: string, at: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = sorted[middle]!;
      if (entry.at < at || (entry.at === at && entry.key < key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    set(key, at) {
      const old = times.get(key);
      if (old !== undefined) sorted.splice(position(key, old), 1);
      if (at === undefined) {
        times.delete(key);
        return;
      }
      times.set(key, at);
      sorted.splice(position(key, at), 0, { key, at });
    },
    first: () => sorted[0],
    upTo: (at, limit) => sorted.slice(0, Math.max(0, limit)).filter((entry) => entry.at <= at),
  };
}
