// EventBridge Scheduler in this process: durable schedules, one timer for the nearest occurrence, and each occurrence
// recorded before it fires. An occurrence may fire twice, as on AWS: when the process ends before it has noted the first.
import { isDeepStrictEqual } from "node:util";
import { isOneShot } from "../core/util/schedule-expression.ts";
import type { Schedules } from "../platform/types/schedules.ts";
import { type Alarm, createAlarm } from "./alarm.ts";
import {
  dueOccurrences,
  isTooLate,
  type LocalSchedule,
  nextAfter,
  type Occurrence,
  type Planned,
} from "./scheduler/schedule.ts";
import { createSerial, type Serial } from "./serial.ts";
import type { Store, StoreOperation } from "./store.ts";
import { createTimeOrder, type TimeOrder } from "./time-order.ts";

export type { LocalSchedule } from "./scheduler/schedule.ts";

export interface SchedulerOptions {
  store: Store;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  fire: (schedule: LocalSchedule, scheduledAt: Date) => Promise<void>;
  /** Gets an occurrence that was too late, or that failed: it will not fire again. */
  onMissed: (schedule: LocalSchedule, scheduledAt: Date) => Promise<void>;
}

export interface PlannedSchedule extends LocalSchedule {
  /** Undefined when it will not fire again. */
  next?: Date;
}

export interface Scheduler extends Schedules {
  /** Throws an `Error` that names the field when the expression or the time zone is invalid. */
  put(schedule: LocalSchedule): Promise<void>;
  start(): Promise<void>;
  /** Fires nothing more; resolves when what is firing has ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is due and nothing is firing. */
  idle(): Promise<void>;
  /** The schedules of the group, or of all groups. */
  list(group?: string): Promise<PlannedSchedule[]>;
}

const schedulePrefix = "schedule~";
const firingPrefix = "schedule-firing~";
/** When thousands are due in one minute, no more than this many take memory at once. */
const maxFiring = 64;

export const createScheduler = (options: SchedulerOptions): Scheduler => new LocalScheduler(options);

