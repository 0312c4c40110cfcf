// functions/subscriptions.ts on the laptop's engines: the bus's consumers, and what a schedule does when it is due.
import type { EventBridgeEvent, SQSEvent, SQSRecord } from "aws-lambda";
import {
  consumers,
  type ScheduleHandler,
  type ServiceSchedule,
  type Subscription,
} from "../functions/subscriptions.ts";
import { type Doorbell, doorbell, laneGroup } from "../platform/types/lanes.ts";
import { tickOf } from "../platform/types/schedules.ts";
import { type BusConsumer, eventOf } from "./bus.ts";
import { createQueue, type Queue } from "./queue.ts";
import type { LocalSchedule } from "./scheduler.ts";
import type { Store } from "./store.ts";

/** Loads every function that is wired, so that a missing file ends the start and not somebody's first request. */
export async function loadConsumers(): Promise<void> {
  await Promise.all(consumers().map(({ load }) => load()));
}

/** How often Lambda's own queue tries a function. */
const ATTEMPTS = 3;
/** Lambda waits this long before the second try, and twice as long before the third. */
const RETRY_SECONDS = 60;

export interface BusWiring {
  /** By type of event, in the order in which they are called. */
  consumers: Record<string, BusConsumer[]>;
  /** The queues of consumers that are slow, by entry. They are to be started. */
  queues: Map<string, Queue>;
}

/** The consumers of each type of event. */
export function wireBus(
  subscriptions: Record<string, Subscription[]>,
  options: { store: Store; report: (problem: string) => void },
): BusWiring {
  const queues = new Map<string, Queue>();
  const consumerOf = (type: string, subscription: Subscription): BusConsumer => {
    const call = callOf(subscription);
    if (!subscription.isSlow) return call;
    const queue = callQueue(type, subscription, options);
    queues.set(subscription.entry, queue);
    // In no order: each event is a group of its own.
    return ({ id, detail }: EventBridgeEvent<string, unknown>) => queue.send(id, JSON.stringify(detail), id);
  };
  const wired = Object.entries(subscriptions).map(([type, each]) => [
    type,
    each.map((subscription) => consumerOf(type, subscription)),
  ]);
  return { consumers: Object.fromEntries(wired), queues };
}

const callOf =
  ({ load }: Subscription): BusConsumer =>
  async (event) =>
    void (await (await load()).handler(event as never));

/** The queue that Lambda keeps of calls that nobody waits for, which loses none when the process ends. */
function callQueue(
  type: string,
  subscription: Subscription,
  { store, report }: { store: Store; report: (problem: string) => void },
): Queue {
  const call = callOf(subscription);
  const queue = createQueue({
    store,
    name: subscription.entry,
    visibilitySeconds: RETRY_SECONDS,
    maxReceives: ATTEMPTS,
    async handler({ Records }: SQSEvent) {
      for (const record of Records) {
        try {
          await call(eventOf(type, JSON.parse(record.body), record.attributes.MessageDeduplicationId));
        } catch (error) {
          await queue.changeVisibility(record.receiptHandle, RETRY_SECONDS * attemptOf(record));
          throw error;
        }
      }
    },
    onDeadLetter: ({ body }) => report(`${subscription.entry} gave up on ${type} ${body}`),
  });
  return queue;
}

const attemptOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

/** What each schedule does when it is due, by its kind. `ring` rings a lane's doorbell, once per id. */
export function wireSchedules(
  kinds: Record<string, ScheduleHandler | ServiceSchedule>,
  ring: (doorbell: Doorbell, dedupId: string) => Promise<void>,
): (schedule: LocalSchedule, scheduledAt: Date) => Promise<void> {
  return async ({ target }, scheduledAt) => {
    const handler = kinds[target.kind];
    if (!handler) throw new Error(`There is no kind of schedule ${target.kind}.`);
    const tick = tickOf(target, scheduledAt.toISOString());
    if ("queue" in handler) {
      const lane = doorbell.parse(tick);
      // The tenant is in the id: two workspaces' lanes may be due at the same second.
      return ring(lane, `${laneGroup(lane)}-${tick.scheduledAt}`);
    }
    const { handler: call } = await handler.load();
    await call(tick as never);
  };
}
