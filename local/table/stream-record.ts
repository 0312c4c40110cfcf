// The record of one change, as DynamoDB Streams has it.
import { randomUUID } from "node:crypto";
import type { DynamoDBRecord, AttributeValue as RecordValue } from "aws-lambda";
import type { Item } from "./dynalite.ts";
import type { StreamSettings } from "./settings.ts";
import type { ItemChange } from "./staged-writes.ts";

export interface RecordInput {
  change: ItemChange;
  /** The names of the table's key attributes. */
  keys: string[];
  stream: StreamSettings;
  region: string;
  sequence: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** Set when the service itself made the change. */
  userIdentity?: DynamoDBRecord["userIdentity"];
}

export function toRecord({ change, keys, stream, region, sequence, at, ...by }: RecordInput): DynamoDBRecord {
  const { viewType, arn } = stream;
  const image = (change.new ?? change.old)!;
  return {
    eventID: randomUUID().replaceAll("-", ""),
    eventName: !change.old ? "INSERT" : !change.new ? "REMOVE" : "MODIFY",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    eventSourceARN: arn,
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: toImage(Object.fromEntries(keys.map((name) => [name, image[name]!]))),
      ...(change.new && viewType.includes("NEW") && { NewImage: toImage(change.new) }),
      ...(change.old && viewType.includes("OLD") && { OldImage: toImage(change.old) }),
      SequenceNumber: formatSequence(sequence),
      SizeBytes: Buffer.byteLength(JSON.stringify([change.old, change.new])),
      StreamViewType: viewType as "NEW_AND_OLD_IMAGES",
    },
    ...(by.userIdentity && { userIdentity: by.userIdentity }),
  };
}

/** Sequence numbers in the order of their strings. */
export function formatSequence(sequence: number): string {
  return String(sequence).padStart(21, "0");
}

export const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb!.SequenceNumber!;

/** Whether a write has changed its item: one that has not gets no record, as on AWS. */
export function hasChanged(change: ItemChange): boolean {
  if (!change.old && !change.new) return false;
  return canonical(change.old) !== canonical(change.new);
}

/** Compares items by what is stored: those that dynalite has updated have no prototype, and another order of fields. */
function canonical(item: Item | undefined): string | undefined {
  return JSON.stringify(item, (_name, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const toImage = (item: Item) => item as Record<string, RecordValue>;
