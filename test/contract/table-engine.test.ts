// The local table behaves as DynamoDB does: tables, expiry, and the store beside the table.
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { ensureTable } from "../../local/table/create.ts";
import { openTableEngine } from "../../local/table/engine.ts";
import {
  advanceClock,
  engine,
  get,
  now,
  put,
  queryAll,
  reopen,
  TableName,
  table,
  update,
  useTable,
} from "./table/world.ts";

useTable();

describe("the table", () => {
  test("creates the table with two keys, one index, a stream of both images, and TTL", async () => {
    const { Table } = await table.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableStatus: "ACTIVE",
      KeySchema: [{ AttributeName: "pk" }, { AttributeName: "sk" }],
      GlobalSecondaryIndexes: [
        { IndexName: "gsi1", IndexStatus: "ACTIVE", Projection: { ProjectionType: "ALL" } },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      LatestStreamArn: expect.stringContaining("/stream/"),
    });
    const ttl = await table.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(ttl.TimeToLiveDescription).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "ttl" });
  });

  test("leaves an existing table as it is", async () => {
    await put({ pk: "A", sk: "1" });
    await ensureTable(engine.clientConfig, TableName);
    expect(await get("A")).toBeDefined();
  });

  test("keeps items, indexes, stream and settings when reopened", async () => {
    await put({ pk: "A", sk: "1", gsi1pk: "G", gsi1sk: "1", ttl: now / 1000 + 60 });
    await reopen();
    await put({ pk: "A", sk: "2", gsi1pk: "G", gsi1sk: "2" });
    const { items } = await queryAll({
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :p",
      ExpressionAttributeValues: { ":p": "G" },
    });
    expect(items.map((item) => item.sk)).toEqual(["1", "2"]);
    const records = await engine.readRecords(TableName, undefined, 10);
    expect(records.map((record) => record.dynamodb?.Keys?.sk?.S)).toEqual(["1", "2"]);
    advanceClock(61_000);
    await engine.sweepExpired();
    expect(await get("A")).toBeUndefined();
  });

  test("keeps everything in memory without a directory", async () => {
    const memory = await openTableEngine({ ttlIntervalMs: 0 });
    await ensureTable(memory.clientConfig, TableName);
    const Item = { pk: { S: "A" }, sk: { S: "1" }, gsi1pk: { S: "G" }, gsi1sk: { S: "1" } };
    await memory.call("PutItem", { TableName, Item });
    const found = await memory.call("Query", {
      TableName,
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :p",
      ExpressionAttributeValues: { ":p": { S: "G" } },
    });
    expect(found.Items).toEqual([Item]);
    expect(await memory.readRecords(TableName, undefined, 10)).toHaveLength(1);
    await memory.close();
  });

  test("refuses an empty string as a key of the table or the index", async () => {
    const invalid = { name: "ValidationException" };
    await expect(put({ pk: "", sk: "1" })).rejects.toMatchObject(invalid);
    await expect(put({ pk: "A", sk: "1", gsi1pk: "", gsi1sk: "1" })).rejects.toMatchObject(invalid);
    expect(await get("A")).toBeUndefined();
  });

  test("supports two indexes", async () => {
    const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
    const index = (name: string) => ({
      IndexName: name,
      KeySchema: [{ AttributeName: `${name}pk`, KeyType: "HASH" as const }],
      Projection: { ProjectionType: "ALL" as const },
    });
    await table.send(
      new CreateTableCommand({
        TableName: "second",
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: ["pk", "onepk", "twopk"].map(attribute),
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        GlobalSecondaryIndexes: [index("one"), index("two")],
      }),
    );
    await table.send(new PutCommand({ TableName: "second", Item: { pk: "A", onepk: "x", twopk: "y" } }));
    await table.send(
      new UpdateCommand({ TableName: "second", Key: { pk: "A" }, UpdateExpression: "REMOVE onepk" }),
    );
    const count = async (IndexName: string, value: string) =>
      (
        await table.send(
          new QueryCommand({
            TableName: "second",
            IndexName,
            KeyConditionExpression: `${IndexName}pk = :v`,
            ExpressionAttributeValues: { ":v": value },
          }),
        )
      ).Count;
    expect([await count("one", "x"), await count("two", "y")]).toEqual([0, 1]);
  });
});

describe("expiry", () => {
  test("deletes expired items, as the service", async () => {
    await put({ pk: "TTL", sk: "1", ttl: now / 1000 + 60 });
    await put({ pk: "later", sk: "1", ttl: now / 1000 + 60 });
    await update("later", "SET #ttl = :t", {
      ExpressionAttributeNames: { "#ttl": "ttl" },
      ExpressionAttributeValues: { ":t": now / 1000 + 600 },
    });
    await engine.sweepExpired();
    expect(await get("TTL")).toBeDefined();
    advanceClock(60_000);
    await engine.sweepExpired();
    expect(await get("TTL")).toBeUndefined();
    expect(await get("later")).toBeDefined();
    expect((await engine.readRecords(TableName, undefined, 10)).at(-1)).toMatchObject({
      eventName: "REMOVE",
      userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" },
    });
  });
});

describe("the store beside the table", () => {
  test("lists entries by prefix in key order, after batch writes", async () => {
    await engine.store.batch([
      { type: "put", key: "a~2", value: { n: 2 } },
      { type: "put", key: "a~1", value: { n: 1 } },
      { type: "put", key: "a~é🦞", value: { n: 3 } },
      { type: "put", key: "b~1", value: { n: 4 } },
    ]);
    await engine.store.delete("a~2");
    await reopen();
    const entries: [string, { n: number }][] = [];
    for await (const entry of engine.store.list<{ n: number }>("a~")) entries.push(entry);
    expect(entries).toEqual([
      ["a~1", { n: 1 }],
      ["a~é🦞", { n: 3 }],
    ]);
    expect(await engine.store.get("a~2")).toBeUndefined();
  });
});
