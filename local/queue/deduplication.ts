// Deduplication ids: the same id within five minutes is the same message, also after a restart.
import type { Store, StoreOperation } from "../store.ts";

const windowMs = 5 * 60 * 1000;

export interface Deduplication {
  /** Reads the ids that an earlier process kept. */
  load(): Promise<void>;
  isKnown(id: string): boolean;
  /** Keeps the id from now on; returns what has to be written with the message, and forgets expired ids. */
  rememberOperations(id: string): StoreOperation[];
}

export function createDeduplication(store: Store, prefix: string, clock: () => number): Deduplication {
  /** When each id expires, in the order of sending: expired ones are at the front. */
  const expiresAt = new Map<string, number>();

  return {
    async load() {
      const kept = await Array.fromAsync(
        store.list<number>(prefix),
        ([key, until]) => [key.slice(prefix.length), until] as const,
      );
      for (const [id, until] of kept.sort(([, a], [, b]) => a - b)) expiresAt.set(id, until);
    },
    isKnown: (id) => (expiresAt.get(id) ?? 0) > clock(),
    rememberOperations(id) {
      const now = clock();
      const operations: StoreOperation[] = [];
      for (const [old, until] of expiresAt) {
        if (until > now) break;
        expiresAt.delete(old);
        operations.push({ type: "del", key: prefix + old });
      }
      expiresAt.set(id, now + windowMs);
      operations.push({ type: "put", key: prefix + id, value: now + windowMs });
      return operations;
    },
  };
}
