// The newest records of each table in memory: a reader that keeps up never asks the LevelDB.
import type { DynamoDBRecord } from "aws-lambda";
import { formatSequence, sequenceOf } from "./stream-record.ts";

export interface StreamTail {
  append(table: string, record: DynamoDBRecord): void;
  /** The records after a sequence number; undefined when the tail does not reach back that far. */
  readAfter(table: string, sequence: string, limit: number): DynamoDBRecord[] | undefined;
}

/** Per table. */
const maxBytes = 4 * 1024 * 1024;

interface Tail {
  /** The tail holds every record after this sequence number. */
  after: string;
  records: DynamoDBRecord[];
  bytes: number;
}

export function createStreamTail(): StreamTail {
  const tails = new Map<string, Tail>();
  return {
    append(table, record) {
      const before = formatSequence(Number(sequenceOf(record)) - 1);
      const tail = tails.get(table) ?? { after: before, records: [], bytes: 0 };
      tails.set(table, tail);
      tail.records.push(record);
      tail.bytes += sizeOf(record);
      if (tail.bytes > maxBytes) dropOlderHalf(tail);
    },
    readAfter(table, sequence, limit) {
      const tail = tails.get(table);
      if (!tail || sequence < tail.after) return undefined;
      const first = tail.records.findLastIndex((record) => sequenceOf(record) <= sequence) + 1;
      return tail.records.slice(first, first + limit);
    },
  };
}

/** Half at once: dropping records one by one would move all the others each time. */
function dropOlderHalf(tail: Tail): void {
  const dropped = tail.records.splice(0, Math.ceil(tail.records.length / 2));
  tail.after = sequenceOf(dropped.at(-1)!);
  for (const record of dropped) tail.bytes -= sizeOf(record);
}

const sizeOf = ({ dynamodb }: DynamoDBRecord): number => dynamodb!.SizeBytes!;
