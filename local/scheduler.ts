// EventBridge Scheduler in this process: durable schedules, one timer for the nearest, each occurrence recorded
// before it fires. As there, one may fire twice: when the process ends before it could note that it has fired.
import { isDeepStrictEqual } from "node:util";
import { isOneShot, nextFire } from "../core/util/schedule-expression.ts";
import type { Schedule, Schedules } from "../platform/types/schedules.ts";
import { createAlarm } from "./alarm.ts";
import { createSerial } from "./serial.ts";
import type { Store, StoreOperation } from "./store.ts";
import { createTimeOrder } from "./time-order.ts";

/** What fires here: a tenant's schedules, and the service's own, which are rules on AWS. */
export interface LocalSchedule extends Omit<Schedule, "target"> {
  target: { kind: string };
}

export interface SchedulerOptions {
  store: Store;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  fire: (schedule: LocalSchedule, scheduledAt: Date) => Promise<void>;
  /** Called for an occurrence that was too late, or failed: it will not fire again. */
  onMissed: (schedule: LocalSchedule, scheduledAt: Date) => Promise<void>;
}

export interface PlannedSchedule extends LocalSchedule {
  /** Undefined when it will not fire again. */
  next?: Date;
}

export interface Scheduler extends Schedules {
  put(schedule: LocalSchedule): Promise<void>;
  start(): Promise<void>;
  /** Fires nothing more; resolves when what is firing has ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is due and nothing is firing. */
  idle(): Promise<void>;
  list(group?: string): Promise<PlannedSchedule[]>;
  nextFire(expression: string, timezone: string, after: Date): Date | undefined;
}

interface Planned {
  schedule: LocalSchedule;
  /** When it was put: a rate counts from then. */
  anchor: number;
  next?: number;
}

interface Occurrence {
  schedule: LocalSchedule;
  at: number;
}

const schedulePrefix = "schedule~";
const firingPrefix = "schedule-firing~";
/** A schedule is precise to a minute: an occurrence is not late within this time. */
const toleranceMs = 60_000;
/** At most this many missed occurrences of a schedule are reported. */
const mostMissed = 100;
/** How many fire at once: when thousands are due in one minute, their memory must not add up. */
const mostFiring = 64;

