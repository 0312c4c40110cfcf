// The one table: its keys, its client, its pages. docs/table.md lists every access pattern.
import { AsyncLocalStorage } from "node:async_hooks";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Entity, FormattedItem } from "dynamodb-toolbox/entity";
import {
  type ExecuteTransactWriteInput,
  type ExecuteTransactWriteOptions,
  execute,
} from "dynamodb-toolbox/entity/actions/transactWrite";
import { Table } from "dynamodb-toolbox/table";
import { QueryCommand } from "dynamodb-toolbox/table/actions/query";
import * as z from "zod";
import { table } from "#platform";
import type { TableSettings } from "../../platform/types/table.ts";
import { VisibleError } from "../util/error.ts";

export const mainTable = new Table({
  name: () => table.name,
  partitionKey: { name: "pk", type: "string" },
  sortKey: { name: "sk", type: "string" },
  indexes: {
    gsi1: {
      type: "global",
      partitionKey: { name: "gsi1pk", type: "string" },
      sortKey: { name: "gsi1sk", type: "string" },
    },
  },
});

let connected: { settings: TableSettings; client: DynamoDBDocumentClient } | undefined;
mainTable.getDocumentClient = () => {
  if (connected?.settings !== table) {
    const client = new DynamoDBClient({ maxAttempts: 4, ...table.client });
    connected = {
      settings: table,
      client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    };
  }
  return connected.client;
};

/** Key families. What is looked up before a tenant is known lives under `DIR#`. */
export const keys = {
  tenant: (tenantId: string) => `T#${tenantId}`,
  account: (accountId: string) => `A#${accountId}`,
  user: (userId: string) => `U#${userId}`,
  /** What the people who run the service look at, by list. */
  operations: (list: "TENANTS" | "FAILURES" | "OPEN" | "DRAFTS" | "LANES" | "OPERATORS") => `OPS#${list}`,
  /** What happened, by whom or what, or by day. */
  audit: (family: string) => `AUDIT#${family}`,
  directory: (
    kind:
      | "SUBJECT"
      | "EMAIL"
      | "NAME"
      | "TOKEN"
      | "SESSION"
      | "TICKET"
      | "CONNECTION"
      | "CELL"
      | "INVITATION"
      | "RATE"
      | "HEALTH",
    key: string,
  ) => `DIR#${kind}#${key}`,
};

/** Sort key of an item that is alone in its partition. */
export const SELF = "#";

export const now = (): string => new Date().toISOString();

/** Whole seconds since the epoch, `seconds` from now: the form of the `ttl` attribute. */
export const expiresIn = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

const isAwsError = (error: unknown, name: string): error is Error =>
  error instanceof Error && error.name === name;

export const isConditionFailure = (error: unknown): boolean =>
  isAwsError(error, "ConditionalCheckFailedException");

/** Indexes of the writes whose condition did not hold, or undefined when it is another error. */
export function failedConditions(error: unknown): number[] | undefined {
  if (!isAwsError(error, "TransactionCanceledException")) return undefined;
  const reasons = (error as Error & { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
  const failed = reasons.flatMap(({ Code }, index) => (Code === "ConditionalCheckFailed" ? [index] : []));
  return failed.length ? failed : undefined;
}

/** A put, update, delete or condition check of one item within a transaction. */
export type Write = Exclude<ExecuteTransactWriteInput[number], ExecuteTransactWriteOptions>;

/** What the request under way adds to its first transaction, so that both hold or neither does. */
export const idempotencyMark = new AsyncLocalStorage<
  { mark: () => Write; effect: { taken: boolean } } | undefined
>();

/** Runs `body` as none of what the request under way was sent for: a sign of life, a count. */
export const withoutIdempotencyMark = <R>(body: () => R): R => idempotencyMark.run(undefined, body);

/** TransactWriteItems' own limit. */
const MAX_WRITES = 100;

/**
 * Writes all or nothing. Contention with another transaction (a passing fault on AWS) is tried again; a condition
 * that does not hold is thrown as the SDK's error: read it with `failedConditions`.
 */
export async function transact(...writes: Write[]): Promise<void> {
  const companion = idempotencyMark.getStore();
  const marks = companion && !companion.effect.taken ? [companion.mark()] : [];
  // No room for it: it goes first, since an effect that is not known would be made twice.
  if (writes.length + marks.length > MAX_WRITES) await execute(...marks.splice(0));
  for (let attempt = 1; ; attempt++) {
    try {
      await execute(...writes, ...marks);
      if (companion) companion.effect.taken = true;
      return;
    } catch (error) {
      const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
      const contended = reasons.some(({ Code }) => Code === "TransactionConflict");
      if (!contended || attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt * Math.random()));
    }
  }
}

/** Runs `write`; a condition that does not hold becomes what `otherwise` throws. */
export async function unlessChanged(
  write: () => Promise<unknown>,
  otherwise: () => VisibleError,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isConditionFailure(error) || failedConditions(error)) throw otherwise();
    throw error;
  }
}

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("Items on a page, 100 at most"),
  cursor: z.string().max(2048).optional().describe("Where the page before ended, as its `cursor` said"),
});
export type PageQuery = z.output<typeof pageQuery>;

