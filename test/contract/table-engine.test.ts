// The embedded table behaves as DynamoDB does, seen through the AWS SDK in this process.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-dynamodb-streams";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureTable } from "../../local/table/create.ts";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";

const TableName = "clawe";
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

let directory: string;
let now: number;
let engine: TableEngine;
let table: DynamoDBDocumentClient;

async function open() {
  engine = await openTableEngine({ directory, clock: () => now, ttlIntervalMs: 0 });
  table = DynamoDBDocumentClient.from(new DynamoDBClient(engine.clientConfig));
}
async function reopen() {
  await engine.close();
  await open();
}

const put = (Item: Record<string, unknown>, more: Partial<PutCommandInput> = {}) =>
  table.send(new PutCommand({ TableName, Item, ...more }));
const get = async (pk: string, sk = "1") =>
  (await table.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item;
const update = (pk: string, UpdateExpression: string, more: Partial<UpdateCommandInput> = {}) =>
  table.send(new UpdateCommand({ TableName, Key: { pk, sk: "1" }, UpdateExpression, ...more }));
const transact = (
  TransactItems: TransactWriteCommandInput["TransactItems"],
  more: Partial<TransactWriteCommandInput> = {},
) => table.send(new TransactWriteCommand({ TransactItems, ...more }));
const increment = (pk: string, by = 1) => ({
  Update: {
    TableName,
    Key: { pk, sk: "1" },
    UpdateExpression: "ADD n :by",
    ExpressionAttributeValues: { ":by": by },
  },
});
async function queryAll(input: Omit<QueryCommandInput, "TableName">) {
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
    now += 61_000;
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

describe("conditional writes", () => {
  const onlyNew = { ConditionExpression: "attribute_not_exists(pk)" };

  test("a failed condition throws ConditionalCheckFailedException, and changes nothing", async () => {
    await put({ pk: "A", sk: "1", v: 1 }, onlyNew);
    await expect(put({ pk: "A", sk: "1", v: 2 }, onlyNew)).rejects.toThrow(ConditionalCheckFailedException);
    expect(await get("A")).toMatchObject({ v: 1 });
  });

  test("a failed condition returns the existing item on request", async () => {
    await put({ pk: "A", sk: "1", v: 1 });
    const failed = put({ pk: "A", sk: "1" }, { ...onlyNew, ReturnValuesOnConditionCheckFailure: "ALL_OLD" });
    await expect(failed).rejects.toMatchObject({
      name: "ConditionalCheckFailedException",
      Item: { v: { N: "1" } },
    });
  });

  test("one of many writers of the same version wins", async () => {
    await put({ pk: "L", sk: "1", version: 1 });
    const attempts = await Promise.allSettled(
      times(10, () =>
        update("L", "SET version = version + :one", {
          ConditionExpression: "version = :one",
          ExpressionAttributeValues: { ":one": 1 },
        }),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
    expect(await get("L")).toMatchObject({ version: 2 });
  });
});

describe("updates", () => {
  test("concurrent increments are not lost", async () => {
    await Promise.all(
      times(50, () => update("C", "ADD n :one", { ExpressionAttributeValues: { ":one": 1 } })),
    );
    expect(await get("C")).toMatchObject({ n: 50 });
  });

  test("updates append to lists, and set and remove nested attributes", async () => {
    const append = "SET events = list_append(if_not_exists(events, :none), :new)";
    await update("U", `${append}, m = :m`, {
      ExpressionAttributeValues: { ":none": [], ":new": ["a"], ":m": { k: { z: 1 }, d: 1 } },
    });
    await update("U", append, { ExpressionAttributeValues: { ":none": [], ":new": ["b"] } });
    const { Attributes } = await update("U", "SET m.k.#z = :five REMOVE m.d, events[0]", {
      ExpressionAttributeNames: { "#z": "z" },
      ExpressionAttributeValues: { ":five": 5 },
      ReturnValues: "ALL_NEW",
    });
    expect(Attributes).toMatchObject({ events: ["b"], m: { k: { z: 5 } } });
  });

  test("updates add to and delete from string sets", async () => {
    await update("S", "ADD tags :t", { ExpressionAttributeValues: { ":t": new Set(["a", "b", "c"]) } });
    const { Attributes } = await update("S", "DELETE tags :t", {
      ExpressionAttributeValues: { ":t": new Set(["b"]) },
      ReturnValues: "ALL_NEW",
    });
    expect(Attributes?.tags).toEqual(new Set(["a", "c"]));
  });

  test("an expression uses the names and values of each request", async () => {
    await put({ pk: "E", sk: "1", a: 0, b: 0 });
    const set = (name: string, value: unknown, before: unknown, more: Record<string, unknown> = {}) =>
      update("E", "SET #n = :value", {
        ConditionExpression: "#n = :before OR begins_with(#n, :before)",
        ExpressionAttributeNames: { "#n": name },
        ExpressionAttributeValues: { ":value": value, ":before": before, ...more },
      });
    const invalid = (message: RegExp) => ({
      name: "ValidationException",
      message: expect.stringMatching(message),
    });
    await update("E", "SET a = :text", { ExpressionAttributeValues: { ":text": "ten" } });
    await set("a", "twenty", "te");
    await set("a", "thirty", "tw");
    expect(await get("E")).toMatchObject({ a: "thirty", b: 0 });
    await expect(set("b", "x", "thirty")).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
    await expect(set("a", "x", 30)).rejects.toMatchObject(invalid(/operand type: N/));
    await expect(set("a", "x", "th", { ":more": 1 })).rejects.toMatchObject(invalid(/unused.*:more/));
    await expect(
      update("E", "SET #n = :value", { ExpressionAttributeValues: { ":value": 1 } }),
    ).rejects.toMatchObject(invalid(/not defined.*#n/));
    const between = (low: string, high: string) =>
      queryAll({
        KeyConditionExpression: "pk = :p AND sk BETWEEN :low AND :high",
        ExpressionAttributeValues: { ":p": "E", ":low": low, ":high": high },
      });
    expect((await between("0", "2")).items).toHaveLength(1);
    await expect(between("2", "0")).rejects.toMatchObject(invalid(/BETWEEN/));
    expect(await get("E")).toMatchObject({ a: "thirty", b: 0 });
  });

  test("refuses an item over 400 KB", async () => {
    const large = { message: expect.stringMatching(/size/i), name: "ValidationException" };
    await expect(put({ pk: "A", sk: "1", text: "x".repeat(400 * 1024) })).rejects.toMatchObject(large);
    await put({ pk: "A", sk: "1", text: "x".repeat(300 * 1024) });
    const grown = update("A", "SET more = :m", {
      ExpressionAttributeValues: { ":m": "x".repeat(200 * 1024) },
    });
    await expect(grown).rejects.toMatchObject(large);
  });
});

describe("queries", () => {
  beforeEach(async () => {
    const items = times(30, (n) => ({
      pk: "Q",
      sk: `ORDER#${String(n).padStart(3, "0")}`,
      gsi1pk: n % 2 ? "OPEN" : "DONE",
      gsi1sk: `2026-01-${String(30 - n).padStart(2, "0")}`,
      n,
    }));
    for (const half of [items.slice(0, 15), items.slice(15)]) {
      const RequestItems = { [TableName]: half.map((Item) => ({ PutRequest: { Item } })) };
      await table.send(new BatchWriteCommand({ RequestItems }));
    }
    await put({ pk: "Q", sk: "OTHER#1" });
  });

  test("queries a prefix page by page, backwards", async () => {
    const { items, pages } = await queryAll({
      KeyConditionExpression: "pk = :p AND begins_with(sk, :s)",
      ExpressionAttributeValues: { ":p": "Q", ":s": "ORDER#" },
      Limit: 7,
      ScanIndexForward: false,
    });
    expect(items.map((item) => item.n)).toEqual(times(30, (i) => 29 - i));
    expect(pages).toBe(5);
  });

  test("queries a range of an index page by page, backwards", async () => {
    const { items } = await queryAll({
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :p AND gsi1sk BETWEEN :a AND :b",
      ExpressionAttributeValues: { ":p": "OPEN", ":a": "2026-01-05", ":b": "2026-01-20" },
      Limit: 3,
      ScanIndexForward: false,
    });
    expect(items.map((item) => item.n)).toEqual([11, 13, 15, 17, 19, 21, 23, 25]);
  });

  test("queries filter and project", async () => {
    const { items } = await queryAll({
      KeyConditionExpression: "pk = :p",
      FilterExpression: "n IN (:a, :b) AND size(gsi1sk) > :z AND contains(gsi1sk, :c)",
      ProjectionExpression: "sk",
      ExpressionAttributeValues: { ":p": "Q", ":a": 1, ":b": 2, ":z": 3, ":c": "2026" },
    });
    expect(items).toEqual([{ sk: "ORDER#001" }, { sk: "ORDER#002" }]);
  });

  test("queries count, and batches read many keys at once", async () => {
    const counted = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :p",
        ExpressionAttributeValues: { ":p": "Q" },
        Select: "COUNT",
      }),
    );
    expect(counted).toMatchObject({ Count: 31 });
    const Keys = ["ORDER#001", "ORDER#002", "NONE"].map((sk) => ({ pk: "Q", sk }));
    const { Responses } = await table.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));
    expect(Responses?.[TableName]?.map((item) => item.n).sort()).toEqual([1, 2]);
  });
});

describe("transactions", () => {
  const putOnce = (pk: string, more = {}) => ({
    Put: { TableName, Item: { pk, sk: "1" }, ConditionExpression: "attribute_not_exists(pk)", ...more },
  });

  test("a transaction puts, updates, deletes and checks as one", async () => {
    await put({ pk: "gone", sk: "1" });
    await put({ pk: "checked", sk: "1", ok: true });
    await transact([
      putOnce("new"),
      increment("counter", 2),
      { Delete: { TableName, Key: { pk: "gone", sk: "1" } } },
      {
        ConditionCheck: {
          TableName,
          Key: { pk: "checked", sk: "1" },
          ConditionExpression: "ok = :t",
          ExpressionAttributeValues: { ":t": true },
        },
      },
    ]);
    expect(await get("new")).toBeDefined();
    expect(await get("counter")).toMatchObject({ n: 2 });
    expect(await get("gone")).toBeUndefined();
    expect(await get("checked")).toMatchObject({ ok: true });
  });

  test("a transaction changes nothing when one condition fails, and names the condition", async () => {
    await put({ pk: "there", sk: "1", v: 1 });
    const failed = transact([
      putOnce("never"),
      putOnce("there", { ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
      increment("counter"),
    ]);
    await expect(failed).rejects.toThrow(TransactionCanceledException);
    await expect(failed).rejects.toMatchObject({
      message: expect.stringContaining("[None, ConditionalCheckFailed, None]"),
      CancellationReasons: [
        { Code: "None" },
        { Code: "ConditionalCheckFailed", Item: { v: { N: "1" } } },
        { Code: "None" },
      ],
    });
    expect([await get("never"), await get("counter")]).toEqual([undefined, undefined]);
    expect(await engine.readRecords(TableName, undefined, 10)).toHaveLength(1);
  });

  test("one of many transactions on the same version wins", async () => {
    await put({ pk: "X", sk: "1", version: 0 });
    const attempts = await Promise.allSettled(
      times(20, (i) =>
        transact([
          {
            Update: {
              TableName,
              Key: { pk: "X", sk: "1" },
              UpdateExpression: "SET version = :new",
              ConditionExpression: "version = :old",
              ExpressionAttributeValues: { ":new": 1, ":old": 0 },
            },
          },
          { Put: { TableName, Item: { pk: "X", sk: `log#${i}` } } },
        ]),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
    const { items } = await queryAll({
      KeyConditionExpression: "pk = :p AND begins_with(sk, :l)",
      ExpressionAttributeValues: { ":p": "X", ":l": "log#" },
    });
    expect(items).toHaveLength(1);
  });

  test("a transaction with the same client token runs once within ten minutes, even after a restart", async () => {
    const send = (by = 1) => transact([increment("I", by)], { ClientRequestToken: "token" });
    await Promise.all([send(), send()]);
    await reopen();
    await send();
    expect(await get("I")).toMatchObject({ n: 1 });
    await expect(send(2)).rejects.toMatchObject({ name: "IdempotentParameterMismatchException" });
    now += 10 * 60_000;
    await send();
    expect(await get("I")).toMatchObject({ n: 2 });
  });

  test("a transaction refuses two actions on one item", async () => {
    const twice = transact([putOnce("Z"), { Delete: { TableName, Key: { pk: "Z", sk: "1" } } }]);
    await expect(twice).rejects.toMatchObject({ name: "ValidationException" });
  });

  test("a transaction refuses more than 100 actions, and more than 4 MB", async () => {
    const invalid = { name: "ValidationException" };
    await expect(transact(times(101, (i) => putOnce(`P${i}`)))).rejects.toMatchObject(invalid);
    const text = "x".repeat(390 * 1024);
    const large = times(11, (i) => ({ Put: { TableName, Item: { pk: `P${i}`, sk: "1", text } } }));
    await expect(transact(large)).rejects.toMatchObject(invalid);
    await transact(times(100, (i) => putOnce(`P${i}`)));
    expect(await get("P99")).toBeDefined();
  });

  test("a transaction reads many items in order, with gaps for missing ones", async () => {
    await put({ pk: "A", sk: "1" });
    await put({ pk: "B", sk: "1" });
    const TransactItems = ["B", "none", "A"].map((pk) => ({ Get: { TableName, Key: { pk, sk: "1" } } }));
    const { Responses } = await table.send(new TransactGetCommand({ TransactItems }));
    expect(Responses?.map((response) => response.Item?.pk)).toEqual(["B", undefined, "A"]);
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
    now += 60_000;
    await engine.sweepExpired();
    expect(await get("TTL")).toBeUndefined();
    expect(await get("later")).toBeDefined();
    expect((await engine.readRecords(TableName, undefined, 10)).at(-1)).toMatchObject({
      eventName: "REMOVE",
      userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" },
    });
  });
});

describe("the stream", () => {
  test("the SDK's streams client reads the stream", async () => {
    await put({ pk: "A", sk: "1", v: 1 });
    await put({ pk: "A", sk: "1", v: 2 });
    await table.send(new DeleteCommand({ TableName, Key: { pk: "A", sk: "1" } }));
    const client = new DynamoDBStreamsClient(engine.clientConfig);
    const [stream] = (await client.send(new ListStreamsCommand({ TableName }))).Streams ?? [];
    const StreamArn = stream?.StreamArn;
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn,
        ShardId: StreamDescription?.Shards?.[0]?.ShardId,
        ShardIteratorType: "TRIM_HORIZON",
      }),
    );
    const first = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 2 }));
    const rest = await client.send(new GetRecordsCommand({ ShardIterator: first.NextShardIterator }));
    expect([...(first.Records ?? []), ...(rest.Records ?? [])]).toMatchObject([
      {
        eventName: "INSERT",
        dynamodb: { Keys: { pk: { S: "A" }, sk: { S: "1" } }, NewImage: { v: { N: "1" } } },
      },
      { eventName: "MODIFY", dynamodb: { OldImage: { v: { N: "1" } }, NewImage: { v: { N: "2" } } } },
      { eventName: "REMOVE", dynamodb: { OldImage: { v: { N: "2" } } } },
    ]);
  });

  test("a write that changes nothing has no stream record", async () => {
    await put({ pk: "A", sk: "1", a: { x: 1, y: 2 } });
    await put({ a: { y: 2, x: 1 }, sk: "1", pk: "A" });
    await update("A", "SET a = :a", { ExpressionAttributeValues: { ":a": { y: 2, x: 1 } } });
    await update("A", "SET a.x = :one REMOVE b", { ExpressionAttributeValues: { ":one": 1 } });
    await table.send(new DeleteCommand({ TableName, Key: { pk: "none", sk: "1" } }));
    expect(await engine.readRecords(TableName, undefined, 10)).toHaveLength(1);
  });

  test("publishes the records of a transaction together, after the commit", async () => {
    const seen: Promise<unknown>[] = [];
    engine.onRecord((_table, record) => seen.push(get(record.dynamodb?.Keys?.pk?.S ?? "")));
    await Promise.all([
      transact([increment("A"), increment("B")]),
      transact([increment("C"), increment("D")]),
      update("E", "ADD n :one", { ExpressionAttributeValues: { ":one": 1 } }),
    ]);
    expect(await Promise.all(seen)).toEqual(times(5, () => expect.objectContaining({ n: 1 })));
    const records = await engine.readRecords(TableName, undefined, 10);
    const order = records.map((record) => record.dynamodb?.Keys?.pk?.S).join("");
    expect(order).toContain("AB");
    expect(order).toContain("CD");
  });

  test("stream records are in the order of the commits", async () => {
    const one = { ExpressionAttributeValues: { ":one": 1 } };
    await Promise.all(
      times(40, (i) => (i % 2 ? transact([increment("N")]) : update("N", "ADD n :one", one))),
    );
    const records = await engine.readRecords(TableName, undefined, 100);
    expect(records.map((record) => record.dynamodb?.NewImage?.n?.N)).toEqual(times(40, (i) => String(i + 1)));
  });

  test("reads on after any sequence number, from memory or from the store", async () => {
    // More than is kept at hand.
    const text = "x".repeat(300_000);
    for (const sk of times(20, (i) => String(i).padStart(2, "0"))) await put({ pk: "A", sk, text });
    const sequences = (await engine.readRecords(TableName, undefined, 100)).map(
      ({ dynamodb }) => dynamodb?.SequenceNumber ?? "",
    );
    expect(sequences).toHaveLength(20);
    const after = async (sequence: string) =>
      (await engine.readRecords(TableName, sequence, 3)).map(({ dynamodb }) => dynamodb?.SequenceNumber);
    for (const [at, sequence] of sequences.entries())
      expect(await after(sequence)).toEqual(sequences.slice(at + 1, at + 4));
    await reopen();
    await put({ pk: "A", sk: "20" });
    expect(await after(sequences[17]!)).toEqual([...sequences.slice(18), expect.any(String)]);
  });

  test("trims the stream up to a sequence number, and after a day", async () => {
    for (const sk of ["1", "2", "3"]) await put({ pk: "A", sk });
    const [first] = await engine.readRecords(TableName, undefined, 1);
    await engine.trimRecords(TableName, first?.dynamodb?.SequenceNumber ?? "");
    expect(await engine.readRecords(TableName, undefined, 10)).toHaveLength(2);
    now += 25 * 60 * 60_000;
    await put({ pk: "A", sk: "4" });
    await engine.sweepExpired();
    const left = await engine.readRecords(TableName, undefined, 10);
    expect(left.map((record) => record.dynamodb?.Keys?.sk?.S)).toEqual(["4"]);
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
