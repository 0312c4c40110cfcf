// The time of a lane's next try has come: ring it.
import type { SQSEvent } from "aws-lambda";
import { lanes } from "#platform";
import { doorbell } from "./doorbell.ts";

export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { messageId, body } of Records) {
    const { tenantId, agentId } = doorbell.parse(JSON.parse(body));
    await lanes.ring({ tenantId, agentId }, messageId);
  }
}
