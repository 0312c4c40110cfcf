// A doorbell rang: drain that lane.
import { Logger } from "@aws-lambda-powertools/logger";
import type { SQSEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import { drain } from "../../core/delivery/drain.ts";
import * as Lane from "../../core/delivery/lane.ts";
import { doorbell } from "./doorbell.ts";

const logger = new Logger({ serviceName: "delivery" });

/** One of a lane at a time: its doorbells are one ordering group. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    const { tenantId, agentId, clearBackoff: isOver } = doorbell.parse(JSON.parse(body));
    await as({ type: "system", tenantId }, async () => {
      if (isOver) await Lane.clearBackoff(agentId);
      const { undeliverable } = await drain(agentId);
      // Counted and alarmed by this message: infra/stacks/alarms.ts.
      for (const each of undeliverable)
        logger.error("notification undeliverable", { tenantId, agentId, ...each });
    });
  }
}
