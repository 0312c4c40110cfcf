// Lambda's event source mapping for a table's stream: hands records to a handler in order, at least once, from
// a durable checkpoint, and sets aside the ones that fail for good.
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { backoffMs, wait } from "./backoff.ts";
import type { TableEngine } from "./table/engine.ts";

export interface DeadRecord {
  record: DynamoDBRecord;
  error: string;
  at: string;
}

export interface StreamReaderOptions {
  engine: TableEngine;
  table: string;
  /** The checkpoint's name: another name reads the stream from its start. */
  name: string;
  /** Records that do not pass are read and forgotten. */
  filter?: (record: DynamoDBRecord) => boolean;
  handler: (event: DynamoDBStreamEvent) => Promise<void>;
  batchSize?: number;
  /** Attempts for a batch, and then for each of its records alone. */
  maxAttempts?: number;
  onDeadLetter: (dead: DeadRecord) => void | Promise<void>;
}

export interface StreamReader {
  /** Continues after the checkpoint. Start all readers of a table before it is written to. */
  start(): Promise<void>;
  /** Resolves when everything written so far is handled or set aside. */
  idle(): Promise<void>;
  /** Resolves when the handler is not running any more. What was not finished comes again. */
  stop(): Promise<void>;
  deadLetters(): Promise<DeadRecord[]>;
}

const trimEveryMs = 1_000;
const checkpointPrefix = (table: string) => `stream-checkpoint~${table}~`;

export function createStreamReader(options: StreamReaderOptions): StreamReader {
  const { engine, table, name, handler, onDeadLetter, filter, batchSize = 100, maxAttempts = 5 } = options;
  const checkpointKey = checkpointPrefix(table) + name;
  const deadPrefix = `stream-dead-letter~${table}~${name}~`;
  let stopping = new AbortController();
  let unsubscribe: (() => void) | undefined;
  let draining: Promise<void> | undefined;
  let hasMore = false;
  let checkpoint: string | undefined;
  let trimmedAt = 0;

  function wake(): void {
    hasMore = true;
    draining ??= drain()
      .catch((error: unknown) => {
        hasMore = false;
        console.error(`Stream reader ${name} stopped until the next record:`, error);
      })
      .finally(() => {
        draining = undefined;
        if (hasMore && !stopping.signal.aborted) wake();
      });
  }

  async function drain(): Promise<void> {
    while (hasMore && !stopping.signal.aborted) {
      hasMore = false;
      checkpoint ??= await engine.store.get<string>(checkpointKey);
      const records = await engine.readRecords(table, checkpoint || undefined, batchSize);
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (!last) break;
      // What is written from now on sets it, too.
      hasMore ||= records.length === batchSize;
      const wanted = filter ? records.filter(filter) : records;
      if (wanted.length > 0) await deliver(wanted);
      if (stopping.signal.aborted) return;
      await engine.store.put(checkpointKey, last);
      checkpoint = last;
      await trim();
    }
  }

  async function deliver(records: DynamoDBRecord[]): Promise<void> {
    const error = await attempt(records);
    if (error === undefined || stopping.signal.aborted) return;
    if (records.length > 1) {
      for (const record of records) await deliver([record]);
      return;
    }
    const [record] = records;
    const dead: DeadRecord = { record: record!, error: String(error), at: new Date().toISOString() };
    await engine.store.put(deadPrefix + record!.dynamodb?.SequenceNumber, dead);
    await onDeadLetter(dead);
  }

  /** The last error, when every attempt failed. */
  async function attempt(records: DynamoDBRecord[]): Promise<unknown> {
    for (let failed = 0; !stopping.signal.aborted; ) {
      try {
        await handler({ Records: records });
        return undefined;
      } catch (error) {
        failed += 1;
        if (failed >= maxAttempts) return error ?? "unknown error";
        await wait(backoffMs(failed), stopping.signal);
      }
    }
    return undefined;
  }

  /** Removes what every reader of the table has passed; now and then, since all of it is read for that. */
  async function trim(): Promise<void> {
    if (Date.now() - trimmedAt < trimEveryMs) return;
    trimmedAt = Date.now();
    let lowest: string | undefined;
    for await (const [, checkpoint] of engine.store.list<string>(checkpointPrefix(table))) {
      if (lowest === undefined || checkpoint < lowest) lowest = checkpoint;
    }
    if (lowest) await engine.trimRecords(table, lowest);
  }

  return {
    async start() {
      stopping = new AbortController();
      // From now on nothing is trimmed before this reader has seen it.
      if ((await engine.store.get(checkpointKey)) === undefined) await engine.store.put(checkpointKey, "");
      unsubscribe ??= engine.onRecord((written) => {
        if (written === table) wake();
      });
      wake();
    },
    async idle() {
      while (draining) await draining;
    },
    async stop() {
      unsubscribe?.();
      unsubscribe = undefined;
      stopping.abort();
      await draining;
    },
    async deadLetters() {
      const dead: DeadRecord[] = [];
      for await (const [, value] of engine.store.list<DeadRecord>(deadPrefix)) dead.push(value);
      return dead;
    },
  };
}
