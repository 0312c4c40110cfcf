// Items of the table as they are stored: read from one workspace, and written again under the ids of others.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { TableEngine } from "../local/table/engine.ts";

export const TABLE = "clawe";
/** BatchWriteItem's own limit. */
const BATCH = 25;

export type Item = Record<string, AttributeValue>;

/** All items of a partition. */
export async function itemsOf(engine: TableEngine, partition: string): Promise<Item[]> {
  const { Items } = await engine.call("Query", {
    TableName: TABLE,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: partition } },
  });
  return Items as Item[];
}

export async function writeItems(engine: Pick<TableEngine, "call">, items: Item[]): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) {
    const puts = items.slice(at, at + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await engine.call("BatchWriteItem", { RequestItems: { [TABLE]: puts } });
  }
}

/** The id of copy `number`: as long as `id`, so that the copies are as large as the original. */
export const copyId = (id: string, number: number): string =>
  id.slice(0, -8) + String(number).padStart(8, "0");

/** The items with other texts in place of some, such as ids, wherever these occur. */
export function copyItems(items: Item[], replacements: Record<string, string>): Item[] {
  let text = JSON.stringify(items);
  for (const [from, to] of Object.entries(replacements)) text = text.replaceAll(from, to);
  return JSON.parse(text) as Item[];
}
