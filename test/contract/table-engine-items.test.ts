// Items of the local table behave as in DynamoDB: conditions, updates, queries.
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, BatchWriteCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { get, put, queryAll, TableName, table, times, update, useTable } from "./table/world.ts";

useTable();

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
