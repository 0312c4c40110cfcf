// The stream reader hands a table's changes to a handler in order, at least once, even when it fails.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  createStreamReader,
  type StreamReader,
  type StreamReaderOptions,
} from "../../local/stream-reader.ts";
import { ensureTable } from "../../local/table/create.ts";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";

vi.mock("node:timers/promises", () => import("../support/timers.ts"));

const TableName = "clawe";
let directory: string;
let engine: TableEngine;
let client: DynamoDBDocumentClient;
let readers: StreamReader[];

async function open() {
  engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  client = DynamoDBDocumentClient.from(new DynamoDBClient(engine.clientConfig));
}
const put = (...keys: string[]) =>
  Promise.all(keys.map((sk) => client.send(new PutCommand({ TableName, Item: { pk: "A", sk } }))));
const keyOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.sk?.S ?? "";
const keysOf = (event: DynamoDBStreamEvent) => event.Records.map(keyOf);

async function read(options: Partial<StreamReaderOptions> & Pick<StreamReaderOptions, "handler">) {
  const reader = createStreamReader({
    engine,
    table: TableName,
    name: "reader",
    onDeadLetter: () => undefined,
    ...options,
  });
  readers.push(reader);
  await reader.start();
  return reader;
}

beforeEach(async () => {
  readers = [];
  directory = await mkdtemp(join(tmpdir(), "clawe-stream-"));
  await open();
  await ensureTable(engine.clientConfig, TableName);
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(readers.map((reader) => reader.stop()));
  await engine.close();
  await rm(directory, { recursive: true });
});

test("hands over the records from before and after the start once, in order, in batches", async () => {
  const batches: string[][] = [];
  await put("1", "2", "3");
  const reader = await read({ batchSize: 2, handler: async (event) => void batches.push(keysOf(event)) });
  await put("4");
  await reader.idle();
  expect(batches.flat()).toEqual(["1", "2", "3", "4"]);
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(2);
});

test("hands over only records that pass the filter", async () => {
  const seen: string[] = [];
  const reader = await read({
    filter: (record) => keyOf(record) !== "2",
    handler: async (event) => void seen.push(...keysOf(event)),
  });
  await put("1", "2", "3");
  await reader.idle();
  expect(seen).toEqual(["1", "3"]);
});

test("continues after its checkpoint in the next process", async () => {
  const seen: string[] = [];
  const handler = async (event: DynamoDBStreamEvent) => void seen.push(...keysOf(event));
  const first = await read({ handler });
  await put("1");
  await first.idle();
  await first.stop();
  await put("2");
  await engine.close();
  await open();
  await (await read({ handler })).idle();
  expect(seen).toEqual(["1", "2"]);
});

test("hands over again the records that were being handled when the process ended", async () => {
  const started = Promise.withResolvers<void>();
  const lost = createStreamReader({
    engine,
    table: TableName,
    name: "reader",
    onDeadLetter: () => undefined,
    handler: () => {
      started.resolve();
      return new Promise(() => undefined);
    },
  });
  await lost.start();
  await put("1");
  await started.promise;
  await engine.close();
  await open();
  const seen: string[] = [];
  await (await read({ handler: async (event) => void seen.push(...keysOf(event)) })).idle();
  expect(seen).toEqual(["1"]);
});

test("retries with growing delays, and holds later records back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const attempts: string[][] = [];
  const attempted = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const reader = await read({
    handler: async (event) => {
      attempts.push(keysOf(event));
      attempted[attempts.length - 1]?.resolve();
      if (attempts.length < 3) throw new Error("not yet");
    },
  });
  await put("1");
  await attempted[0]?.promise;
  await put("2");
  await vi.advanceTimersByTimeAsync(199);
  expect(attempts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await attempted[1]?.promise;
  await vi.advanceTimersByTimeAsync(400);
  await attempted[2]?.promise;
  await reader.idle();
  expect(attempts).toEqual([["1"], ["1"], ["1"], ["2"]]);
});

test("sets aside a record that fails for good, and hands over its neighbours", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const seen: string[] = [];
  const dead = Promise.withResolvers<string>();
  await put("1", "bad", "3");
  const reader = await read({
    maxAttempts: 2,
    handler: async (event) => {
      if (keysOf(event).includes("bad")) throw new Error("poison");
      seen.push(...keysOf(event));
    },
    onDeadLetter: ({ record }) => dead.resolve(keyOf(record)),
  });
  const idle = reader.idle();
  let done = false;
  idle.finally(() => {
    done = true;
  });
  while (!done) await vi.advanceTimersToNextTimerAsync();
  expect(await dead.promise).toBe("bad");
  expect(seen).toEqual(["1", "3"]);
  expect(await reader.deadLetters()).toMatchObject([
    { error: "Error: poison", record: { eventName: "INSERT" } },
  ]);
});

test("trims the records that every reader has passed", async () => {
  const blocked = Promise.withResolvers<void>();
  const fast = await read({ name: "fast", handler: async () => undefined });
  const slow = await read({ name: "slow", handler: () => blocked.promise });
  await put("1", "2");
  await fast.idle();
  expect(await engine.readRecords(TableName, undefined, 10)).toHaveLength(2);
  blocked.resolve();
  await slow.idle();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2_000 });
  onTestFinished(() => void vi.useRealTimers());
  await put("3");
  await Promise.all([fast.idle(), slow.idle()]);
  expect(await engine.readRecords(TableName, undefined, 10)).toEqual([]);
});
