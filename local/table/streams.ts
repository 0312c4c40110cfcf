// The change stream: one record for each change, written in the batch of the change itself, read by sequence.
import { randomUUID } from "node:crypto";
import type { DynamoDBRecord, AttributeValue as RecordValue } from "aws-lambda";
import type { Item, Level } from "./dynalite.ts";
import { afterAll } from "./key-value-store.ts";
import type { ItemChange, Operation } from "./staged-writes.ts";
import type { StreamSettings, TableSettings } from "./tables.ts";

export type RecordListener = (table: string, record: DynamoDBRecord) => void;

export interface Streams {
  /** The records of some changes, and the operations that store them in the batch of those changes. */
  record(
    changes: ItemChange[],
    userIdentity?: DynamoDBRecord["userIdentity"],
  ): { records: [table: string, record: DynamoDBRecord][]; operations: Operation[] };
  /** Tells the listeners, after the commit. */
  publish(records: [table: string, record: DynamoDBRecord][]): void;
  onRecord(listener: RecordListener): () => void;
  read(table: string, afterSequence: string | undefined, limit: number): Promise<DynamoDBRecord[]>;
  trim(table: string, throughSequence: string): Promise<void>;
  /** Removes what is older than a day, whoever has not read it. */
  trimOld(tables: Iterable<string>): Promise<void>;
  latestSequence(): string;
}

const retentionSeconds = 24 * 60 * 60;
/** So much of a table's newest records is kept at hand, for readers that keep up. */
const tailBytes = 4 * 1024 * 1024;
const sequenceKey = "stream-sequence";
const recordsPrefix = (table: string) => `stream~${table}~`;

export function formatSequence(sequence: number): string {
  return String(sequence).padStart(21, "0");
}

export async function openStreams(
  level: Level,
  settings: ReadonlyMap<string, TableSettings>,
  region: string,
  clock: () => number,
): Promise<Streams> {
  let sequence = Number((await level.get(sequenceKey)) ?? 0);
  const listeners = new Set<RecordListener>();
  /** By table: its records since `after`, all of them. */
  const tails = new Map<string, { after: string; records: DynamoDBRecord[]; bytes: number }>();

  function keep(table: string, record: DynamoDBRecord): void {
    const before = formatSequence(Number(sequenceOf(record)) - 1);
    const tail = tails.get(table) ?? { after: before, records: [], bytes: 0 };
    tails.set(table, tail);
    tail.records.push(record);
    tail.bytes += sizeOf(record);
    if (tail.bytes <= tailBytes) return;
    // Half at once, so that not every record moves all others.
    const gone = tail.records.splice(0, Math.ceil(tail.records.length / 2));
    tail.after = sequenceOf(gone.at(-1)!);
    for (const record of gone) tail.bytes -= sizeOf(record);
  }

  function toRecord(change: ItemChange, keys: string[], stream: StreamSettings): DynamoDBRecord {
    const { viewType, arn } = stream;
    const image = (change.new ?? change.old)!;
    return {
      eventID: randomUUID().replaceAll("-", ""),
      eventName: !change.old ? "INSERT" : !change.new ? "REMOVE" : "MODIFY",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      eventSourceARN: arn,
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(clock() / 1000),
        Keys: toImage(Object.fromEntries(keys.map((name) => [name, image[name]!]))),
        ...(change.new && viewType.includes("NEW") && { NewImage: toImage(change.new) }),
        ...(change.old && viewType.includes("OLD") && { OldImage: toImage(change.old) }),
        SequenceNumber: formatSequence(++sequence),
        SizeBytes: Buffer.byteLength(JSON.stringify([change.old, change.new])),
        StreamViewType: viewType as "NEW_AND_OLD_IMAGES",
      },
    };
  }

  /** A listener's error must not look like a failed write. */
  function tell(listener: RecordListener, table: string, record: DynamoDBRecord): void {
    try {
      listener(table, record);
    } catch (error) {
      console.error("A stream listener failed:", error);
    }
  }

  return {
    record(changes, userIdentity) {
      const records: [string, DynamoDBRecord][] = [];
      for (const change of changes) {
        const table = settings.get(change.table);
        if (!table?.stream || !hasChanged(change)) continue;
        const record = toRecord(change, table.keys, table.stream);
        records.push([change.table, userIdentity ? { ...record, userIdentity } : record]);
      }
      const operations = records.map<Operation>(([table, value]) => ({
        type: "put",
        key: recordsPrefix(table) + value.dynamodb!.SequenceNumber,
        value,
      }));
      if (records.length > 0) operations.push({ type: "put", key: sequenceKey, value: sequence });
      return { records, operations };
    },

    publish(records) {
      for (const [table, record] of records) keep(table, record);
      for (const [table, record] of records) for (const listener of listeners) tell(listener, table, record);
    },

    onRecord(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async read(table, afterSequence, limit) {
      const tail = tails.get(table);
      if (tail && afterSequence !== undefined && afterSequence >= tail.after) {
        const first = tail.records.findLastIndex((record) => sequenceOf(record) <= afterSequence) + 1;
        return tail.records.slice(first, first + limit);
      }
      const prefix = recordsPrefix(table);
      const range = { gt: prefix + (afterSequence ?? ""), lt: prefix + afterAll, limit };
      const records: DynamoDBRecord[] = [];
      for await (const record of level.values(range)) records.push(record as DynamoDBRecord);
      return records;
    },

    trim(table, throughSequence) {
      const prefix = recordsPrefix(table);
      return level.clear({ gte: prefix, lte: prefix + throughSequence });
    },

    async trimOld(tables) {
      const oldest = Math.floor(clock() / 1000) - retentionSeconds;
      for (const table of tables) {
        const prefix = recordsPrefix(table);
        let through: string | undefined;
        for await (const [key, record] of level.iterator({ gte: prefix, lt: prefix + afterAll })) {
          if (((record as DynamoDBRecord).dynamodb?.ApproximateCreationDateTime ?? 0) >= oldest) break;
          through = key;
        }
        if (through) await level.clear({ gte: prefix, lte: through });
      }
    },

    latestSequence: () => formatSequence(sequence),
  };
}

/** A write that leaves an item as it was has no record, as on AWS. */
function hasChanged(change: ItemChange): boolean {
  if (!change.old && !change.new) return false;
  return canonical(change.old) !== canonical(change.new);
}

/** Items that dynalite has updated have no prototype: they are compared as they are stored, whatever their order. */
function canonical(item: Item | undefined): string | undefined {
  return JSON.stringify(item, (_name, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const sizeOf = ({ dynamodb }: DynamoDBRecord): number => dynamodb!.SizeBytes!;
const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb!.SequenceNumber!;

const toImage = (item: Item) => item as Record<string, RecordValue>;
