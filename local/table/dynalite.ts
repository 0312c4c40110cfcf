// Types and imports for dynalite's internals, which have no types of their own: what the engine uses, and no more.
import { createRequire } from "node:module";
import { cacheParsed, type ExpressionParser } from "./expressions.ts";

export type AttributeValue = Record<string, unknown>;
export type Item = Record<string, AttributeValue>;
export type Body = Record<string, unknown>;
type Callback<T = unknown> = (error: unknown, value?: T) => void;

export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}

type Operation = { type: "put"; key: string; value: unknown } | { type: "del"; key: string };

/** The LevelDB under everything (abstract-level, JSON values). */
export interface Level {
  open(): Promise<void>;
  /** Dynalite closes it for good: `_original` is the database's own way, after which it can be opened again. */
  close: (() => Promise<void>) & { _original?: () => Promise<void> };
  get(key: string): Promise<unknown>;
  /** Undefined when there is no such key. */
  getSync(key: string): unknown;
  put(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  batch(operations: Operation[]): Promise<void>;
  clear(range: Range): Promise<void>;
  keys(range: Range): AsyncIterable<string>;
  values(range: Range): AsyncIterable<unknown>;
  iterator(range: Range): AsyncIterable<[string, unknown]> & { all(): Promise<[string, unknown][]> };
}

/** A namespace of the LevelDB as dynalite's actions see it. */
export interface SubDatabase {
  lock(key: string | string[], run: (release: (callback: Callback) => Callback) => void): void;
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  del(key: string, callback: Callback): void;
  createValueStream(range: Range): NodeJS.ReadableStream;
}

export interface TableDescription extends Body {
  TableName: string;
  TableArn: string;
  TableStatus: string;
  KeySchema: { AttributeName: string; KeyType: string }[];
  GlobalSecondaryIndexes?: {
    IndexName: string;
    IndexStatus: string;
    KeySchema: { AttributeName: string; KeyType: string }[];
  }[];
}

export interface DynaliteStore {
  options: { maxItemSize: number };
  db: Level;
  tableDb: SubDatabase & { awsRegion: string; awsAccountId: string };
  getItemDb(table: string): SubDatabase;
  deleteItemDb(table: string, callback: Callback): void;
  getIndexDb(kind: string, table: string, index: string): SubDatabase;
  deleteIndexDb(kind: string, table: string, index: string, callback: Callback): void;
  getTable(name: string, mustBeActive: boolean, callback: Callback<TableDescription>): void;
}

interface Database {
  create(options: {
    path?: string;
    createTableMs: number;
    deleteTableMs: number;
    updateTableMs: number;
  }): DynaliteStore;
  validateKey(key: Item, table: TableDescription): Error | null | undefined;
  validateItem(item: Item, table: TableDescription): Error | null | undefined;
  createKey(item: Item, table: TableDescription): string;
  checkConditional(data: Body, existing: Item | undefined): Error | null | undefined;
  itemSize(item: Item): number;
}

interface Validations {
  checkTypes(data: Body, types: unknown): Body;
  checkValidations(data: Body, types: unknown, custom: unknown, store: DynaliteStore): void;
}

type Action = (store: DynaliteStore, data: Body, callback: Callback<Body>) => void;

const require = createRequire(import.meta.url);
const validations: Validations = require("dynalite/validations");
export const database: Database = require("dynalite/db");
for (const kind of ["condition", "projection", "update"])
  cacheParsed(require(`dynalite/db/${kind}Parser`) as ExpressionParser);

const operations = [
  "BatchGetItem",
  "BatchWriteItem",
  "CreateTable",
  "DeleteItem",
  "DeleteTable",
  "DescribeTable",
  "GetItem",
  "ListTables",
  "PutItem",
  "Query",
  "Scan",
  "UpdateItem",
  "UpdateTable",
] as const;
type DynaliteOperation = (typeof operations)[number];

const modules = new Map(
  operations.map((operation) => {
    const file = operation[0]!.toLowerCase() + operation.slice(1);
    const action: Action = require(`dynalite/actions/${file}`);
    const rules: { types: unknown; custom: unknown } = require(`dynalite/validations/${file}`);
    return [operation, { action, rules }];
  }),
);

export function isDynaliteOperation(name: string): name is DynaliteOperation {
  return modules.has(name as DynaliteOperation);
}

/** Checks a request body as the service would; returns it parsed. Consumes `body`. */
export function parse(operation: DynaliteOperation, body: Body, store: DynaliteStore): Body {
  const { rules } = modules.get(operation)!;
  const data = validations.checkTypes(body, rules.types);
  validations.checkValidations(data, rules.types, rules.custom, store);
  return data;
}

/** Runs one of dynalite's own actions on a parsed body. */
export function run(operation: DynaliteOperation, store: DynaliteStore, data: Body): Promise<Body> {
  const { action } = modules.get(operation)!;
  return promised((callback) => action(store, data, callback));
}

export function promised<T>(start: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}

/** The description of an active table; rejects with ResourceNotFoundException when there is none. */
export function activeTable(store: DynaliteStore, name: string): Promise<TableDescription> {
  return promised((callback) => store.getTable(name, true, callback));
}
