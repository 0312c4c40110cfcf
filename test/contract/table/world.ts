// A world for the tests of the local table: an engine in its own directory, seen through the AWS SDK.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach } from "vitest";
import { ensureTable } from "../../../local/table/create.ts";
import { openTableEngine, type TableEngine } from "../../../local/table/engine.ts";

export const TableName = "clawe";
export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

let directory: string;
export let now: number;
export let engine: TableEngine;
export let table: DynamoDBDocumentClient;

async function open() {
  engine = await openTableEngine({ directory, clock: () => now, ttlIntervalMs: 0 });
  table = DynamoDBDocumentClient.from(new DynamoDBClient(engine.clientConfig));
}
export async function reopen() {
  await engine.close();
  await open();
}

export const put = (Item: Record<string, unknown>, more: Partial<PutCommandInput> = {}) =>
  table.send(new PutCommand({ TableName, Item, ...more }));
export const get = async (pk: string, sk = "1") =>
  (await table.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item;
export const update = (pk: string, UpdateExpression: string, more: Partial<UpdateCommandInput> = {}) =>
  table.send(new UpdateCommand({ TableName, Key: { pk, sk: "1" }, UpdateExpression, ...more }));
export const transact = (
  TransactItems: TransactWriteCommandInput["TransactItems"],
  more: Partial<TransactWriteCommandInput> = {},
) => table.send(new TransactWriteCommand({ TransactItems, ...more }));
export const increment = (pk: string, by = 1) => ({
  Update: {
    TableName,
    Key: { pk, sk: "1" },
    UpdateExpression: "ADD n :by",
    ExpressionAttributeValues: { ":by": by },
  },
});
export async function queryAll(input: Omit<QueryCommandInput, "TableName">) {
  const items: Record<string, unknown>[] = [];
  let pages = 0;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.send(new QueryCommand({ TableName, ...input, ExclusiveStartKey }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
    pages += 1;
  } while (ExclusiveStartKey);
  return { items, pages };
}

export function advanceClock(ms: number): void {
  now += ms;
}

/** Opens a new engine with the table for each test of the file. */
export function useTable(): void {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "clawe-table-"));
    now = Date.parse("2026-11-23T08:00:00Z");
    await open();
    await ensureTable(engine.clientConfig, TableName);
  });
  afterEach(async () => {
    await engine.close();
    await rm(directory, { recursive: true });
  });
}
