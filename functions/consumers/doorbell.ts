// A lane's doorbell, as queues carry it.
import * as z from "zod";

export const doorbell = z.object({
  tenantId: z.string(),
  agentId: z.string(),
  clearBackoff: z.boolean().optional(),
});
