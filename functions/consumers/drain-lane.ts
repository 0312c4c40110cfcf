// A lane's doorbell rang: drains the lane.
import { Logger } from "@aws-lambda-powertools/logger";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import { lanes } from "#platform";
import { as } from "../../core/actor/index.ts";
import { drain } from "../../core/delivery/drain.ts";
import * as Lane from "../../core/delivery/lane.ts";
import { doorbell } from "../../platform/types/lanes.ts";

const logger = new Logger({ serviceName: "delivery" });

/** A drain that throws is tried again after these seconds, then after twice as long each time up to the longest wait. */
const RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 600;

/** Only one doorbell of a lane is handled at a time: a lane's doorbells are one ordering group. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const record of Records) {
    try {
      await drainLane(record);
    } catch (error) {
      await retrySoon(record);
      throw error;
    }
  }
}

async function drainLane({ body }: SQSRecord): Promise<void> {
  const { tenantId, agentId, clearBackoff } = doorbell.parse(JSON.parse(body));
  await as({ type: "system", tenantId }, async () => {
    if (clearBackoff) await Lane.clearBackoff(agentId);
    const { undeliverable } = await drain(agentId);
    // infra/stacks/alarms.ts counts this message and raises an alarm.
    for (const each of undeliverable)
      logger.error("notification undeliverable", { tenantId, agentId, ...each });
  });
}

/** A doorbell blocks its lane until it comes back. The queue alone would bring it back after many minutes. */
async function retrySoon({ receiptHandle, attributes }: SQSRecord): Promise<void> {
  const failed = Number(attributes.ApproximateReceiveCount);
  const seconds = Math.min(RETRY_SECONDS * 2 ** (failed - 1), LONGEST_RETRY_SECONDS);
  try {
    await lanes.retryAfter(receiptHandle, seconds);
  } catch (error) {
    logger.error("the doorbell will only come back after the queue's visibility timeout", error as Error);
  }
}
