// Lists: a page at a time, with opaque cursors.
import type { Entity, FormattedItem } from "dynamodb-toolbox/entity";
import { QueryCommand } from "dynamodb-toolbox/table/actions/query";
import * as z from "zod";
import { VisibleError } from "../util/error.ts";
import { formatItem } from "./get.ts";
import { mainTable } from "./main.ts";

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
export function decodeCursor<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
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
  return decodeCursor(cursor, key) as Record<string, string>;
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
  return { items: Items.map(formatItem<E>), cursor: encodeCursor(LastEvaluatedKey) };
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
