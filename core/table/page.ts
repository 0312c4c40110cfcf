// Lists, read a page at a time with opaque cursors.
import type { Entity, FormattedItem } from "dynamodb-toolbox/entity";
import { QueryCommand } from "dynamodb-toolbox/table/actions/query";
import * as z from "zod";
import { invalidField } from "../util/error.ts";
import { formatItem } from "./get.ts";
import { mainTable } from "./main.ts";

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("Items per page, at most 100"),
  cursor: z.string().max(2048).optional().describe("The `cursor` of the previous page"),
});
export type PageQuery = z.output<typeof pageQuery>;

/** The schema of a page of items, with the cursor of the next page if there is one. */
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

/** The key in a cursor. Throws `invalid` for a cursor of another list. */
export function decodeCursor<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch (cause) {
    throw invalidField("query.cursor", "is not a cursor of this list", cause);
  }
}

/** The key in a cursor, which must be in `partition`: a cursor must not lead into another tenant. */
function startKey(cursor: string | undefined, partition: string): Record<string, string> | undefined {
  if (cursor === undefined) return undefined;
  const key = z
    .partialRecord(z.enum(["pk", "sk", "gsi1pk", "gsi1sk"]), z.string())
    .refine(({ pk, gsi1pk }) => (gsi1pk ?? pk) === partition, "points into another partition");
  return decodeCursor(cursor, key) as Record<string, string>;
}

/**
 * One page of the items of `partition` whose sort key begins with `prefix`. All of them must be of `_entity`, which
 * gives them their type. `reverse` gives the newest first. Reads of the table are consistent; reads of an index are not.
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

/** Every item of a list, read page by page. For lists whose length is limited. */
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
