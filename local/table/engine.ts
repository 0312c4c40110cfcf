// DynamoDB in this process: dynalite's actions, with one write lock and one LevelDB batch around each write.
import { mkdir } from "node:fs/promises";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { createSerial, type Serial } from "../serial.ts";
import type { Store } from "../store.ts";
import { type Body, type DynaliteStore, database, isDynaliteOperation, parse, run } from "./dynalite.ts";
import { unknownOperation } from "./errors.ts";
import { findExpired } from "./expiry.ts";
import { type GuardedLevel, guardLevel } from "./guarded-level.ts";
import { openIdempotencyTokens } from "./idempotency-tokens.ts";
import { commit, deleteExpired, writeItems } from "./item-writes.ts";
import { createKeyValueStore } from "./key-value-store.ts";
import { createRequestHandler } from "./request-handler.ts";
import { loadSettings, type TableSettings } from "./settings.ts";
import { createReadStore } from "./staged-writes.ts";
import { createStreamApi } from "./stream-api.ts";
import { openStreams, type RecordListener, type Streams } from "./streams.ts";
import { createTableApi } from "./tables.ts";
import { createTransactionApi } from "./transactions.ts";

interface TableEngineOptions {
  /** Where the LevelDB lives; in memory when absent. */
  directory?: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** How often expired items are swept; 0 for never. */
  ttlIntervalMs?: number;
}

export interface TableEngine {
  /** One DynamoDB or DynamoDB Streams operation, in the service's JSON. */
  call(operation: string, body: Body): Promise<Body>;
  requestHandler: ReturnType<typeof createRequestHandler>;
  /** For `DynamoDBClient` and `DynamoDBStreamsClient`. */
  clientConfig: DynamoDBClientConfig & { requestHandler: ReturnType<typeof createRequestHandler> };
  /** Other durable state, in the same LevelDB. */
  store: Store;
  /** Calls the listener for each record after its commit, in stream order. Returns a function that removes it. */
  onRecord(listener: RecordListener): () => void;
  readRecords(table: string, afterSequence: string | undefined, limit: number): Promise<DynamoDBRecord[]>;
  trimRecords(table: string, throughSequence: string): Promise<void>;
  /** Why writes are refused, in the disk's own words; undefined while they are accepted. Reads are answered meanwhile. */
  failure(): string | undefined;
  /** Deletes expired items and stream records older than a day. */
  sweepExpired(): Promise<void>;
  close(): Promise<void>;
}

const region = "local";
const itemWrites = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"];

/** Opens the engine; one process at a time can have a directory open. */
export async function openTableEngine(options: TableEngineOptions = {}): Promise<TableEngine> {
  const { directory, clock = Date.now, ttlIntervalMs = 10_000 } = options;
  if (directory) await mkdir(directory, { recursive: true });
  const base = database.create({ path: directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  base.tableDb.awsRegion = region;
  const level = guardLevel(base.db, directory);
  base.db = level;
  await level.open();

  const store = createReadStore(base);
  const settings = await loadSettings(store);
  const streams = await openStreams(level, settings, region, clock);
  const context: EngineContext = { store, level, settings, streams, clock, serially: createSerial() };
  const calls = trackCalls(await createOperations(context));
  const sweeper = startSweeper(() => sweepExpired(context), ttlIntervalMs);

  let closing: Promise<void> | undefined;
  async function shutDown(): Promise<void> {
    const answered = calls.close();
    await sweeper.stop();
    await answered;
    await context.serially(async () => undefined);
    // LevelDB ends what it is writing before it closes. Dynalite's own way of closing polls for that by a clock that a
    // test may hold.
    await level.close();
  }

  const requestHandler = createRequestHandler(calls.execute);
  return {
    call: (operation, body) => calls.execute(operation, structuredClone(body)),
    requestHandler,
    clientConfig: {
      region,
      endpoint: "http://table.local",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
      maxAttempts: 1,
      // Nobody checks a signature here, and to make one takes as long as to answer.
      signer: { sign: async (request) => request as never },
      requestHandler,
    },
    store: createKeyValueStore(level),
    onRecord: streams.onRecord,
    readRecords: (...range) => level.read(() => streams.read(...range)),
    trimRecords: streams.trim,
    failure: level.failure,
    sweepExpired: () => sweepExpired(context),
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
}

interface EngineContext {
  store: DynaliteStore;
  level: GuardedLevel;
  settings: Map<string, TableSettings>;
  streams: Streams;
  clock: () => number;
  /** The write lock. */
  serially: Serial;
}

type Execute = (operation: string, body: Body) => Promise<Body>;

/** Finds each operation's implementation: writes run one at a time, reads run at once. */
async function createOperations(context: EngineContext): Promise<Execute> {
  const { store, level, settings, streams, clock, serially } = context;
  const tokens = await openIdempotencyTokens(store.db, clock);
  const locked = new Map<string, (body: Body) => Promise<Body>>([
    ...Object.entries(
      createTransactionApi({ store, tokens, commit: (staged, more) => commit(context, staged, more) }),
    ),
    ...Object.entries(createTableApi(context)),
    ...itemWrites.map((name) => [name, (body: Body) => writeItems(context, name, body)] as const),
  ]);
  const ofStreams = new Map(Object.entries(createStreamApi(settings, streams)));

  return async (operation, body) => {
    const write = locked.get(operation);
    if (write) return serially(() => write(body));
    const readStream = ofStreams.get(operation);
    if (readStream) return level.read(() => readStream(body));
    if (!isDynaliteOperation(operation)) throw unknownOperation(operation);
    const parsed = parse(operation, body, store);
    return level.read(() => run(operation, store, parsed));
  };
}

/** Keeps the calls that are not answered yet: the store must not close under them. */
function trackCalls(perform: Execute): { execute: Execute; close(): Promise<void> } {
  const pending = new Set<Promise<Body>>();
  let isClosed = false;
  return {
    async execute(operation, body) {
      if (isClosed) throw new Error("The table is closed.");
      const answer = perform(operation, body);
      pending.add(answer);
      try {
        return await answer;
      } finally {
        pending.delete(answer);
      }
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(pending);
    },
  };
}

async function sweepExpired(context: EngineContext): Promise<void> {
  const { level, settings, streams, clock, serially } = context;
  for (const [table, { ttl }] of settings) {
    if (!ttl) continue;
    const expired = await level.read(() => findExpired(level, table, clock()));
    for (const { entry, key } of expired) await serially(() => deleteExpired(context, table, entry, key));
  }
  await streams.trimOld(settings.keys());
}

function startSweeper(sweep: () => Promise<void>, intervalMs: number): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= sweep()
      .catch((error: unknown) => console.error("Could not sweep expired items:", error))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = intervalMs > 0 ? setInterval(run, intervalMs).unref() : undefined;
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
