// Publishes the changes of the table's stream as events.
import type { DynamoDBStreamEvent } from "aws-lambda";
import { bus } from "#platform";
import { eventsOf } from "../../events/table.ts";

export async function handler({ Records }: DynamoDBStreamEvent): Promise<void> {
  const events = eventsOf(Records);
  if (events.length > 0) await bus.publish(events);
}
