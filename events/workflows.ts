// What happens outside the table: executions that end (Step Functions), services that stop (ECS).
import * as z from "zod";

/** Consumed by functions/provisioning/end-run. `name` is the execution's, made from the run's id. */
export const executionEnded = z.object({
  name: z.string(),
  tenantId: z.string(),
  runId: z.string(),
  status: z.enum(["SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"]),
});
export type ExecutionEnded = z.output<typeof executionEnded>;

/** Consumed by functions/provisioning/service-stopped. */
export const serviceStopped = z.object({
  tenantId: z.string(),
  reason: z.string(),
  exitCode: z.int().optional(),
});
export type ServiceStopped = z.output<typeof serviceStopped>;
