// A message of a queue, and the record that Lambda hands to a handler for it.
import type { SQSRecord } from "aws-lambda";

export interface QueueMessage {
  id: string;
  group: string;
  body: string;
  dedupId: string;
  /** Milliseconds since the epoch, as is `visibleAt`. */
  sentAt: number;
  visibleAt: number;
  receiveCount: number;
  /** Set while the message is in flight. */
  receiptHandle?: string;
}

/** A message with its key in the store. Keys are in the order of sending. */
export interface Entry {
  key: string;
  message: QueueMessage;
}

export function toRecord(queue: string, message: QueueMessage): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle!,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.sentAt),
      SentTimestamp: String(message.sentAt),
      SenderId: "local",
      MessageGroupId: message.group,
      MessageDeduplicationId: message.dedupId,
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: "local",
  };
}
