// Keys in the order of their times: one time a key, the earliest found at once.

export interface TimeOrder {
  /** Undefined takes the key out. */
  set(key: string, at: number | undefined): void;
  first(): { key: string; at: number } | undefined;
  /** Those of this time or earlier, the earliest first, `most` of them. */
  upTo(at: number, most: number): { key: string; at: number }[];
}

export function createTimeOrder(): TimeOrder {
  const times = new Map<string, number>();
  const sorted: { key: string; at: number }[] = [];

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
    upTo: (at, most) => sorted.slice(0, Math.max(0, most)).filter((entry) => entry.at <= at),
  };
}
