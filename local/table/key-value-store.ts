// The durable key-value store beside the table, in the same LevelDB under its own prefix.
import type { Store } from "../store.ts";
import type { Range } from "./dynalite.ts";
import type { GuardedLevel } from "./guarded-level.ts";

const namespace = "kv~";
/** How many entries of a list are read at once. */
const CHUNK = 256;
/** Sorts after every key: the highest code point in UTF-8. */
export const afterAll = "\u{10FFFF}";

export function createKeyValueStore(level: GuardedLevel): Store {
  return {
    get: async <T>(key: string) => (await level.get(namespace + key)) as T | undefined,
    put: (key, value) => level.put(namespace + key, value),
    delete: (key) => level.del(namespace + key),
    batch: (operations) =>
      level.batch(operations.map((operation) => ({ ...operation, key: namespace + operation.key }))),
    async *list<T>(prefix: string) {
      const start = namespace + prefix;
      let from: Range = { gte: start };
      for (;;) {
        const range: Range = { ...from, lt: start + afterAll, limit: CHUNK };
        const entries: [string, unknown][] = await level.read(() => level.iterator(range).all());
        for (const [key, value] of entries) yield [key.slice(namespace.length), value as T];
        if (entries.length < CHUNK) return;
        from = { gt: entries.at(-1)![0] };
      }
    },
  };
}
