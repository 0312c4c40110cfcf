// The squad's profiles and routines. The routines' own change events make their schedules.
import { schedules } from "#platform";
import { allSeen, seed as seedAgents } from "../../core/agent/entity.ts";
import { seed as seedRoutines } from "../../core/routine/firing.ts";
import { squadOf } from "../../core/squadhub/spec.ts";
import { erase, SEEDS } from "../../core/tenant/erase.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    const { agents } = await squadOf();
    await seedAgents(
      agents.map(({ id, name, role, emoji, heartbeatMinutes }, position) => ({
        agentId: id,
        name,
        role,
        emoji,
        position,
        heartbeatMinutes: [...heartbeatMinutes],
      })),
    );
    // They live in the gateway that has just reported ready.
    await allSeen();
    await seedRoutines();
  },
  async undo({ tenantId }) {
    await erase(SEEDS);
    await schedules.deleteGroup(tenantId);
  },
});
