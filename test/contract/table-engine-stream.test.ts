// The change stream of the local table behaves as DynamoDB Streams does.
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import {
  advanceClock,
  engine,
  get,
  increment,
  put,
  reopen,
  TableName,
  table,
  times,
  transact,
  update,
  useTable,
} from "./table/world.ts";

useTable();

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
    advanceClock(25 * 60 * 60_000);
    await put({ pk: "A", sk: "4" });
    await engine.sweepExpired();
    const left = await engine.readRecords(TableName, undefined, 10);
    expect(left.map((record) => record.dynamodb?.Keys?.sk?.S)).toEqual(["4"]);
  });
});
