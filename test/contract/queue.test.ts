// The local queue behaves as an SQS FIFO queue: order within a group, visibility, deduplication, dead letters.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SQSEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createQueue, type Queue, type QueueOptions } from "../../local/queue.ts";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";

let directory: string;
let engine: TableEngine;
let queues: Queue[];

const open = async () => {
  engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
};
function create(handler: QueueOptions["handler"], more: Partial<QueueOptions> = {}): Queue {
  const queue = createQueue({
    store: engine.store,
    name: "lanes",
    visibilitySeconds: 30,
    maxReceives: 3,
    onDeadLetter: () => undefined,
    handler,
    ...more,
  });
  queues.push(queue);
  return queue;
}
const bodyOf = (event: SQSEvent) => event.Records[0]?.body ?? "";

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  queues = [];
  directory = await mkdtemp(join(tmpdir(), "clawe-queue-"));
  await open();
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(queues.map((queue) => queue.stop()));
  await engine.close();
  await rm(directory, { recursive: true });
});

/** Advances the clock, and waits until the messages that became visible are handled. */
async function pass(queue: Queue, seconds: number) {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  await queue.idle();
}

test("handles a group in order, one message at a time, and different groups in parallel", async () => {
  const open = Promise.withResolvers<void>();
  const events: string[] = [];
  const bothStarted = Promise.withResolvers<void>();
  const queue = create(async (event) => {
    events.push(`start ${bodyOf(event)}`);
    if (events.length === 2) bothStarted.resolve();
    await open.promise;
    events.push(`end ${bodyOf(event)}`);
  });
  await queue.start();
  await queue.send("a", "a1", "1");
  await queue.send("a", "a2", "2");
  await queue.send("b", "b1", "3");
  await bothStarted.promise;
  expect(events).toEqual(["start a1", "start b1"]);
  open.resolve();
  await queue.idle();
  expect(events.filter((event) => event.includes("a"))).toEqual(
    expect.arrayContaining(["end a1", "start a2"]),
  );
  expect(events.indexOf("end a1")).toBeLessThan(events.indexOf("start a2"));
  expect(events).toContain("end a2");
});

test("handles at most twenty groups at a time", async () => {
  let now = 0;
  let most = 0;
  const full = Promise.withResolvers<void>();
  const queue = create(async () => {
    now += 1;
    most = Math.max(most, now);
    if (now === 20) full.resolve();
    await full.promise;
    now -= 1;
  });
  for (let i = 0; i < 30; i += 1) await queue.send(`g${i}`, "x", `${i}`);
  await queue.start();
  await queue.idle();
  expect(most).toBe(20);
});

test("drops a message with the same deduplication id within five minutes, even after a restart", async () => {
  const seen: string[] = [];
  let queue = create(async (event) => void seen.push(bodyOf(event)));
  await queue.start();
  await queue.send("a", "first", "id");
  await queue.send("a", "again", "id");
  await queue.idle();
  await queue.stop();
  await engine.close();
  await open();
  queue = create(async (event) => void seen.push(bodyOf(event)));
  await queue.start();
  await queue.send("a", "again", "id");
  await pass(queue, 5 * 60);
  await queue.send("a", "later", "id");
  await queue.idle();
  expect(seen).toEqual(["first", "later"]);
});

test("brings a failed message back at the time that its handler chose", async () => {
  const seen: string[] = [];
  const queue = create(
    async ({ Records: [record] }) => {
      seen.push(record!.attributes.ApproximateReceiveCount);
      if (seen.length > 1) return;
      await vi.advanceTimersByTimeAsync(10_000);
      await queue.changeVisibility(record!.receiptHandle, 30);
      throw new Error("not yet");
    },
    { visibilitySeconds: 720 },
  );
  await queue.start();
  await queue.send("a", "x", "1");
  await queue.idle();
  await pass(queue, 29);
  expect(seen).toEqual(["1"]);
  await pass(queue, 1);
  expect(seen).toEqual(["1", "2"]);
});