class LocalScheduler implements Scheduler {
  readonly #options: SchedulerOptions;
  readonly #clock: () => number;
  readonly #planned = new Map<string, Planned>();
  readonly #order: TimeOrder = createTimeOrder();
  readonly #firing = new Set<Promise<void>>();
  readonly #serially: Serial = createSerial();
  readonly #alarm: Alarm;
  readonly #loaded: Promise<void>;
  #started = false;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => Date.now());
    this.#alarm = createAlarm(this.#clock, () => void this.#fireDue().catch(report));
    this.#loaded = this.#load();
    this.#loaded.catch(() => undefined); // each caller waits for it, and gets the error
  }

  put(schedule: LocalSchedule): Promise<void> {
    return this.#serially(async () => {
      await this.#loaded;
      const key = keyOf(schedule.group, schedule.name);
      if (isDeepStrictEqual(this.#planned.get(key)?.schedule, schedule)) return;
      const now = this.#clock();
      const planned: Planned = { schedule: structuredClone(schedule), anchor: now };
      // A single time that has just passed is late, not invalid.
      planned.next = nextAfter(planned, isOneShot(schedule.expression) ? 0 : now);
      await this.#options.store.put(key, planned);
      this.#plan(key, planned);
      this.#arm();
    });
  }

  delete(group: string, name: string): Promise<void> {
    return this.#serially(async () => {
      await this.#loaded;
      const key = keyOf(group, name);
      if (this.#planned.has(key)) await this.#remove([key]);
    });
  }

  deleteGroup(group: string): Promise<void> {
    return this.#serially(async () => {
      await this.#loaded;
      await this.#remove([...this.#planned.keys()].filter((key) => key.startsWith(keyOf(group, ""))));
    });
  }

  async start(): Promise<void> {
    await this.#loaded;
    if (this.#started) return;
    await this.#resumeInterrupted();
    this.#started = true;
    await this.#fireDue();
  }

  async stop(): Promise<void> {
    this.#started = false;
    this.#alarm.set(undefined);
    await this.#serially(async () => undefined);
    await Promise.all(this.#firing);
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.#fireDue();
      if (this.#firing.size === 0) return;
      await Promise.all(this.#firing);
    }
  }

  async list(group?: string): Promise<PlannedSchedule[]> {
    await this.#serially(() => this.#loaded);
    return [...this.#planned.values()]
      .filter(({ schedule }) => group === undefined || schedule.group === group)
      .map(({ schedule, next }) => ({ ...schedule, next: next === undefined ? undefined : new Date(next) }));
  }

  async #load(): Promise<void> {
    for await (const [key, planned] of this.#options.store.list<Planned>(schedulePrefix))
      this.#plan(key, planned);
  }

  #plan(key: string, planned: Planned | undefined): void {
    if (planned) this.#planned.set(key, planned);
    else this.#planned.delete(key);
    this.#order.set(key, planned?.next);
  }

  async #remove(keys: string[]): Promise<void> {
    await this.#options.store.batch(keys.map((key) => ({ type: "del", key })));
    for (const key of keys) this.#plan(key, undefined);
    this.#arm();
  }

  /** Sets the timer. At the limit none is needed: the next occurrence that ends arms it again. */
  #arm(): void {
    if (this.#started) this.#alarm.set(this.#firing.size < maxFiring ? this.#order.first()?.at : undefined);
  }

  /** Begins as many of the due schedules as may fire, in one write. */
  #fireDue(): Promise<void> {
    return this.#serially(async () => {
      const room = maxFiring - this.#firing.size;
      const due = this.#started ? this.#order.upTo(this.#clock(), room) : [];
      const begun = due.map(({ key }) => this.#begin(key, this.#planned.get(key)!));
      if (begun.length > 0) await this.#options.store.batch(begun.flatMap(({ operations }) => operations));
      for (const { key, after, occurrences } of begun) {
        this.#plan(key, after);
        for (const [firingKey, occurrence] of occurrences) this.#track(this.#settle(firingKey, occurrence));
      }
      this.#arm();
    });
  }

  /** A schedule's due occurrences, the schedule after them, and what has to be written before they fire. */
  #begin(key: string, planned: Planned) {
    const { schedule } = planned;
    const { due, next } = dueOccurrences(planned, this.#clock());
    const occurrences = due.map((at): [string, Occurrence] => [
      `${firingPrefix}${key}~${at}`,
      { schedule, at },
    ]);
    const isOver = next === undefined && isOneShot(schedule.expression);
    const after = isOver ? undefined : { ...planned, next };
    const operations: StoreOperation[] = [
      ...occurrences.map(([firingKey, value]) => ({ type: "put" as const, key: firingKey, value })),
      after ? { type: "put", key, value: after } : { type: "del", key },
    ];
    return { key, after, occurrences, operations };
  }

  async #settle(firingKey: string, { schedule, at }: Occurrence): Promise<void> {
    const time = new Date(at);
    if (isTooLate(schedule, at, this.#clock())) await this.#options.onMissed(schedule, time);
    else await this.#fire(schedule, time);
    await this.#options.store.delete(firingKey);
  }

  async #fire(schedule: LocalSchedule, time: Date): Promise<void> {
    try {
      await this.#options.fire(schedule, time);
    } catch (error) {
      report(error);
      await this.#options.onMissed(schedule, time);
    }
  }

  /** Fires again what was firing when an earlier process ended: whether it took effect is not known. */
  async #resumeInterrupted(): Promise<void> {
    for await (const [key, occurrence] of this.#options.store.list<Occurrence>(firingPrefix))
      this.#track(this.#settle(key, occurrence));
    await Promise.all(this.#firing);
  }

  #track(work: Promise<void>): void {
    const tracked = work.catch(report).finally(() => {
      this.#firing.delete(tracked);
      // Once half of them have ended, so that one write begins many.
      if (this.#firing.size <= maxFiring / 2) this.#arm();
    });
    this.#firing.add(tracked);
  }
}

function keyOf(group: string, name: string): string {
  return `${schedulePrefix}${encodeURIComponent(group)}/${encodeURIComponent(name)}`;
}

function report(error: unknown): void {
  console.error("A schedule could not fire:", error);
}
