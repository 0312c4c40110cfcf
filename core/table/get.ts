// Items read by their keys. Every read is consistent.
import { setTimeout as delay } from "node:timers/promises";
import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import type { Entity, FormattedItem, KeyInputItem } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
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
/** Attempts for keys that the table leaves unprocessed, as it does under load. The waits between them add up to about 3 s. */
const MAX_ATTEMPTS = 8;

/**
 * The items with these keys, in the order of the keys, without those that do not exist. Keys that the table leaves
 * unprocessed are asked for again. Throws when some remain unprocessed: a part of an answer is never taken for all of it.
 */
export async function getAll<E extends Entity>(
  entity: E,
  keys: KeyInputItem<E>[],
): Promise<FormattedItem<E>[]> {
  const primaryKeys = keys.map((key) => entity.build(BatchGetRequest).key(key).params() as Item);
  const found = new Map<string, Item>();
  const unique = [...new Map(primaryKeys.map((key) => [nameOf(key), key])).values()];
  for (let at = 0; at < unique.length; at += MAX_KEYS)
    for (const item of await getBatch(unique.slice(at, at + MAX_KEYS))) found.set(nameOf(item), item);
  return primaryKeys.flatMap((key) => {
    const item = found.get(nameOf(key));
    return item ? [formatItem<E>(item)] : [];
  });
}

type Item = Record<string, unknown>;
const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

async function getBatch(batch: Item[]): Promise<Item[]> {
  const name = mainTable.getName();
  const items: Item[] = [];
  let Keys = batch;
  for (let attempt = 1; Keys.length > 0; attempt++) {
    const { Responses, UnprocessedKeys } = await mainTable
      .getDocumentClient()
      .send(new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }));
    items.push(...(Responses?.[name] ?? []));
    Keys = UnprocessedKeys?.[name]?.Keys ?? [];
    if (Keys.length === 0) break;
    if (attempt === MAX_ATTEMPTS) throw new Error(`The table left ${Keys.length} keys unprocessed`);
    await delay(25 * 2 ** attempt * Math.random());
  }
  return items;
}

/**
 * An item as its entity shows it. The entity has checked it when it was written; checking each item of a page again
 * costs more than everything else that we do for a request.
 */
export function formatItem<E extends Entity>(item: Record<string, unknown>): FormattedItem<E> {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, _et, ...shown } = item;
  return shown as FormattedItem<E>;
}