test("delays a message when asked to", async () => {
  const seen: string[] = [];
  const queue = create(async (event) => void seen.push(bodyOf(event)));
  await queue.start();
  await queue.send("a", "x", "1", 15);
  await pass(queue, 14);
  expect(seen).toEqual([]);
  await pass(queue, 1);
  expect(seen).toEqual(["x"]);
});

test("retries a failed message after the visibility timeout, before the next of its group", async () => {
  const seen: string[] = [];
  const queue = create(async (event) => {
    seen.push(`${bodyOf(event)} ${event.Records[0]?.attributes.ApproximateReceiveCount}`);
    if (seen.length === 1) throw new Error("busy");
  });
  await queue.start();
  await queue.send("a", "a1", "1");
  await queue.send("a", "a2", "2");
  await pass(queue, 29);
  expect(seen).toEqual(["a1 1"]);
  await pass(queue, 1);
  expect(seen).toEqual(["a1 1", "a1 2", "a2 1"]);
});

test("retries a message that its handler reports as failed", async () => {
  const seen: string[] = [];
  const queue: Queue = create(async (event) => {
    const [record] = event.Records;
    seen.push(`${seen.length}`);
    return { batchItemFailures: seen.length === 1 ? [{ itemIdentifier: record!.messageId }] : [] };
  });
  await queue.start();
  await queue.send("a", "x", "1");
  await queue.idle();
  expect(seen).toEqual(["0"]);
  await pass(queue, 30);
  expect(seen).toEqual(["0", "1"]);
});

test("makes a message a dead letter after too many receives, and sends it again when redriven", async () => {
  let broken = true;
  const seen: string[] = [];
  const dead: string[] = [];
  const queue = create(
    async (event) => {
      if (broken) throw new Error("broken");
      seen.push(bodyOf(event));
    },
    { onDeadLetter: (message) => void dead.push(message.body) },
  );
  await queue.start();
  await queue.send("a", "x", "1");
  await queue.idle();
  await pass(queue, 30);
  await pass(queue, 30);
  expect(dead).toEqual(["x"]);
  expect(await queue.deadLetters()).toMatchObject([{ body: "x", receiveCount: 3 }]);
  broken = false;
  expect(await queue.redrive()).toBe(1);
  await queue.idle();
  expect(seen).toEqual(["x"]);
  expect(await queue.deadLetters()).toEqual([]);
});

test("retries messages in flight after a crash, and keeps waiting ones", async () => {
  const started = Promise.withResolvers<void>();
  const lost = createQueue({
    store: engine.store,
    name: "lanes",
    visibilitySeconds: 30,
    maxReceives: 3,
    onDeadLetter: () => undefined,
    handler: () => {
      started.resolve();
      return new Promise<void>(() => undefined);
    },
  });
  await lost.start();
  await lost.send("a", "a1", "1");
  await lost.send("a", "a2", "2");
  await started.promise;
  await engine.close();
  await open();
  const seen: string[] = [];
  const queue = create(async (event) => {
    seen.push(`${bodyOf(event)} ${event.Records[0]?.attributes.ApproximateReceiveCount}`);
  });
  await queue.start();
  await queue.idle();
  expect(seen).toEqual(["a1 2", "a2 1"]);
});

test("retries a store that cannot be written to only when the message becomes visible again", async () => {
  const failing = { ...engine.store };
  let asked = 0;
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const dead: string[] = [];
  const queue = create((): Promise<void> => Promise.reject(new Error("broken")), {
    store: failing,
    maxReceives: 1,
    onDeadLetter: (message) => void dead.push(message.body),
  });
  await queue.start();
  await queue.send("a", "x", "1");
  failing.batch = () => {
    asked += 1;
    return Promise.reject(new Error("The disk is full."));
  };
  await queue.idle();
  await pass(queue, 29);
  expect(asked).toBe(1);
  await pass(queue, 1);
  expect(asked).toBe(2);
  failing.batch = engine.store.batch;
  await pass(queue, 30);
  expect(dead).toEqual(["x"]);
  expect(errors).toHaveBeenCalledTimes(2);
  errors.mockRestore();
});
