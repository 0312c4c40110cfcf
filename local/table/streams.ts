// The change stream: one record for each change, written in the batch of the change itself, read by sequence number.
import type { DynamoDBRecord } from "aws-lambda";
import type { Level } from "./dynalite.ts";
import { afterAll } from "./key-value-store.ts";
import type { TableSettings } from "./settings.ts";
import type { ItemChange, Operation } from "./staged-writes.ts";
import { formatSequence, hasChanged, sequenceOf, toRecord } from "./stream-record.ts";
import { createStreamTail } from "./stream-tail.ts";

export type RecordListener = (table: string, record: DynamoDBRecord) => void;
type TableRecord = [table: string, record: DynamoDBRecord];

export interface Streams {
  /** The records of some changes, and the operations that store them in the batch of those changes. */
  record(
    changes: ItemChange[],
    userIdentity?: DynamoDBRecord["userIdentity"],
  ): { records: TableRecord[]; operations: Operation[] };
  /** Calls the listeners; to be called after the commit. */
  publish(records: TableRecord[]): void;
  /** Returns a function that removes the listener. */
  onRecord(listener: RecordListener): () => void;
  /** The records after a sequence number, or from the first one on. */
  read(table: string, afterSequence: string | undefined, limit: number): Promise<DynamoDBRecord[]>;
  /** Removes the records up to this sequence number. */
  trim(table: string, throughSequence: string): Promise<void>;
  /** Removes the records that are older than a day, whether they have been read or not. */
  trimOld(tables: Iterable<string>): Promise<void>;
  latestSequence(): string;
}

const retentionSeconds = 24 * 60 * 60;
const sequenceKey = "stream-sequence";
const recordsPrefix = (table: string) => `stream~${table}~`;

/** `clock` is in milliseconds since the epoch. */
export async function openStreams(
  level: Level,
  settings: ReadonlyMap<string, TableSettings>,
  region: string,
  clock: () => number,
): Promise<Streams> {
  let sequence = Number((await level.get(sequenceKey)) ?? 0);
  const listeners = new Set<RecordListener>();
  const tail = createStreamTail();

  return {
    record(changes, userIdentity) {
      const records: TableRecord[] = [];
      for (const change of changes) {
        const table = settings.get(change.table);
        if (!table?.stream || !hasChanged(change)) continue;
        const { keys, stream } = table;
        sequence += 1;
        const record = toRecord({ change, keys, stream, region, sequence, at: clock(), userIdentity });
        records.push([change.table, record]);
      }
      return { records, operations: recordOperations(records, sequence) };
    },

    publish(records) {
      for (const [table, record] of records) tail.append(table, record);
      for (const [table, record] of records)
        for (const listener of listeners) notify(listener, table, record);
    },

    onRecord(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    read: async (table, afterSequence, limit) =>
      (afterSequence !== undefined && tail.readAfter(table, afterSequence, limit)) ||
      readStored(level, table, afterSequence, limit),
    trim: (table, throughSequence) => clearThrough(level, table, recordsPrefix(table) + throughSequence),
    async trimOld(tables) {
      const oldest = Math.floor(clock() / 1000) - retentionSeconds;
      for (const table of tables) await clearBefore(level, table, oldest);
    },
    latestSequence: () => formatSequence(sequence),
  };
}

/** Removes all records of a table. */
export function clearStream(level: Level, table: string): Promise<void> {
  return level.clear({ gte: recordsPrefix(table), lt: recordsPrefix(table) + afterAll });
}

function recordOperations(records: TableRecord[], sequence: number): Operation[] {
  if (records.length === 0) return [];
  return [
    ...records.map(([table, record]) => ({
      type: "put" as const,
      key: recordsPrefix(table) + sequenceOf(record),
      value: record,
    })),
    { type: "put", key: sequenceKey, value: sequence },
  ];
}

/** A listener's error must not look like a failed write. */
function notify(listener: RecordListener, table: string, record: DynamoDBRecord): void {
  try {
    listener(table, record);
  } catch (error) {
    console.error("A stream listener failed:", error);
  }
}

async function readStored(level: Level, table: string, after = "", limit: number): Promise<DynamoDBRecord[]> {
  const prefix = recordsPrefix(table);
  const stored = level.values({ gt: prefix + after, lt: prefix + afterAll, limit });
  return Array.fromAsync(stored, (record) => record as DynamoDBRecord);
}

/** Removes the records that were made before `oldest`, in seconds since the epoch. */
async function clearBefore(level: Level, table: string, oldest: number): Promise<void> {
  const prefix = recordsPrefix(table);
  let last: string | undefined;
  for await (const [key, record] of level.iterator({ gte: prefix, lt: prefix + afterAll })) {
    if (((record as DynamoDBRecord).dynamodb?.ApproximateCreationDateTime ?? 0) >= oldest) break;
    last = key;
  }
  if (last) await clearThrough(level, table, last);
}

function clearThrough(level: Level, table: string, lastKey: string): Promise<void> {
  return level.clear({ gte: recordsPrefix(table), lte: lastKey });
}
