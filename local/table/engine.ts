// DynamoDB in this process: dynalite's actions, and around them one write lock and one LevelDB batch for each
// write, which holds the items, their index entries, their stream records and their expiry.
import { mkdir } from "node:fs/promises";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { createSerial } from "../serial.ts";
import type { Store } from "../store.ts";
import { type Body, database, type Item, isDynaliteOperation, parse, run } from "./dynalite.ts";
import { isConditionFailure, ServiceError, withItem } from "./errors.ts";
import { expiryOperations, findExpired } from "./expiry.ts";
import { guardLevel } from "./guarded-level.ts";
import { openIdempotencyTokens } from "./idempotency-tokens.ts";
import { createKeyValueStore } from "./key-value-store.ts";
import { createRequestHandler } from "./request-handler.ts";
import { createReadStore, type Operation, type StagedWrites, stageWrites } from "./staged-writes.ts";
import { createStreamApi } from "./stream-api.ts";
import { openStreams, type RecordListener } from "./streams.ts";
import { checkIndexKeys, createTableApi, loadSettings } from "./tables.ts";
import { createTransactionApi } from "./transactions.ts";

export interface TableEngineOptions {
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
  /** Called for each record after its commit, in stream order. Returns the way to stop it. */
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
const serviceIdentity = { type: "Service", principalId: "dynamodb.amazonaws.com" };
const itemWrites = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"]);

/** Opens the engine; one process at a time can have a directory open. */
export async function openTableEngine(options: TableEngineOptions = {}): Promise<TableEngine> {
  const { directory, clock = Date.now, ttlIntervalMs = 10_000 } = options;
  if (directory) await mkdir(directory, { recursive: true });
  const base = database.create({ path: directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  base.tableDb.awsRegion = region;
  const level = guardLevel(base.db, directory);
  base.db = level;
  await level.open();

  const readStore = createReadStore(base);
  const settings = await loadSettings(readStore);
  const streams = await openStreams(level, settings, region, clock);
  const tokens = await openIdempotencyTokens(level, clock);
  const serially = createSerial();

  async function commit(
    staged: StagedWrites,
    more: Operation[] = [],
    userIdentity?: DynamoDBRecord["userIdentity"],
  ): Promise<void> {
    checkIndexKeys(staged.changes, settings);
    const { records, operations } = streams.record(staged.changes, userIdentity);
    const expiry = expiryOperations(staged.changes, settings);
    await level.batch([...staged.operations, ...expiry, ...operations, ...more]);
    streams.publish(records);
  }

  async function write(operation: string, body: Body): Promise<Body> {
    if (!isDynaliteOperation(operation)) throw unknownOperation(operation);
    const { ReturnValuesOnConditionCheckFailure, ...rest } = body;
    const data = parse(operation, rest, readStore);
    const staged = stageWrites(readStore);
    try {
      const result = await run(operation, staged.store, data);
      await commit(staged);
      return result;
    } catch (error) {
      const wanted = isConditionFailure(error) && ReturnValuesOnConditionCheckFailure === "ALL_OLD";
      throw wanted ? withItem(error, staged.lastRead) : error;
    }
  }

  const lockedOperations = new Map<string, (body: Body) => Promise<Body>>([
    ...Object.entries(createTransactionApi(readStore, tokens, commit)),
    ...Object.entries(createTableApi(readStore, settings, clock)),
    ...[...itemWrites].map((name) => [name, (body: Body) => write(name, body)] as const),
  ]);
  const streamOperations = new Map(Object.entries(createStreamApi(settings, streams)));

  /** Operations that have been asked for and not answered: the store must not close under them. */
  const underWay = new Set<Promise<Body>>();
  let closing: Promise<void> | undefined;

  async function shutDown(): Promise<void> {
    await sweeper.stop();
    await Promise.allSettled(underWay);
    await serially(async () => undefined);
    // LevelDB ends what it is writing before it closes. Dynalite's own way of closing looks for that time and again,
    // by a clock that a test may hold.
    await level.close();
  }

  async function execute(operation: string, body: Body): Promise<Body> {
    if (closing) throw new Error("The table is closed.");
    const answer = perform(operation, body);
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  }

  async function perform(operation: string, body: Body): Promise<Body> {
    const locked = lockedOperations.get(operation);
    if (locked) return serially(() => locked(body));
    const stream = streamOperations.get(operation);
    if (stream) return level.read(() => stream(body));
    if (!isDynaliteOperation(operation)) throw unknownOperation(operation);
    const parsed = parse(operation, body, readStore);
    return level.read(() => run(operation, readStore, parsed));
  }

  async function deleteExpired(table: string, entry: string, key: Item): Promise<void> {
    if ((await level.get(entry)) === undefined) return;
    const staged = stageWrites(readStore);
    await run("DeleteItem", staged.store, parse("DeleteItem", { TableName: table, Key: key }, readStore));
    await commit(staged, [], serviceIdentity);
  }

  async function sweepExpired(): Promise<void> {
    for (const [table, { ttl }] of settings) {
      if (!ttl) continue;
      const expired = await level.read(() => findExpired(level, table, clock()));
      for (const { entry, key } of expired) {
        await serially(() => deleteExpired(table, entry, key));
      }
    }
    await streams.trimOld(settings.keys());
  }

  const sweeper = startSweeper(sweepExpired, ttlIntervalMs);
  const requestHandler = createRequestHandler(execute);
  return {
    call: (operation, body) => execute(operation, structuredClone(body)),
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
    sweepExpired,
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
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

function unknownOperation(operation: string): ServiceError {
  return new ServiceError("UnknownOperationException", `Unknown operation: ${operation}`);
}
