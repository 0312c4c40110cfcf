// The two readers of the table's change stream, and which changes each is given.
import type { DynamoDBRecord } from "aws-lambda";

interface ChangeFilter {
  eventName?: DynamoDBRecord["eventName"];
  /** The key attribute that decides, and what its value begins with. */
  key: "pk" | "sk";
  prefix: string;
}

export const readers = {
  /** Everything that belongs to a tenant: events/table.ts turns it into events. */
  events: { key: "pk", prefix: "T#" },
  /** A notification that waits in a lane: its insert rings the lane's doorbell. */
  doorbells: { eventName: "INSERT", key: "sk", prefix: "LANE#" },
} as const satisfies Record<string, ChangeFilter>;

/** The filter as Lambda's event source mappings and EventBridge Pipes take it. */
export const patternOf = ({ eventName, key, prefix }: ChangeFilter) => ({
  ...(eventName ? { eventName: [eventName] } : {}),
  dynamodb: { Keys: { [key]: { S: [{ prefix }] } } },
});

/** Whether the filter lets the change through. */
export const isPassed = ({ eventName, key, prefix }: ChangeFilter, change: DynamoDBRecord): boolean =>
  (!eventName || change.eventName === eventName) &&
  (change.dynamodb?.Keys?.[key]?.S?.startsWith(prefix) ?? false);
