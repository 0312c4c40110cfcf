// The time of a lane's next try has come: rings its doorbell.
import type { SQSEvent } from "aws-lambda";
import { lanes } from "#platform";
import { laneRef } from "../../platform/types/lanes.ts";

export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { messageId, body } of Records) await lanes.ring(laneRef.parse(JSON.parse(body)), messageId);
}