/** One closure, because all of it works on the same plans, timer and lock. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { store, clock = () => Date.now(), fire, onMissed } = options;
  const planned = new Map<string, Planned>();
  const order = createTimeOrder();
  const serially = createSerial();
  const alarm = createAlarm(clock, () => void serially(fireDue).catch(report));
  const firing = new Set<Promise<void>>();
  let started = false;
  const loaded = load();
  loaded.catch(() => undefined);

  async function load(): Promise<void> {
    for await (const [key, plan] of store.list<Planned>(schedulePrefix)) remember(key, plan);
  }

  function remember(key: string, plan: Planned | undefined): void {
    if (plan) planned.set(key, plan);
    else planned.delete(key);
    order.set(key, plan?.next);
  }

  function next(plan: Planned, after: number): number | undefined {
    const { expression, timezone } = plan.schedule;
    return nextFire(expression, timezone, new Date(after), new Date(plan.anchor))?.getTime();
  }

  /** When as many fire as may, the next one to end checks what else is due. */
  function arm(): void {
    if (started) alarm.set(firing.size < mostFiring ? order.first()?.at : undefined);
  }

  /** Runs under the lock: begins as many of the due schedules as may fire, in one write. */
  async function fireDue(): Promise<void> {
    const due = started ? order.upTo(clock(), mostFiring - firing.size) : [];
    const begun = due.map(({ key, at }) => ({ key, ...take(key, planned.get(key)!, at) }));
    if (begun.length > 0) await store.batch(begun.flatMap(({ operations }) => operations));
    for (const { key, after, occurrences } of begun) {
      remember(key, after);
      for (const [firingKey, value] of occurrences) track(settle(firingKey, value));
    }
    arm();
  }

  /** The due occurrences of a schedule, the schedule after them, and what has to be written before they fire. */
  function take(key: string, plan: Planned, at: number) {
    const { schedule } = plan;
    const oldest = oldestOf(schedule);
    const missed: number[] = [];
    let occurrence: number | undefined = at;
    while (occurrence !== undefined && occurrence < oldest) {
      missed.push(occurrence);
      const from: number = missed.length < mostMissed ? occurrence : oldest - 1;
      occurrence = next(plan, from);
    }
    const due = occurrence !== undefined && occurrence <= clock() ? occurrence : undefined;
    const following = due === undefined ? occurrence : next(plan, due);

    const operations: StoreOperation[] = [];
    const occurrences = (due === undefined ? missed : [...missed, due]).map((time): [string, Occurrence] => [
      `${firingPrefix}${key}~${time}`,
      { schedule, at: time },
    ]);
    for (const [firingKey, value] of occurrences) operations.push({ type: "put", key: firingKey, value });
    const gone = following === undefined && isOneShot(schedule.expression);
    const after = gone ? undefined : { ...plan, next: following };
    operations.push(after ? { type: "put", key, value: after } : { type: "del", key });
    return { operations, occurrences, after };
  }

  async function settle(firingKey: string, { schedule, at }: Occurrence): Promise<void> {
    const time = new Date(at);
    if (at < oldestOf(schedule)) await onMissed(schedule, time);
    else await fireOnce(schedule, time);
    await store.delete(firingKey);
  }

  async function fireOnce(schedule: LocalSchedule, time: Date): Promise<void> {
    try {
      await fire(schedule, time);
    } catch (error) {
      report(error);
      await onMissed(schedule, time);
    }
  }

  /** Occurrences that were firing when the process ended fire again: it is not known whether they took effect. */
  async function resumeInterrupted(): Promise<void> {
    for await (const [key, value] of store.list<Occurrence>(firingPrefix)) track(settle(key, value));
    await Promise.all(firing);
  }

  /** An occurrence that was due before this time is too late. */
  function oldestOf({ windowMinutes }: LocalSchedule): number {
    return clock() - Math.max(windowMinutes * 60_000, toleranceMs);
  }

  function track(work: Promise<void>): void {
    const tracked = work.catch(report).finally(() => {
      firing.delete(tracked);
      // Not before half of them have ended: one write begins many.
      if (firing.size <= mostFiring / 2) arm();
    });
    firing.add(tracked);
  }

  async function remove(keys: string[]): Promise<void> {
    await store.batch(keys.map((key) => ({ type: "del", key })));
    for (const key of keys) remember(key, undefined);
    arm();
  }

  return {
    put: (schedule) =>
      serially(async () => {
        await loaded;
        const key = keyOf(schedule.group, schedule.name);
        if (isDeepStrictEqual(planned.get(key)?.schedule, schedule)) return;
        const now = clock();
        const plan: Planned = { schedule: structuredClone(schedule), anchor: now };
        // A single time that has just passed is late, not invalid.
        plan.next = next(plan, isOneShot(schedule.expression) ? 0 : now);
        await store.put(key, plan);
        remember(key, plan);
        arm();
      }),

    delete: (group, name) =>
      serially(async () => {
        await loaded;
        const key = keyOf(group, name);
        if (planned.has(key)) await remove([key]);
      }),

    deleteGroup: (group) =>
      serially(async () => {
        await loaded;
        await remove([...planned.keys()].filter((key) => key.startsWith(keyOf(group, ""))));
      }),

    async start() {
      await loaded;
      if (started) return;
      await resumeInterrupted();
      started = true;
      await serially(fireDue);
    },

    async stop() {
      started = false;
      alarm.set(undefined);
      await serially(async () => undefined);
      await Promise.all(firing);
    },

    async idle() {
      for (;;) {
        await serially(fireDue);
        if (firing.size === 0) return;
        await Promise.all(firing);
      }
    },

    async list(group) {
      await serially(() => loaded);
      return [...planned.values()]
        .filter(({ schedule }) => group === undefined || schedule.group === group)
        .map(({ schedule, next }) => ({
          ...schedule,
          next: next === undefined ? undefined : new Date(next),
        }));
    },

    nextFire: (expression, timezone, after) => nextFire(expression, timezone, after),
  };
}

function keyOf(group: string, name: string): string {
  return `${schedulePrefix}${encodeURIComponent(group)}/${encodeURIComponent(name)}`;
}

function report(error: unknown): void {
  console.error("A schedule could not fire:", error);
}
