// A doorbell rang: drain that lane.
import type { SQSEvent } from "aws-lambda";
import { as } from "../../core/actor.ts";
import { drain, startAfresh } from "../../core/notification/lane.ts";
import { doorbell } from "./doorbell.ts";

/** One of a lane at a time: its doorbells are one ordering group. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    const { tenantId, agentId, afresh } = doorbell.parse(JSON.parse(body));
    await as({ type: "system", tenantId }, async () => {
      if (afresh) await startAfresh(agentId);
      await drain(agentId);
    });
  }
}
