// Doorbells of lanes: an SQS FIFO queue with one message group per lane, and a plain queue for those that ring later.
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { type DeadLetter, type Lanes, laneGroup, laneRef } from "../types/lanes.ts";
import { quick } from "./client.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SQSClient(quick));

/** ReceiveMessage returns no more. */
const BATCH = 10;
/** How many batches of dead letters are read. A letter that was read is hidden from the next reads for these seconds. */
const READS = 5;
const HIDDEN_SECONDS = 5;

export const lanes: Lanes = {
  async ring({ tenantId, agentId, clearBackoff }, dedupId) {
    await client().send(
      new SendMessageCommand({
        QueueUrl: setting("CLAWE_LANE_QUEUE_URL"),
        MessageBody: JSON.stringify({ tenantId, agentId, clearBackoff }),
        MessageGroupId: laneGroup({ tenantId, agentId }),
        MessageDeduplicationId: dedupId,
      }),
    );
  },
  async ringLater({ tenantId, agentId }, seconds) {
    await client().send(
      new SendMessageCommand({
        QueueUrl: setting("CLAWE_LANE_DELAY_QUEUE_URL"),
        MessageBody: JSON.stringify({ tenantId, agentId }),
        DelaySeconds: seconds,
      }),
    );
  },
  async retryAfter(receiptHandle, seconds) {
    await client().send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: setting("CLAWE_LANE_QUEUE_URL"),
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  },
  async deadLetters() {
    const found = new Map<string, DeadLetter>();
    for (let read = 0; read < READS; read++) {
      const { Messages = [] } = await client().send(
        new ReceiveMessageCommand({
          QueueUrl: setting("CLAWE_LANE_DEAD_LETTERS_URL"),
          MaxNumberOfMessages: BATCH,
          VisibilityTimeout: HIDDEN_SECONDS,
          MessageSystemAttributeNames: ["SentTimestamp", "ApproximateReceiveCount"],
        }),
      );
      if (Messages.length === 0) break;
      for (const letter of Messages.map(deadLetterOf)) found.set(letter.id, letter);
    }
    return [...found.values()].toSorted((a, b) => a.sentAt.localeCompare(b.sentAt));
  },
  async redrive() {
    const { Attributes } = await client().send(
      new GetQueueAttributesCommand({
        QueueUrl: setting("CLAWE_LANE_DEAD_LETTERS_URL"),
        AttributeNames: ["QueueArn", "ApproximateNumberOfMessages"],
      }),
    );
    const waiting = Number(Attributes?.ApproximateNumberOfMessages);
    if (waiting > 0)
      await client().send(new StartMessageMoveTaskCommand({ SourceArn: Attributes?.QueueArn }));
    return waiting;
  },
};

function deadLetterOf({ MessageId = "", Body = "", Attributes }: Message): DeadLetter {
  return {
    id: MessageId,
    lane: laneRef.parse(JSON.parse(Body)),
    sentAt: new Date(Number(Attributes?.SentTimestamp)).toISOString(),
    receives: Number(Attributes?.ApproximateReceiveCount),
  };
}
