// SQS FIFO in this process: order within a group, one message of a group in flight, deduplication, visibility
// and dead letters, all of it durable in the store and driven by sends and one timer.
import { randomUUID } from "node:crypto";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { createAlarm } from "./alarm.ts";
import { createSerial } from "./serial.ts";
import type { Store, StoreOperation } from "./store.ts";
import { createTimeOrder } from "./time-order.ts";

export interface QueueMessage {
  id: string;
  group: string;
  body: string;
  dedupId: string;
  sentAt: number;
  visibleAt: number;
  receiveCount: number;
  /** Set while the message is handed out. */
  receiptHandle?: string;
}

export interface QueueOptions {
  store: Store;
  name: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** After how long a failed message comes back, unless its handler says another time. */
  visibilitySeconds: number;
  maxReceives: number;
  /** May answer with an `SQSBatchResponse`. */
  handler: (event: SQSEvent) => Promise<unknown>;
  onDeadLetter: (message: QueueMessage) => void | Promise<void>;
}

export interface Queue {
  /** Resolves when the message is durable. The same `dedupId` within five minutes is the same message. */
  send(group: string, body: string, dedupId: string, delaySeconds?: number): Promise<void>;
  start(): Promise<void>;
  /** A message that is handed out comes back after so many seconds from now, if its handler fails. */
  changeVisibility(receiptHandle: string, seconds: number): Promise<void>;
  /** Resolves when nothing is handed out and nothing is visible. */
  idle(): Promise<void>;
  /** Hands out nothing more; resolves when the running handlers have ended. */
  stop(): Promise<void>;
  deadLetters(): Promise<QueueMessage[]>;
  /** Sends all dead letters again; returns how many. */
  redrive(): Promise<number>;
}

const parallelGroups = 20;
const dedupWindowMs = 5 * 60 * 1000;

interface Entry {
  key: string;
  message: QueueMessage;
}

