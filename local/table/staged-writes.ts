// Collects the writes of dynalite's own actions: items and index entries are read from the LevelDB and written to a list,
// which the engine commits as one batch together with what else belongs to the change.
import { Readable } from "node:stream";
import {
  type DynaliteStore,
  type Item,
  promised,
  type Range,
  type SubDatabase,
  type TableDescription,
} from "./dynalite.ts";
import { afterAll } from "./key-value-store.ts";

export type Operation = { type: "put"; key: string; value: unknown } | { type: "del"; key: string };

export interface ItemChange {
  table: string;
  /** The item's key inside its table's namespace. */
  key: string;
  old?: Item;
  new?: Item;
}

export interface StagedWrites {
  /** To be passed to dynalite's actions. Its locks do nothing, since the caller holds the write lock. */
  store: DynaliteStore;
  operations: Operation[];
  changes: ItemChange[];
  /** The item that an action has read last: a failed condition was checked against it. */
  lastRead?: Item;
}

/**
 * Dynalite's store with four differences: range reads close their iterators; deleting a table clears its whole range;
 * table descriptions are cached; and single keys are read synchronously, because LevelDB answers from memory faster than
 * a hand-over to another thread takes.
 */
export function createReadStore(base: DynaliteStore): DynaliteStore {
  const level = base.db;
  const readable = (database: SubDatabase, prefix: string): SubDatabase => ({
    ...database,
    get(key, callback) {
      let value: unknown;
      try {
        value = level.getSync(prefix + key);
      } catch (error) {
        return setImmediate(callback, error);
      }
      setImmediate(callback, null, value);
    },
    createValueStream: (range) => Readable.from(level.values(within(prefix, range))),
  });
  const erase = (prefix: string, callback: (error: unknown) => void) =>
    level.clear({ gte: prefix, lt: prefix + afterAll }).then(() => callback(null), callback);
  const tables = new Map<string, TableDescription>();
  let changes = 0;
  /** Clears the cache before the write and after it. */
  const invalidating = (callback: (error: unknown) => void) => {
    const invalidate = () => {
      changes += 1;
      tables.clear();
    };
    invalidate();
    return (error: unknown) => {
      invalidate();
      callback(error);
    };
  };
  return {
    ...base,
    tableDb: {
      ...base.tableDb,
      put: (key, value, callback) => base.tableDb.put(key, value, invalidating(callback)),
      del: (key, callback) => base.tableDb.del(key, invalidating(callback)),
    },
    getTable(name: string, ...rest: unknown[]) {
      const callback = rest.at(-1) as (error: unknown, table?: TableDescription) => void;
      const mustBeActive = rest.length === 1 || rest[0] === true;
      const known = mustBeActive && tables.get(name);
      if (known) return setImmediate(callback, null, known);
      const seen = changes;
      base.getTable(name, mustBeActive, (error, table) => {
        if (!error && table?.TableStatus === "ACTIVE" && mustBeActive && seen === changes)
          tables.set(name, table);
        callback(error, table);
      });
    },
    getItemDb: (table) => readable(base.getItemDb(table), itemPrefix(table)),
    getIndexDb: (kind, table, index) =>
      readable(base.getIndexDb(kind, table, index), indexPrefix(kind, table, index)),
    deleteItemDb: (table, callback) => void erase(itemPrefix(table), callback),
    deleteIndexDb: (kind, table, index, callback) => void erase(indexPrefix(kind, table, index), callback),
  };
}

export function stageWrites(readStore: DynaliteStore): StagedWrites {
  const staged: StagedWrites = { store: readStore, operations: [], changes: [] };
  const before = new Map<string, Item | undefined>();

  const writer = (prefix: string, onWrite: (key: string, value?: Item) => void) => {
    const stage = (operation: Operation, value: Item | undefined, callback: (error: unknown) => void) => {
      staged.operations.push({ ...operation, key: prefix + operation.key });
      onWrite(operation.key, value);
      setImmediate(callback, null);
    };
    return {
      lock: ((_key, exclusive) => exclusive((callback) => callback)) as SubDatabase["lock"],
      put: ((key, value, callback) =>
        stage({ type: "put", key, value }, value as Item, callback)) as SubDatabase["put"],
      del: ((key, callback) => stage({ type: "del", key }, undefined, callback)) as SubDatabase["del"],
    };
  };

  staged.store = {
    ...readStore,
    getIndexDb: (kind, table, index) => ({
      ...readStore.getIndexDb(kind, table, index),
      ...writer(indexPrefix(kind, table, index), () => undefined),
    }),
    getItemDb(table) {
      const items = readStore.getItemDb(table);
      return {
        ...items,
        ...writer(itemPrefix(table), (key, value) =>
          staged.changes.push({ table, key, old: before.get(table + key), new: value }),
        ),
        get(key, callback) {
          items.get(key, (error, item) => {
            staged.lastRead = item as Item | undefined;
            before.set(table + key, staged.lastRead);
            callback(error, item);
          });
        },
      };
    },
  };
  return staged;
}

export function readItem(store: DynaliteStore, table: string, key: string): Promise<Item | undefined> {
  return promised((callback) => store.getItemDb(table).get(key, callback as (error: unknown) => void));
}

export const itemPrefix = (table: string): string => `item-${table}~`;
const indexPrefix = (kind: string, table: string, index: string): string =>
  `index-${kind.toLowerCase()}~${table}~${index}~`;

function within(prefix: string, { gt, gte, lt, lte, ...rest }: Range): Range {
  const lower = gt ? { gt: prefix + gt } : { gte: prefix + (gte ?? "") };
  const upper = lte ? { lte: prefix + lte } : { lt: prefix + (lt ?? afterAll) };
  return { ...rest, ...lower, ...upper };
}
