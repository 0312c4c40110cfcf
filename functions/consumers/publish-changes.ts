// Reads the change stream and puts what it says onto the bus.
import type { DynamoDBStreamEvent } from "aws-lambda";
import { bus } from "#platform";
import { eventsOf } from "../../events/table.ts";

export async function handler({ Records }: DynamoDBStreamEvent): Promise<void> {
  const events = eventsOf(Records);
  if (events.length > 0) await bus.publish(events);
}