/** One closure, because all of it works on the same groups, timer and lock. */
export function createQueue(options: QueueOptions): Queue {
  const {
    store,
    name,
    clock = () => Date.now(),
    visibilitySeconds,
    maxReceives,
    handler,
    onDeadLetter,
  } = options;
  const prefixes = {
    message: `queue~${name}~message~`,
    dead: `queue~${name}~dead~`,
    dedup: `queue~${name}~dedup~`,
  };
  const groups = new Map<string, Entry[]>();
  const inFlight = new Map<string, Promise<void>>();
  /** Groups with nothing in flight, by when their head is visible: an event looks at these only, not at every group. */
  const waiting = createTimeOrder();
  /** Until when, in the order of sending: expired ones are at the front. */
  const dedupUntil = new Map<string, number>();
  const serially = createSerial();
  const alarm = createAlarm(clock, dispatch);
  let sequence = 0;
  let started = false;
  const idleWaiters: (() => void)[] = [];
  const loaded = load();
  loaded.catch(() => undefined);

  async function load(): Promise<void> {
    for await (const [key, message] of store.list<QueueMessage>(prefixes.message)) {
      // Handed out by a process that is gone: visible again.
      if (message.receiptHandle) Object.assign(message, { receiptHandle: undefined, visibleAt: clock() });
      append({ key, message });
      sequence = Number(key.slice(prefixes.message.length));
    }
    const dedups: [string, number][] = [];
    for await (const [key, until] of store.list<number>(prefixes.dedup)) {
      dedups.push([key.slice(prefixes.dedup.length), until]);
    }
    for (const [id, until] of dedups.sort(([, a], [, b]) => a - b)) dedupUntil.set(id, until);
  }

  function append(entry: Entry): void {
    const { group } = entry.message;
    const entries = groups.get(group);
    if (entries) entries.push(entry);
    else groups.set(group, [entry]);
    place(group);
  }

  function remove(entry: Entry): void {
    const { group } = entry.message;
    const rest = groups.get(group)?.filter((other) => other !== entry) ?? [];
    if (rest.length > 0) groups.set(group, rest);
    else groups.delete(group);
  }

  function place(group: string): void {
    waiting.set(group, inFlight.has(group) ? undefined : groups.get(group)?.[0]?.message.visibleAt);
  }

  function newEntry(message: QueueMessage): Entry {
    sequence += 1;
    return { key: prefixes.message + String(sequence).padStart(16, "0"), message };
  }

  /** Hands out what can be handed out, and sets the timer for what can be later. */
  function dispatch(): void {
    if (!started) return;
    for (const { key: group } of waiting.upTo(clock(), parallelGroups - inFlight.size)) {
      const done = handOut(groups.get(group)![0]!)
        .catch((error: unknown) => console.error(`Queue ${name} could not handle a message:`, error))
        .finally(() => {
          inFlight.delete(group);
          place(group);
          dispatch();
        });
      inFlight.set(group, done);
      place(group);
    }
    // When all hands are full, the next one to end takes what is visible.
    alarm.set(inFlight.size < parallelGroups ? waiting.first()?.at : undefined);
    if (inFlight.size === 0) for (const resolve of idleWaiters.splice(0)) resolve();
  }

  async function handOut(entry: Entry): Promise<void> {
    const { message } = entry;
    // Also when the store cannot be written to: it is not asked again at once.
    message.visibleAt = clock() + visibilitySeconds * 1000;
    // Its last receive ended with the process: it may be what ended it.
    if (message.receiveCount >= maxReceives) return bury(entry);
    message.receiveCount += 1;
    message.receiptHandle = randomUUID();
    // Only a process that ends needs to read how often it was handed out: handling it does not wait for that.
    const [error] = await Promise.all([handle(message), store.put(entry.key, message)]);
    if (error === undefined) {
      await store.delete(entry.key);
      remove(entry);
    } else if (message.receiveCount >= maxReceives) {
      await bury(entry);
    } else {
      message.receiptHandle = undefined;
      await store.put(entry.key, message);
    }
  }

  async function handle(message: QueueMessage): Promise<unknown> {
    try {
      const response = (await handler({ Records: [toRecord(name, message)] })) as
        | SQSBatchResponse
        | undefined;
      const failed = response?.batchItemFailures.some((failure) => failure.itemIdentifier === message.id);
      return failed ? "reported as failed" : undefined;
    } catch (error) {
      return error ?? "unknown error";
    }
  }

  async function bury(entry: Entry): Promise<void> {
    const { message } = entry;
    message.receiptHandle = undefined;
    await store.batch([
      { type: "del", key: entry.key },
      { type: "put", key: prefixes.dead + entry.key.slice(prefixes.message.length), value: message },
    ]);
    remove(entry);
    await onDeadLetter(message);
  }

  function dedupOperations(dedupId: string): StoreOperation[] {
    const now = clock();
    const operations: StoreOperation[] = [];
    for (const [id, until] of dedupUntil) {
      if (until > now) break;
      dedupUntil.delete(id);
      operations.push({ type: "del", key: prefixes.dedup + id });
    }
    dedupUntil.set(dedupId, now + dedupWindowMs);
    operations.push({ type: "put", key: prefixes.dedup + dedupId, value: now + dedupWindowMs });
    return operations;
  }

  async function listDead(): Promise<Entry[]> {
    const dead: Entry[] = [];
    for await (const [key, message] of store.list<QueueMessage>(prefixes.dead)) dead.push({ key, message });
    return dead;
  }

  return {
    send: (group, body, dedupId, delaySeconds = 0) =>
      serially(async () => {
        await loaded;
        const now = clock();
        if ((dedupUntil.get(dedupId) ?? 0) > now) return;
        const visibleAt = now + delaySeconds * 1000;
        const id = randomUUID();
        const entry = newEntry({ id, group, body, dedupId, sentAt: now, visibleAt, receiveCount: 0 });
        const operations = dedupOperations(dedupId);
        await store.batch([...operations, { type: "put", key: entry.key, value: entry.message }]);
        append(entry);
        dispatch();
      }),

    async start() {
      await loaded;
      started = true;
      dispatch();
    },

    async changeVisibility(receiptHandle, seconds) {
      for (const [entry] of groups.values()) {
        if (entry?.message.receiptHandle !== receiptHandle) continue;
        // Written down with the failure; after a crash the message is visible at once anyway.
        entry.message.visibleAt = clock() + seconds * 1000;
      }
    },

    async idle() {
      await serially(() => loaded);
      if (!started) return;
      const waiting = new Promise<void>((resolve) => idleWaiters.push(resolve));
      dispatch();
      await waiting;
    },

    async stop() {
      started = false;
      alarm.set(undefined);
      await Promise.all(inFlight.values());
      for (const resolve of idleWaiters.splice(0)) resolve();
    },

    async deadLetters() {
      return (await listDead()).map(({ message }) => message);
    },

    redrive: () =>
      serially(async () => {
        await loaded;
        const dead = await listDead();
        for (const { key, message } of dead) {
          const entry = newEntry({ ...message, receiveCount: 0, visibleAt: clock() });
          await store.batch([
            { type: "del", key },
            { type: "put", key: entry.key, value: entry.message },
          ]);
          append(entry);
        }
        dispatch();
        return dead.length;
      }),
  };
}

function toRecord(queue: string, message: QueueMessage): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle!,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.sentAt),
      SentTimestamp: String(message.sentAt),
      SenderId: "local",
      MessageGroupId: message.group,
      MessageDeduplicationId: message.dedupId,
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: "local",
  };
}
