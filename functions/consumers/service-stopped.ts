// A squadhub's task has stopped by itself: a run that waits for it fails at once.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { type ServiceStopped, serviceStopped } from "../../events/workflows.ts";

export async function handler(event: EventBridgeEvent<"service.stopped", ServiceStopped>): Promise<void> {
  const { tenantId, reason } = serviceStopped.parse(event.detail);
  await as({ type: "system", tenantId }, () => Squadhub.reportStopped(reason));
}
