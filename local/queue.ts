// SQS FIFO in this process: order within a group, one message of a group in flight, deduplication, visibility
// timeouts and dead letters. Messages are durable in the store; sends and one timer drive the delivery.
import { randomUUID } from "node:crypto";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { type Alarm, createAlarm } from "./alarm.ts";
import { type Backlog, createBacklog } from "./queue/backlog.ts";
import { createDeduplication, type Deduplication } from "./queue/deduplication.ts";
import { type Entry, type QueueMessage, toRecord } from "./queue/message.ts";
import { createSerial, type Serial } from "./serial.ts";
import type { Store } from "./store.ts";

export type { QueueMessage } from "./queue/message.ts";

export interface QueueOptions {
  store: Store;
  name: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** How long a failed message stays invisible before it is handed out again, unless its handler says otherwise. */
  visibilitySeconds: number;
  /** A message that has failed this often becomes a dead letter. */
  maxReceives: number;
  /** May answer with an `SQSBatchResponse`. */
  handler: (event: SQSEvent) => Promise<unknown>;
  onDeadLetter: (message: QueueMessage) => void | Promise<void>;
}

export interface Queue {
  /** Resolves when the message is durable. The same `dedupId` within five minutes is the same message. */
  send(group: string, body: string, dedupId: string, delaySeconds?: number): Promise<void>;
  start(): Promise<void>;
  /** A message in flight is handed out again so many seconds from now, should its handler fail. */
  changeVisibility(receiptHandle: string, seconds: number): Promise<void>;
  /** Resolves when nothing is in flight and nothing is visible. */
  idle(): Promise<void>;
  /** Hands out nothing more; resolves when the running handlers have ended. */
  stop(): Promise<void>;
  deadLetters(): Promise<QueueMessage[]>;
  /** Sends all dead letters again; returns how many. */
  redrive(): Promise<number>;
}

const maxGroupsInFlight = 20;

export const createQueue = (options: QueueOptions): Queue => new LocalQueue(options);

class LocalQueue implements Queue {
  readonly #options: QueueOptions;
  readonly #clock: () => number;
  readonly #messagePrefix: string;
  readonly #deadPrefix: string;
  readonly #backlog: Backlog = createBacklog();
  readonly #deduplication: Deduplication;
  readonly #inFlight = new Set<Promise<void>>();
  /** The messages in flight, by their receipt handles. */
  readonly #received = new Map<string, QueueMessage>();
  readonly #serially: Serial = createSerial();
  readonly #alarm: Alarm;
  readonly #loaded: Promise<void>;
  #idleWaiters: (() => void)[] = [];
  #sequence = 0;
  #started = false;

  constructor(options: QueueOptions) {
    const { store, name, clock = () => Date.now() } = options;
    this.#options = options;
    this.#clock = clock;
    this.#messagePrefix = `queue~${name}~message~`;
    this.#deadPrefix = `queue~${name}~dead~`;
    this.#deduplication = createDeduplication(store, `queue~${name}~dedup~`, clock);
    this.#alarm = createAlarm(clock, () => this.#dispatch());
    this.#loaded = this.#load();
    this.#loaded.catch(() => undefined); // each caller waits for it, and gets the error
  }

