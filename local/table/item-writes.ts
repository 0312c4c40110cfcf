// Writes of items: dynalite's actions, committed as one LevelDB batch with the index entries, stream records and expiry
// entries that belong to them. The caller holds the write lock.
import type { DynamoDBRecord } from "aws-lambda";
import { type Body, type DynaliteStore, type Item, isDynaliteOperation, parse, run } from "./dynalite.ts";
import { isConditionFailure, unknownOperation, withItem } from "./errors.ts";
import { expiryOperations } from "./expiry.ts";
import { checkIndexKeys, type TableSettings } from "./settings.ts";
import { type Operation, type StagedWrites, stageWrites } from "./staged-writes.ts";
import type { Streams } from "./streams.ts";

/** Who deletes expired items, in their stream records. */
const serviceIdentity = { type: "Service", principalId: "dynamodb.amazonaws.com" };

interface Context {
  store: DynaliteStore;
  settings: ReadonlyMap<string, TableSettings>;
  streams: Streams;
}

/** Writes what was staged, and `more`, at once; then publishes the stream records. */
export async function commit(
  { store, settings, streams }: Context,
  staged: StagedWrites,
  more: Operation[] = [],
  userIdentity?: DynamoDBRecord["userIdentity"],
): Promise<void> {
  checkIndexKeys(staged.changes, settings);
  const { records, operations } = streams.record(staged.changes, userIdentity);
  const expiry = expiryOperations(staged.changes, settings);
  await store.db.batch([...staged.operations, ...expiry, ...operations, ...more]);
  streams.publish(records);
}

/** One of dynalite's item writes (`PutItem` and the like). */
export async function writeItems(context: Context, operation: string, body: Body): Promise<Body> {
  if (!isDynaliteOperation(operation)) throw unknownOperation(operation);
  const { ReturnValuesOnConditionCheckFailure, ...rest } = body;
  const data = parse(operation, rest, context.store);
  const staged = stageWrites(context.store);
  try {
    const result = await run(operation, staged.store, data);
    await commit(context, staged);
    return result;
  } catch (error) {
    const isItemWanted = isConditionFailure(error) && ReturnValuesOnConditionCheckFailure === "ALL_OLD";
    throw isItemWanted ? withItem(error, staged.lastRead) : error;
  }
}

/** Deletes an item, as the service does, unless its expiry `entry` has gone meanwhile. */
export async function deleteExpired(
  context: Context,
  table: string,
  entry: string,
  key: Item,
): Promise<void> {
  const { store } = context;
  if ((await store.db.get(entry)) === undefined) return;
  const staged = stageWrites(store);
  await run("DeleteItem", staged.store, parse("DeleteItem", { TableName: table, Key: key }, store));
  await commit(context, staged, [], serviceIdentity);
}
