// A doorbell rang: drain that lane.
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import * as z from "zod";
import { lanes } from "#platform";
import { as } from "../../core/actor.ts";
import { drain } from "../../core/notification/lane.ts";

const doorbell = z.object({ tenantId: z.string(), agentId: z.string() });

/** Doorbells of lanes to try again stay in the queue and come back when the lane says. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
  for (const { messageId, receiptHandle, body } of Records) {
    const { tenantId, agentId } = doorbell.parse(JSON.parse(body));
    const outcome = await as({ type: "system", tenantId }, () => drain(agentId));
    if (outcome.state !== "retry") continue;
    await lanes.retryIn(receiptHandle, outcome.seconds);
    batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
}