  send(group: string, body: string, dedupId: string, delaySeconds = 0): Promise<void> {
    return this.#serially(async () => {
      await this.#loaded;
      if (this.#deduplication.isKnown(dedupId)) return;
      const sentAt = this.#clock();
      const visibleAt = sentAt + delaySeconds * 1000;
      const entry = this.#newEntry({
        id: randomUUID(),
        group,
        body,
        dedupId,
        sentAt,
        visibleAt,
        receiveCount: 0,
      });
      const operations = this.#deduplication.rememberOperations(dedupId);
      await this.#options.store.batch([...operations, { type: "put", key: entry.key, value: entry.message }]);
      this.#backlog.append(entry);
      this.#dispatch();
    });
  }

  async start(): Promise<void> {
    await this.#loaded;
    this.#started = true;
    this.#dispatch();
  }

  async changeVisibility(receiptHandle: string, seconds: number): Promise<void> {
    const message = this.#received.get(receiptHandle);
    // Stored with the failure. After a crash the message is visible at once anyway.
    if (message) message.visibleAt = this.#clock() + seconds * 1000;
  }

  async idle(): Promise<void> {
    await this.#serially(() => this.#loaded);
    if (!this.#started) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idleWaiters.push(resolve);
    this.#dispatch();
    await promise;
  }

  async stop(): Promise<void> {
    this.#started = false;
    this.#alarm.set(undefined);
    await Promise.all(this.#inFlight);
    this.#resolveIdle();
  }

  async deadLetters(): Promise<QueueMessage[]> {
    return (await this.#listDead()).map(({ message }) => message);
  }

  redrive(): Promise<number> {
    return this.#serially(async () => {
      await this.#loaded;
      const dead = await this.#listDead();
      for (const { key, message } of dead) {
        const entry = this.#newEntry({ ...message, receiveCount: 0, visibleAt: this.#clock() });
        await this.#options.store.batch([
          { type: "del", key },
          { type: "put", key: entry.key, value: entry.message },
        ]);
        this.#backlog.append(entry);
      }
      this.#dispatch();
      return dead.length;
    });
  }

  async #load(): Promise<void> {
    const { store } = this.#options;
    for await (const [key, message] of store.list<QueueMessage>(this.#messagePrefix)) {
      // A process that is gone had it in flight: it is visible again.
      if (message.receiptHandle)
        Object.assign(message, { receiptHandle: undefined, visibleAt: this.#clock() });
      this.#backlog.append({ key, message });
      this.#sequence = Number(key.slice(this.#messagePrefix.length));
    }
    await this.#deduplication.load();
  }

  #newEntry(message: QueueMessage): Entry {
    this.#sequence += 1;
    return { key: this.#messagePrefix + String(this.#sequence).padStart(16, "0"), message };
  }

  /** Hands out what can be handed out now, and sets the timer for the next message that becomes visible. */
  #dispatch(): void {
    if (!this.#started) return;
    for (const entry of this.#backlog.take(this.#clock(), maxGroupsInFlight - this.#inFlight.size)) {
      const delivery = this.#deliver(entry)
        .catch((error: unknown) =>
          console.error(`Queue ${this.#options.name} could not handle a message:`, error),
        )
        .finally(() => {
          this.#inFlight.delete(delivery);
          this.#backlog.release(entry.message.group);
          this.#dispatch();
        });
      this.#inFlight.add(delivery);
    }
    // At the limit no timer is needed: the next delivery that ends dispatches again.
    const hasRoom = this.#inFlight.size < maxGroupsInFlight;
    this.#alarm.set(hasRoom ? this.#backlog.nextVisibleAt() : undefined);
    if (this.#inFlight.size === 0) this.#resolveIdle();
  }

  #resolveIdle(): void {
    for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }

  async #deliver(entry: Entry): Promise<void> {
    const { message } = entry;
    const { store, visibilitySeconds, maxReceives } = this.#options;
    // Set before the store is asked: a store that cannot be written to is not asked again at once.
    message.visibleAt = this.#clock() + visibilitySeconds * 1000;
    // The last receive ended with the process, perhaps because of this message.
    if (message.receiveCount >= maxReceives) return this.#bury(entry);
    message.receiveCount += 1;
    const receiptHandle = randomUUID();
    message.receiptHandle = receiptHandle;
    this.#received.set(receiptHandle, message);
    // The handler does not wait for the write: only the next process needs the count.
    const [error] = await Promise.all([this.#handle(message), store.put(entry.key, message)]).finally(() =>
      this.#received.delete(receiptHandle),
    );
    if (error === undefined) {
      await store.delete(entry.key);
      this.#backlog.remove(entry);
    } else if (message.receiveCount >= maxReceives) {
      await this.#bury(entry);
    } else {
      message.receiptHandle = undefined;
      await store.put(entry.key, message);
    }
  }

  /** Returns the error when the handler throws, or reports the message as failed. */
  async #handle(message: QueueMessage): Promise<unknown> {
    const { name, handler } = this.#options;
    try {
      const response = (await handler({ Records: [toRecord(name, message)] })) as
        | SQSBatchResponse
        | undefined;
      const isFailed = response?.batchItemFailures?.some(
        ({ itemIdentifier }) => itemIdentifier === message.id,
      );
      return isFailed ? "reported as failed" : undefined;
    } catch (error) {
      return error ?? "unknown error";
    }
  }

  /** Makes the message a dead letter. */
  async #bury(entry: Entry): Promise<void> {
    const { message } = entry;
    message.receiptHandle = undefined;
    await this.#options.store.batch([
      { type: "del", key: entry.key },
      { type: "put", key: this.#deadPrefix + entry.key.slice(this.#messagePrefix.length), value: message },
    ]);
    this.#backlog.remove(entry);
    await this.#options.onDeadLetter(message);
  }

  #listDead(): Promise<Entry[]> {
    const dead = this.#options.store.list<QueueMessage>(this.#deadPrefix);
    return Array.fromAsync(dead, ([key, message]) => ({ key, message }));
  }
}
