// Operations on tables: dynalite's own, extended by what it does not know (streams, TTL).
import {
  activeTable,
  type Body,
  type DynaliteStore,
  parse,
  promised,
  run,
  type TableDescription,
} from "./dynalite.ts";
import { validationError } from "./errors.ts";
import { buildExpiryIndex, clearExpiryIndex } from "./expiry.ts";
import { keySettings, type StreamSettings, settingsKey, type TableSettings } from "./settings.ts";
import { clearStream } from "./streams.ts";

interface Context {
  store: DynaliteStore;
  settings: Map<string, TableSettings>;
  clock: () => number;
}

/** Each operation runs under the engine's write lock. */
export function createTableApi(context: Context) {
  return {
    CreateTable: (body: Body) => createTable(context, body),
    UpdateTable: (body: Body) => updateTable(context, body),
    DescribeTable: (body: Body) => describeTable(context, body),
    DeleteTable: (body: Body) => deleteTable(context, body),
    UpdateTimeToLive: (body: Body) => updateTimeToLive(context, body),
    DescribeTimeToLive: (body: Body) => describeTimeToLive(context, body),
  };
}

async function createTable(context: Context, { StreamSpecification, ...body }: Body): Promise<Body> {
  const { store, settings } = context;
  const data = parse("CreateTable", body, store);
  // dynalite writes the table as creating, and as active only later, by a timer that a crash would lose. It is kept
  // from writing; the active table is written below.
  const tableDb = {
    ...store.tableDb,
    put: ((_key, _value, callback) => setImmediate(callback, null)) as typeof store.tableDb.put,
  };
  const { TableDescription } = await run("CreateTable", { ...store, tableDb }, data);
  const table = TableDescription as TableDescription;
  table.TableStatus = "ACTIVE";
  for (const index of table.GlobalSecondaryIndexes ?? []) index.IndexStatus = "ACTIVE";
  const value: TableSettings = {
    ...keySettings(table),
    stream: streamSettings(context, StreamSpecification, table.TableArn),
  };
  await store.db.batch([
    { type: "put", key: tableKey(table.TableName), value: table },
    { type: "put", key: settingsKey(table.TableName), value },
  ]);
  settings.set(table.TableName, value);
  return { TableDescription: withStream(context, table) };
}

async function updateTable(context: Context, { StreamSpecification, ...body }: Body): Promise<Body> {
  const { store } = context;
  const name = String(body.TableName);
  const current = await currentSettings(context, name);
  const { TableArn } = await activeTable(store, name);
  if (StreamSpecification)
    await save(context, name, { ...current, stream: streamSettings(context, StreamSpecification, TableArn) });
  const hasMore = Object.keys(body).some((field) => !["TableName", "AttributeDefinitions"].includes(field));
  if (hasMore) await run("UpdateTable", store, parse("UpdateTable", body, store));
  const table = await promised<TableDescription>((callback) => store.getTable(name, false, callback));
  return { TableDescription: withStream(context, table) };
}

async function describeTable(context: Context, body: Body): Promise<Body> {
  const { Table } = await run("DescribeTable", context.store, parse("DescribeTable", body, context.store));
  return { Table: withStream(context, Table as TableDescription) };
}

async function deleteTable({ store, settings }: Context, body: Body): Promise<Body> {
  const result = await run("DeleteTable", store, parse("DeleteTable", body, store));
  const { TableName } = result.TableDescription as TableDescription;
  settings.delete(TableName);
  await store.db.batch([
    { type: "del", key: tableKey(TableName) },
    { type: "del", key: settingsKey(TableName) },
  ]);
  await clearExpiryIndex(store.db, TableName);
  await clearStream(store.db, TableName);
  return result;
}

async function updateTimeToLive(context: Context, body: Body): Promise<Body> {
  const level = context.store.db;
  const name = String(body.TableName);
  const current = await currentSettings(context, name);
  const { Enabled, AttributeName } = (body.TimeToLiveSpecification ?? {}) as Body;
  if (typeof AttributeName !== "string")
    throw validationError("TimeToLiveSpecification.AttributeName is missing");
  await clearExpiryIndex(level, name);
  if (Enabled) await level.batch(await buildExpiryIndex(level, name, current.keys, AttributeName));
  await save(context, name, { ...current, ttl: Enabled ? AttributeName : undefined });
  return { TimeToLiveSpecification: body.TimeToLiveSpecification };
}

async function describeTimeToLive(context: Context, body: Body): Promise<Body> {
  const { ttl } = await currentSettings(context, String(body.TableName));
  const TimeToLiveDescription = ttl
    ? { TimeToLiveStatus: "ENABLED", AttributeName: ttl }
    : { TimeToLiveStatus: "DISABLED" };
  return { TimeToLiveDescription };
}

/** Fails with ResourceNotFoundException when the table is not there or not active. */
async function currentSettings({ store, settings }: Context, table: string): Promise<TableSettings> {
  const description = await activeTable(store, table);
  return settings.get(table) ?? keySettings(description);
}

async function save({ store, settings }: Context, table: string, value: TableSettings): Promise<void> {
  await store.db.put(settingsKey(table), value);
  settings.set(table, value);
}

function streamSettings(
  { clock }: Context,
  specification: unknown,
  tableArn: string,
): StreamSettings | undefined {
  const { StreamEnabled, StreamViewType } = (specification ?? {}) as Body;
  if (!StreamEnabled) return undefined;
  const label = new Date(clock()).toISOString().replace("Z", "");
  return { viewType: String(StreamViewType), label, arn: `${tableArn}/stream/${label}` };
}

function withStream({ settings }: Context, table: TableDescription): Body {
  const stream = settings.get(table.TableName)?.stream;
  if (!stream) return table;
  return {
    ...table,
    StreamSpecification: { StreamEnabled: true, StreamViewType: stream.viewType },
    LatestStreamLabel: stream.label,
    LatestStreamArn: stream.arn,
  };
}

/** Where dynalite keeps the description of a table. */
const tableKey = (table: string) => `table~${table}`;
