// Lambda's event source mapping for a table's stream: hands records to a handler in order, at least once, from a durable
// checkpoint, and sets aside the records that fail for good.
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
  /** Names the checkpoint; a new name reads the stream from its start. */
  name: string;
  /** Records that do not pass are skipped. */
  filter?: (record: DynamoDBRecord) => boolean;
  handler: (event: DynamoDBStreamEvent) => Promise<void>;
  batchSize?: number;
  /** Attempts for a batch, and then for each of its records alone. */
  maxAttempts?: number;
  onDeadLetter: (dead: DeadRecord) => void | Promise<void>;
}

export interface StreamReader {
  /** Continues after the checkpoint. Start all readers of a table before anything is written to it. */
  start(): Promise<void>;
  /** Resolves when everything written so far is handled or set aside. */
  idle(): Promise<void>;
  /** Resolves when the handler has ended. Records that it has not finished are handed over again after a start. */
  stop(): Promise<void>;
  deadLetters(): Promise<DeadRecord[]>;
}

const trimEveryMs = 1_000;
const checkpointPrefix = (table: string) => `stream-checkpoint~${table}~`;

export const createStreamReader = (options: StreamReaderOptions): StreamReader =>
  new LocalStreamReader(options);

class LocalStreamReader implements StreamReader {
  readonly #options: StreamReaderOptions;
  readonly #batchSize: number;
  readonly #maxAttempts: number;
  readonly #checkpointKey: string;
  readonly #deadPrefix: string;
  #stopping = new AbortController();
  #unsubscribe: (() => void) | undefined;
  #draining: Promise<void> | undefined;
  #hasMore = false;
  #checkpoint: string | undefined;
  #trimmedAt = 0;

  constructor(options: StreamReaderOptions) {
    const { table, name, batchSize = 100, maxAttempts = 5 } = options;
    this.#options = options;
    this.#batchSize = batchSize;
    this.#maxAttempts = maxAttempts;
    this.#checkpointKey = checkpointPrefix(table) + name;
    this.#deadPrefix = `stream-dead-letter~${table}~${name}~`;
  }

  async start(): Promise<void> {
    const { engine, table } = this.#options;
    this.#stopping = new AbortController();
    // The empty checkpoint keeps records from being trimmed before this reader has seen them.
    if ((await engine.store.get(this.#checkpointKey)) === undefined)
      await engine.store.put(this.#checkpointKey, "");
    this.#unsubscribe ??= engine.onRecord((written) => {
      if (written === table) this.#wake();
    });
    this.#wake();
  }

  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#stopping.abort();
    await this.#draining;
  }

  deadLetters(): Promise<DeadRecord[]> {
    const kept = this.#options.engine.store.list<DeadRecord>(this.#deadPrefix);
    return Array.fromAsync(kept, ([, dead]) => dead);
  }

  #wake(): void {
    this.#hasMore = true;
    this.#draining ??= this.#drain()
      .catch((error: unknown) => {
        this.#hasMore = false;
        console.error(`Stream reader ${this.#options.name} stopped until the next record:`, error);
      })
      .finally(() => {
        this.#draining = undefined;
        if (this.#hasMore && !this.#stopping.signal.aborted) this.#wake();
      });
  }

  async #drain(): Promise<void> {
    const { engine, table, filter } = this.#options;
    const { signal } = this.#stopping;
    while (this.#hasMore && !signal.aborted) {
      // A record that is written from now on sets it again.
      this.#hasMore = false;
      this.#checkpoint ??= await engine.store.get<string>(this.#checkpointKey);
      const records = await engine.readRecords(table, this.#checkpoint || undefined, this.#batchSize);
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (!last) break;
      this.#hasMore ||= records.length === this.#batchSize;
      const wanted = filter ? records.filter(filter) : records;
      if (wanted.length > 0) await this.#deliver(wanted, signal);
      if (signal.aborted) return;
      await engine.store.put(this.#checkpointKey, last);
      this.#checkpoint = last;
      await this.#trim();
    }
  }

  /** Hands a batch over; when it fails for good, each of its records alone, and sets aside the ones that fail. */
  async #deliver(records: DynamoDBRecord[], signal: AbortSignal): Promise<void> {
    const error = await this.#attempt(records, signal);
    if (error === undefined || signal.aborted) return;
    if (records.length > 1) {
      for (const record of records) await this.#deliver([record], signal);
      return;
    }
    const [record] = records;
    const dead: DeadRecord = { record: record!, error: String(error), at: new Date().toISOString() };
    await this.#options.engine.store.put(this.#deadPrefix + record!.dynamodb?.SequenceNumber, dead);
    await this.#options.onDeadLetter(dead);
  }

  /** Returns the last error when every attempt has failed. */
  async #attempt(records: DynamoDBRecord[], signal: AbortSignal): Promise<unknown> {
    for (let failed = 0; !signal.aborted; ) {
      try {
        await this.#options.handler({ Records: records });
        return undefined;
      } catch (error) {
        failed += 1;
        if (failed >= this.#maxAttempts) return error ?? "unknown error";
        await wait(backoffMs(failed), signal);
      }
    }
    return undefined;
  }

  /** Removes the records that every reader of the table has passed. It reads all checkpoints, so it runs rarely. */
  async #trim(): Promise<void> {
    if (Date.now() - this.#trimmedAt < trimEveryMs) return;
    this.#trimmedAt = Date.now();
    const { engine, table } = this.#options;
    let lowest: string | undefined;
    for await (const [, checkpoint] of engine.store.list<string>(checkpointPrefix(table))) {
      if (lowest === undefined || checkpoint < lowest) lowest = checkpoint;
    }
    if (lowest) await engine.trimRecords(table, lowest);
  }
}
