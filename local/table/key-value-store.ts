// The durable key-value store beside the table, in the same LevelDB under its own prefix.
import type { Store } from "../store.ts";
import type { Level } from "./dynalite.ts";

const namespace = "kv~";
/** Sorts after every key: the highest code point in UTF-8. */
export const afterAll = "\u{10FFFF}";

export function createKeyValueStore(level: Level): Store {
  return {
    get: async <T>(key: string) => (await level.get(namespace + key)) as T | undefined,
    put: (key, value) => level.put(namespace + key, value),
    delete: (key) => level.del(namespace + key),
    batch: (operations) =>
      level.batch(operations.map((operation) => ({ ...operation, key: namespace + operation.key }))),
    async *list<T>(prefix: string) {
      const start = namespace + prefix;
      for await (const [key, value] of level.iterator({ gte: start, lt: start + afterAll })) {
        yield [key.slice(namespace.length), value as T];
      }
    },
  };
}
