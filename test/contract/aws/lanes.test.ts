// Doorbells on SQS: how they are sent, delayed and retried, and what becomes of those that were given up.
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lanes } from "../../../platform/aws/lanes.ts";
import { account, region, useSettings } from "./settings.ts";

const sqs = mockClient(SQSClient);
beforeEach(() => useSettings(["lanes"]));
afterEach(() => {
  sqs.reset();
  vi.unstubAllEnvs();
});

const inky = { tenantId: "ten_1", agentId: "inky" };
const urlOf = (name: string) => `https://sqs.${region}.amazonaws.com/${account}/clawe-dev-${name}`;
const sent = () => sqs.commandCalls(SendMessageCommand)[0]?.args[0].input;

it("rings in the lane's own group, once per id", async () => {
  await lanes.ring(inky, "boot-inky");
  expect(sent()).toMatchObject({
    MessageBody: '{"tenantId":"ten_1","agentId":"inky"}',
    MessageGroupId: "ten_1:inky",
    MessageDeduplicationId: "boot-inky",
  });
});

it("passes on that the lane's back-off is over", async () => {
  await lanes.ring({ ...inky, clearBackoff: true }, "boot-inky");
  expect(sent()?.MessageBody).toBe('{"tenantId":"ten_1","agentId":"inky","clearBackoff":true}');
});

it("rings later by way of a queue that holds up no lane", async () => {
  await lanes.ringLater(inky, 15);
  expect(sent()).toEqual({
    QueueUrl: urlOf("lanes-delayed"),
    MessageBody: '{"tenantId":"ten_1","agentId":"inky"}',
    DelaySeconds: 15,
  });
});

it("brings a doorbell that failed back after the time given", async () => {
  await lanes.retryAfter("receipt", 30);
  expect(sqs.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
    QueueUrl: urlOf("lanes.fifo"),
    ReceiptHandle: "receipt",
    VisibilityTimeout: 30,
  });
});

it("lists each doorbell that was given up once, the oldest first", async () => {
  const message = (id: string, at: number) => ({
    MessageId: id,
    Body: '{"tenantId":"ten_1","agentId":"inky"}',
    Attributes: { SentTimestamp: String(at), ApproximateReceiveCount: "11" },
  });
  sqs
    .on(ReceiveMessageCommand)
    .resolvesOnce({ Messages: [message("b", 2000), message("a", 1000)] })
    .resolvesOnce({ Messages: [message("a", 1000)] })
    .resolves({ Messages: [] });
  expect(await lanes.deadLetters()).toEqual([
    { id: "a", lane: inky, sentAt: "1970-01-01T00:00:01.000Z", receives: 11 },
    { id: "b", lane: inky, sentAt: "1970-01-01T00:00:02.000Z", receives: 11 },
  ]);
});

it("re-drives the doorbells that were given up, if there are any", async () => {
  const answer = (count: number) => ({
    Attributes: { QueueArn: "arn:dead", ApproximateNumberOfMessages: String(count) },
  });
  sqs.on(GetQueueAttributesCommand).resolvesOnce(answer(0)).resolves(answer(3));
  expect(await lanes.redrive()).toBe(0);
  expect(sqs.commandCalls(StartMessageMoveTaskCommand)).toHaveLength(0);
  expect(await lanes.redrive()).toBe(3);
  expect(sqs.commandCalls(StartMessageMoveTaskCommand)[0]?.args[0].input).toEqual({ SourceArn: "arn:dead" });
});
