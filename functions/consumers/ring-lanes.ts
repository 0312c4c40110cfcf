// The squadhub is up, or will not come up: rings every lane of its squad.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Doorbell from "../../core/delivery/doorbell.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler({
  id,
  detail,
}: EventBridgeEvent<"squadhub.settled", Detail<"squadhub.settled">>): Promise<void> {
  const { tenantId, ring } = detailOf("squadhub.settled", detail);
  if (ring) await as({ type: "system", tenantId }, () => Doorbell.ringAll(id, ring));
}
