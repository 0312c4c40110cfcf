// Limits of plans and rates, raised for tests that are about something else.
import { planId, plans } from "../../core/plan/index.ts";
import * as Rate from "../../core/rate/index.ts";

/** Raises every limit beyond what a test reaches. Returns the function that restores the limits as they were. */
export function liftLimits(): () => void {
  const before = structuredClone({ plans, outside: Rate.limitsOutsidePlans });
  for (const plan of Object.values(plans))
    Object.assign(plan, {
      requestsPerMinute: 1_000_000,
      workspaces: 1_000,
      members: 1_000,
      agents: 1_000,
      messagesPerHour: 1_000_000,
    });
  Object.assign(Rate.limitsOutsidePlans, { user: 1_000_000, address: 1_000_000 });
  return () => {
    for (const id of planId.options) Object.assign(plans[id], before.plans[id]);
    Object.assign(Rate.limitsOutsidePlans, before.outside);
  };
}
