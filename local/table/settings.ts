// What dynalite does not know of a table: the settings of its stream and its TTL, kept in the same LevelDB.
import type { DynaliteStore, TableDescription } from "./dynalite.ts";
import { validationError } from "./errors.ts";
import { afterAll } from "./key-value-store.ts";
import type { ItemChange } from "./staged-writes.ts";

export interface StreamSettings {
  viewType: string;
  label: string;
  arn: string;
}

export interface TableSettings {
  /** The names of the table's key attributes: partition key first. */
  keys: string[];
  /** The attributes that are keys of an index. */
  indexKeys: string[];
  stream?: StreamSettings;
  /** The attribute that holds the time of expiry, in seconds since the epoch. */
  ttl?: string;
}

const prefix = "settings~";

/** Where the settings of a table are kept. */
export const settingsKey = (table: string): string => prefix + table;

export async function loadSettings(store: DynaliteStore): Promise<Map<string, TableSettings>> {
  const settings = new Map<string, TableSettings>();
  for await (const [key, value] of store.db.iterator({ gte: prefix, lt: prefix + afterAll })) {
    settings.set(key.slice(prefix.length), value as TableSettings);
  }
  return settings;
}

/** The settings of a table that has neither stream nor TTL. */
export function keySettings({ KeySchema, GlobalSecondaryIndexes = [] }: TableDescription): TableSettings {
  const names = (schema: TableDescription["KeySchema"]) => schema.map((key) => key.AttributeName);
  const indexKeys = GlobalSecondaryIndexes.flatMap((index) => names(index.KeySchema));
  return { keys: names(KeySchema), indexKeys };
}

/** Refuses an index key that is an empty string, as the service does; dynalite lets it pass. */
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
