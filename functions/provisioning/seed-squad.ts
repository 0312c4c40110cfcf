// The squad’s profiles and routines. The routines’ own change events create their schedules.
import { schedules } from "#platform";
import * as Agent from "../../core/agent/index.ts";
import * as Routine from "../../core/routine/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    const { agents } = await Squadhub.squadOf();
    await Agent.seed(agents);
    // They run in the gateway that has just reported ready.
    await Agent.markAllSeen();
    await Routine.seed();
  },
  async undo({ tenantId }) {
    await Tenant.erase(Tenant.SEED_PREFIXES);
    await schedules.deleteGroup(tenantId);
  },
});
