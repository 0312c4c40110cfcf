// The squad, or what its files contain, has changed, or its gateway has started: pushes the squad to the gateway.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import type { SquadState } from "../../core/squadhub/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import { type Detail, detailOf } from "../../events/table.ts";

const MAX_ROUNDS = 5;

export async function handler(
  event: EventBridgeEvent<"squad.changed", Detail<"squad.changed">>,
): Promise<void> {
  const { tenantId } = detailOf("squad.changed", event.detail);
  await as({ type: "system", tenantId }, () => pushSquad(tenantId));
}

/**
 * Events come in any order and at the same time. So each push is compared with the table afterwards, and whoever pushes
 * last has pushed what the table holds.
 */
async function pushSquad(tenantId: string): Promise<void> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const tenant = await Tenant.find(tenantId);
    // Provisioning pushes in steps of its own. A gateway that sleeps or is away catches up when it reports ready.
    if (tenant?.status !== "active" && tenant?.status !== "starting") return;
    if (!(await Squadhub.find())?.readyAt) return;
    const state = await Squadhub.squadOf();
    try {
      await Squadhub.configure(state);
      await Squadhub.pushFiles(state, { ofSquad: true });
    } catch (error) {
      // The gateway was stopped meanwhile.
      if (error instanceof Squadhub.GatewayError && !(await Squadhub.find())?.readyAt) return;
      // The workspace is being taken down.
      if (error instanceof VisibleError && error.code === "not_found") return;
      throw error;
    }
    if (isSame(state, await Squadhub.squadOf())) return;
  }
  throw new Error("The squad changes faster than its gateway can follow.");
}

const isSame = (a: SquadState, b: SquadState) => JSON.stringify(a) === JSON.stringify(b);
