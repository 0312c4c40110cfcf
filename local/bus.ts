// The event bus in one process: each event goes to its consumers before `publish` returns, so that a stream batch
// counts as read only when everything it caused has been accepted.
import type { EventBridgeEvent } from "aws-lambda";
import type { Bus } from "../platform/types/bus.ts";

export type BusConsumer = (event: EventBridgeEvent<string, never>) => Promise<void>;

export function createBus(consumers: Record<string, BusConsumer[]>): Bus {
  return {
    async publish(events) {
      for (const { id, type, detail } of events)
        for (const consume of consumers[type] ?? []) await consume(eventOf(type, detail, id));
    },
  };
}

/** An event as EventBridge hands it to a function. */
export function eventOf(type: string, detail: unknown, id: string = crypto.randomUUID()) {
  return {
    id,
    version: "0",
    account: "local",
    region: "local",
    time: new Date().toISOString(),
    resources: [],
    source: "clawe",
    "detail-type": type,
    detail,
  } as never;
}
