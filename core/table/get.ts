// Items read by their keys. Every read is consistent.
import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import type { Entity, FormattedItem, KeyInputItem } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { sendBatch } from "./batch.ts";
import { mainTable } from "./main.ts";

/** The item with this key, or undefined. */
export async function getItem<E extends Entity>(
  entity: E,
  key: KeyInputItem<E>,
): Promise<FormattedItem<E> | undefined> {
  const { Item } = await entity.build(GetItemCommand).key(key).options({ consistent: true }).send();
  return Item as FormattedItem<E> | undefined;
}

/** BatchGetItem's own limit. */
const MAX_KEYS = 100;

/**
 * The items with these keys, in the order of the keys, without those that do not exist. A key that is given twice
 * gives its item twice. Throws when the table leaves keys unprocessed however often they are asked for.
 */
export async function getAll<E extends Entity>(
  entity: E,
  keys: KeyInputItem<E>[],
): Promise<FormattedItem<E>[]> {
  const primaryKeys = keys.map((key) => entity.build(BatchGetRequest).key(key).params() as Item);
  const found = new Map<string, Item>();
  const unique = [...new Map(primaryKeys.map((key) => [nameOf(key), key])).values()];
  for (let at = 0; at < unique.length; at += MAX_KEYS)
    await sendBatch(unique.slice(at, at + MAX_KEYS), async (batch) => {
      const { items, unprocessed } = await getBatch(batch);
      for (const item of items) found.set(nameOf(item), item);
      return unprocessed;
    });
  return primaryKeys.flatMap((key) => {
    const item = found.get(nameOf(key));
    return item ? [formatItem<E>(item)] : [];
  });
}

type Item = Record<string, unknown>;
const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

async function getBatch(Keys: Item[]): Promise<{ items: Item[]; unprocessed: Item[] }> {
  const name = mainTable.getName();
  const { Responses, UnprocessedKeys } = await mainTable
    .getDocumentClient()
    .send(new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }));
  return { items: Responses?.[name] ?? [], unprocessed: UnprocessedKeys?.[name]?.Keys ?? [] };
}

/**
 * An item without its keys and type. Its entity's schema was checked when it was written; checking each item of a page
 * again costs more than everything else that a request does.
 */
export function formatItem<E extends Entity>(item: Record<string, unknown>): FormattedItem<E> {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, _et, ...attributes } = item;
  return attributes as FormattedItem<E>;
}
