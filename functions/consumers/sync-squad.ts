// The squad, or what its files repeat, has changed, or its gateway has started: the gateway follows.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import { find as findSquadhub } from "../../core/squadhub/entity.ts";
import { GatewayError } from "../../core/squadhub/errors.ts";
import { configure, pushFiles } from "../../core/squadhub/push.ts";
import { type SquadState, squadOf } from "../../core/squadhub/spec.ts";
import { find as findTenant } from "../../core/tenant/entity.ts";
import { VisibleError } from "../../core/util/error.ts";
import { type Detail, detailOf } from "../../events/table.ts";

const MAX_ROUNDS = 5;

export async function handler(
  event: EventBridgeEvent<"squad.changed", Detail<"squad.changed">>,
): Promise<void> {
  const { tenantId } = detailOf("squad.changed", event.detail);
  await as({ type: "system", tenantId }, () => follow(tenantId));
}

/**
 * Events come in any order and at the same time: what was pushed is compared with what is true afterwards, so that the
 * last to push has pushed the truth.
 */
async function follow(tenantId: string): Promise<void> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const tenant = await findTenant(tenantId);
    // Provisioning pushes by steps of its own; what sleeps or is away catches up when it reports ready.
    if (tenant?.status !== "active" && tenant?.status !== "starting") return;
    if (!(await findSquadhub())?.readyAt) return;
    const state = await squadOf();
    try {
      await configure(state);
      await pushFiles(state, { ofSquad: true });
    } catch (error) {
      // It was stopped meanwhile.
      if (error instanceof GatewayError && !(await findSquadhub())?.readyAt) return;
      // The workspace is being taken down.
      if (error instanceof VisibleError && error.code === "not_found") return;
      throw error;
    }
    if (isSame(state, await squadOf())) return;
  }
  throw new Error("The squad changes faster than its gateway can follow.");
}

const isSame = (a: SquadState, b: SquadState) => JSON.stringify(a) === JSON.stringify(b);
