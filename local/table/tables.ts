// Tables and what dynalite does not know of them: stream and TTL settings.
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
import { afterAll } from "./key-value-store.ts";
import type { ItemChange } from "./staged-writes.ts";

export interface StreamSettings {
  viewType: string;
  label: string;
  arn: string;
}

export interface TableSettings {
  keys: string[];
  /** Attributes that are keys of an index. */
  indexKeys: string[];
  stream?: StreamSettings;
  /** The attribute that holds the time of expiry. */
  ttl?: string;
}

const settingsPrefix = "settings~";

export async function loadSettings(store: DynaliteStore): Promise<Map<string, TableSettings>> {
  const settings = new Map<string, TableSettings>();
  const range = { gte: settingsPrefix, lt: settingsPrefix + afterAll };
  for await (const [key, value] of store.db.iterator(range)) {
    settings.set(key.slice(settingsPrefix.length), value as TableSettings);
  }
  return settings;
}

/** Each runs under the engine's write lock. */
export function createTableApi(
  store: DynaliteStore,
  settings: Map<string, TableSettings>,
  clock: () => number,
) {
  const level = store.db;

  async function save(table: string, value: TableSettings): Promise<void> {
    await level.put(settingsPrefix + table, value);
    settings.set(table, value);
  }

  function streamSettings(specification: unknown, tableArn: string): StreamSettings | undefined {
    const { StreamEnabled, StreamViewType } = (specification ?? {}) as Body;
    if (!StreamEnabled) return undefined;
    const label = new Date(clock()).toISOString().replace("Z", "");
    return { viewType: String(StreamViewType), label, arn: `${tableArn}/stream/${label}` };
  }

  function describe(description: unknown): Body {
    const table = description as TableDescription;
    const stream = settings.get(table.TableName)?.stream;
    if (!stream) return table;
    return {
      ...table,
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream.viewType },
      LatestStreamLabel: stream.label,
      LatestStreamArn: stream.arn,
    };
  }

  async function currentSettings(table: string): Promise<TableSettings> {
    const description = await activeTable(store, table);
    return settings.get(table) ?? keySettings(description);
  }

  return {
    async CreateTable({ StreamSpecification, ...body }: Body): Promise<Body> {
      const data = parse("CreateTable", body, store);
      // dynalite activates a table later, by a timer, which a crash would lose: kept from writing, we do it now.
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
        stream: streamSettings(StreamSpecification, table.TableArn),
      };
      await level.batch([
        { type: "put", key: `table~${table.TableName}`, value: table },
        { type: "put", key: settingsPrefix + table.TableName, value },
      ]);
      settings.set(table.TableName, value);
      return { TableDescription: describe(table) };
    },

    async UpdateTable({ StreamSpecification, ...body }: Body): Promise<Body> {
      const name = String(body.TableName);
      const current = await currentSettings(name);
      const { TableArn } = await activeTable(store, name);
      if (StreamSpecification) {
        await save(name, { ...current, stream: streamSettings(StreamSpecification, TableArn) });
      }
      const more = Object.keys(body).some((field) => !["TableName", "AttributeDefinitions"].includes(field));
      if (more) await run("UpdateTable", store, parse("UpdateTable", body, store));
      return { TableDescription: describe(await promised((cb) => store.getTable(name, false, cb))) };
    },

    async DescribeTable(body: Body): Promise<Body> {
      const { Table } = await run("DescribeTable", store, parse("DescribeTable", body, store));
      return { Table: describe(Table) };
    },

    async DeleteTable(body: Body): Promise<Body> {
      const result = await run("DeleteTable", store, parse("DeleteTable", body, store));
      const { TableName } = result.TableDescription as TableDescription;
      settings.delete(TableName);
      await level.batch([
        { type: "del", key: `table~${TableName}` },
        { type: "del", key: settingsPrefix + TableName },
      ]);
      await clearExpiryIndex(level, TableName);
      await level.clear({ gte: `stream~${TableName}~`, lt: `stream~${TableName}~${afterAll}` });
      return result;
    },

    async UpdateTimeToLive(body: Body): Promise<Body> {
      const name = String(body.TableName);
      const current = await currentSettings(name);
      const { Enabled, AttributeName } = (body.TimeToLiveSpecification ?? {}) as Body;
      if (typeof AttributeName !== "string")
        throw validationError("TimeToLiveSpecification.AttributeName is missing");
      await clearExpiryIndex(level, name);
      if (Enabled) await level.batch(await buildExpiryIndex(level, name, current.keys, AttributeName));
      await save(name, { ...current, ttl: Enabled ? AttributeName : undefined });
      return { TimeToLiveSpecification: body.TimeToLiveSpecification };
    },

    async DescribeTimeToLive(body: Body): Promise<Body> {
      const { ttl } = await currentSettings(String(body.TableName));
      const TimeToLiveDescription = ttl
        ? { TimeToLiveStatus: "ENABLED", AttributeName: ttl }
        : { TimeToLiveStatus: "DISABLED" };
      return { TimeToLiveDescription };
    },
  };
}

/** The service refuses what dynalite lets pass: an index key that is an empty string. */
export function checkIndexKeys(changes: ItemChange[], settings: ReadonlyMap<string, TableSettings>): void {
  for (const { table, new: item } of changes) {
    for (const name of settings.get(table)?.indexKeys ?? []) {
      if (item?.[name]?.S !== "") continue;
      throw validationError(
        "One or more parameter values are not valid. A value specified for a secondary index key is not " +
          `supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexKey: ${name}`,
      );
    }
  }
}

function keySettings({ KeySchema, GlobalSecondaryIndexes = [] }: TableDescription) {
  const names = (schema: TableDescription["KeySchema"]) => schema.map((key) => key.AttributeName);
  const indexKeys = GlobalSecondaryIndexes.flatMap((index) => names(index.KeySchema));
  return { keys: names(KeySchema), indexKeys };
}
