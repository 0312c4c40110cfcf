// TTL: an index of items by expiry, written in the batch of each change, so that a sweep reads expired items only.
import type { Item, Level } from "./dynalite.ts";
import { afterAll } from "./key-value-store.ts";
import type { TableSettings } from "./settings.ts";
import { type ItemChange, itemPrefix, type Operation } from "./staged-writes.ts";

export interface ExpiredItem {
  table: string;
  /** The key of the index entry. It goes when the item goes or gets another expiry. */
  entry: string;
  key: Item;
}

/** AWS takes a time this far in the past for a mistake, and leaves the item alone. */
const tooOldSeconds = 5 * 365 * 24 * 60 * 60;
const indexPrefix = (table: string) => `expiry~${table}~`;
const formatTime = (seconds: number) => String(seconds).padStart(15, "0");

/** The index operations that belong in the batch of these changes. */
export function expiryOperations(
  changes: ItemChange[],
  settings: ReadonlyMap<string, TableSettings>,
): Operation[] {
  const operations: Operation[] = [];
  for (const change of changes) {
    const table = settings.get(change.table);
    if (!table?.ttl) continue;
    const oldEntry = entryOf(change.table, change.key, change.old, table.ttl);
    const newEntry = entryOf(change.table, change.key, change.new, table.ttl);
    if (oldEntry && oldEntry !== newEntry) operations.push({ type: "del", key: oldEntry });
    if (newEntry) operations.push({ type: "put", key: newEntry, value: keyOf(change.new!, table.keys) });
  }
  return operations;
}

/** The operations that index the items which a table has when TTL is switched on for it. */
export async function buildExpiryIndex(
  level: Level,
  table: string,
  keys: string[],
  attribute: string,
): Promise<Operation[]> {
  const operations: Operation[] = [];
  const prefix = itemPrefix(table);
  for await (const [key, item] of level.iterator({ gte: prefix, lt: prefix + afterAll })) {
    const entry = entryOf(table, key.slice(prefix.length), item as Item, attribute);
    if (entry) operations.push({ type: "put", key: entry, value: keyOf(item as Item, keys) });
  }
  return operations;
}

export function clearExpiryIndex(level: Level, table: string): Promise<void> {
  return level.clear({ gte: indexPrefix(table), lt: indexPrefix(table) + afterAll });
}

export async function findExpired(level: Level, table: string, now: number): Promise<ExpiredItem[]> {
  const prefix = indexPrefix(table);
  const seconds = Math.floor(now / 1000);
  const range = {
    gte: prefix + formatTime(Math.max(0, seconds - tooOldSeconds)),
    lt: prefix + formatTime(seconds + 1),
  };
  const expired: ExpiredItem[] = [];
  for await (const [entry, key] of level.iterator(range)) expired.push({ table, entry, key: key as Item });
  return expired;
}

function entryOf(table: string, key: string, item: Item | undefined, attribute: string): string | undefined {
  const seconds = Math.floor(Number(item?.[attribute]?.N));
  return seconds > 0 ? `${indexPrefix(table)}${formatTime(seconds)}~${key}` : undefined;
}

function keyOf(item: Item, keys: string[]): Item {
  return Object.fromEntries(keys.map((name) => [name, item[name]!]));
}