/** A page of items and, when there is more, the cursor of the next. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    cursor: z.string().optional().describe("Absent on the last page"),
  });
}
export interface Page<T> {
  items: T[];
  cursor?: string;
}

export function encodeCursor(key: Record<string, unknown> | undefined): string | undefined {
  return key && Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Reads a cursor back. Throws `invalid` for one that is not of this list. */
export function readCursor<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch (cause) {
    const message = "is not a cursor of this list";
    const fields = [{ field: "query.cursor", message }];
    throw new VisibleError("invalid", `query.cursor: ${message}`, { fields, cause });
  }
}

/** A key that may only point into `partition`: a cursor is not a way into another tenant. */
function startKey(cursor: string | undefined, partition: string): Record<string, string> | undefined {
  if (cursor === undefined) return undefined;
  const key = z
    .partialRecord(z.enum(["pk", "sk", "gsi1pk", "gsi1sk"]), z.string())
    .refine(({ pk, gsi1pk }) => (gsi1pk ?? pk) === partition, "points into another partition");
  return readCursor(cursor, key) as Record<string, string>;
}

/**
 * One page of a list: all items of `partition` whose sort key begins with `prefix`, which are all of `_entity`, whose
 * type they get.
 * `reverse` gives the newest first. Reads of the table itself are consistent; those of the index cannot be.
 */
export async function queryPage<E extends Entity>(
  _entity: E,
  where: { partition: string; prefix: string; index?: "gsi1"; reverse?: boolean },
  page: PageQuery,
): Promise<Page<FormattedItem<E>>> {
  const { partition, prefix, index, reverse = false } = where;
  const range = { beginsWith: prefix };
  const options = {
    limit: page.limit,
    reverse,
    entityAttrFilter: false,
    exclusiveStartKey: startKey(page.cursor, partition),
  };
  const query = mainTable.build(QueryCommand);
  const answer = index
    ? await query.query({ index, partition, range }).options(options).send()
    : await query
        .query({ partition, range })
        .options({ ...options, consistent: true })
        .send();
  const { Items = [], LastEvaluatedKey } = answer as {
    Items?: Record<string, unknown>[];
    LastEvaluatedKey?: Record<string, unknown>;
  };
  return { items: Items.map(formatted<E>), cursor: encodeCursor(LastEvaluatedKey) };
}

/**
 * An item as its entity shows it. The entity has checked it when it was written; checking each item of a page again
 * costs more than everything else that we do for a request.
 */
function formatted<E extends Entity>(item: Record<string, unknown>): FormattedItem<E> {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, _et, ...shown } = item;
  return shown as FormattedItem<E>;
}

/** Every item of a list, page by page. For lists that a limit keeps short. */
export async function* queryAll<E extends Entity>(
  entity: E,
  where: Parameters<typeof queryPage>[1],
): AsyncGenerator<FormattedItem<E>> {
  let cursor: string | undefined;
  do {
    const page: Page<FormattedItem<E>> = await queryPage(entity, where, { limit: 100, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}
