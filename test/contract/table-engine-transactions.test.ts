// Transactions of the local table behave as in DynamoDB.
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactGetCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import {
  advanceClock,
  engine,
  get,
  increment,
  put,
  queryAll,
  reopen,
  TableName,
  table,
  times,
  transact,
  useTable,
} from "./table/world.ts";

useTable();

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
    advanceClock(10 * 60_000);
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
