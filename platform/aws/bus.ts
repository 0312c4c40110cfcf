// The event bus: EventBridge.
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import type { Bus } from "../types/bus.ts";
import { quick } from "./client.ts";
import { once, setting } from "./settings.ts";

/** PutEvents takes no more. */
const BATCH = 10;
/** PutEvents can fail for some entries only, which the SDK does not retry. */
const ATTEMPTS = 3;

const client = once(() => new EventBridgeClient(quick));

export const bus: Bus = {
  async publish(events) {
    const entries = events.map(({ id, type, detail }) => ({
      EventBusName: setting("CLAWE_BUS"),
      Source: "clawe",
      DetailType: type,
      Detail: JSON.stringify(detail),
      Resources: [id],
    }));
    for (let at = 0; at < entries.length; at += BATCH) await put(entries.slice(at, at + BATCH));
  },
};

async function put(entries: PutEventsRequestEntry[]): Promise<void> {
  let left = entries;
  let reason = "";
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { Entries = [] } = await client().send(new PutEventsCommand({ Entries: left }));
    reason = Entries.find(({ ErrorCode }) => ErrorCode)?.ErrorCode ?? "";
    left = left.filter((_, index) => Entries[index]?.ErrorCode);
    if (left.length === 0) return;
    if (attempt < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
  }
  throw new Error(`${left.length} of ${entries.length} events were not accepted by the bus: ${reason}`);
}
