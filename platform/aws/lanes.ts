// Doorbells of lanes: an SQS FIFO queue, one message group a lane, and a plain queue for those that are to ring later.
import {
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { DeadLetter, Lanes } from "../types/lanes.ts";
import { quick } from "./client.ts";
import { groupOf } from "./lane-group.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SQSClient(quick));

/** ReceiveMessage gives no more. */
const BATCH = 10;
/** How often it is asked: what it has given it does not give again within these seconds. */
const LOOKS = 5;
const LOOK_SECONDS = 5;

const doorbell = z.object({ tenantId: z.string(), agentId: z.string() });

export const lanes: Lanes = {
  async ring({ tenantId, agentId, clearBackoff }, dedupId) {
    await client().send(
      new SendMessageCommand({
        QueueUrl: setting("CLAWE_LANE_QUEUE_URL"),
        MessageBody: JSON.stringify({ tenantId, agentId, clearBackoff }),
        MessageGroupId: groupOf({ tenantId, agentId }),
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
  async deadLetters() {
    const found = new Map<string, DeadLetter>();
    for (let look = 0; look < LOOKS; look++) {
      const { Messages = [] } = await client().send(
        new ReceiveMessageCommand({
          QueueUrl: setting("CLAWE_LANE_DEAD_LETTERS_URL"),
          MaxNumberOfMessages: BATCH,
          VisibilityTimeout: LOOK_SECONDS,
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
    lane: doorbell.parse(JSON.parse(Body)),
    sentAt: new Date(Number(Attributes?.SentTimestamp)).toISOString(),
    receives: Number(Attributes?.ApproximateReceiveCount),
  };
}
