// The messages that have not been handled, by group: in the order of sending, one of a group in flight at a time.
import { createTimeOrder } from "../time-order.ts";
import type { Entry } from "./message.ts";

export interface Backlog {
  append(entry: Entry): void;
  remove(entry: Entry): void;
  /**
   * Takes the first message of each group whose first message is visible at `now`, the earliest first, `limit` at
   * most. Nothing else is taken from a group until it is released.
   */
  take(now: number, limit: number): Entry[];
  release(group: string): void;
  /** When the next message can be taken, in milliseconds since the epoch. */
  nextVisibleAt(): number | undefined;
}

export function createBacklog(): Backlog {
  const groups = new Map<string, Entry[]>();
  const inFlight = new Set<string>();
  /** Groups with nothing in flight, by when their first message becomes visible: no event walks all groups. */
  const waiting = createTimeOrder();

  function schedule(group: string): void {
    waiting.set(group, inFlight.has(group) ? undefined : groups.get(group)?.[0]?.message.visibleAt);
  }

  return {
    append(entry) {
      const { group } = entry.message;
      const entries = groups.get(group);
      if (entries) entries.push(entry);
      else groups.set(group, [entry]);
      schedule(group);
    },
    remove(entry) {
      const { group } = entry.message;
      const rest = groups.get(group)?.filter((other) => other !== entry) ?? [];
      if (rest.length > 0) groups.set(group, rest);
      else groups.delete(group);
    },
    take: (now, limit) =>
      waiting.upTo(now, limit).map(({ key: group }) => {
        inFlight.add(group);
        schedule(group);
        return groups.get(group)![0]!;
      }),
    release(group) {
      inFlight.delete(group);
      schedule(group);
    },
    nextVisibleAt: () => waiting.first()?.at,
  };
}
