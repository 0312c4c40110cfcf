// Events that happen outside the table: executions that end (Step Functions), services that stop (ECS). Each is accepted
// in our own form and in AWS's: EventBridge cannot look into a string, and AWS hides the tenant in one in both cases.
import * as z from "zod";

const run = z.object({ tenantId: z.string(), runId: z.string() });
const execution = z.object({
  name: z.string(),
  status: z.enum(["SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"]),
});

/** `name` is the execution's, made from the run's id. */
export const executionEnded = z.union([
  execution.extend(run.shape),
  // Step Functions' "Execution Status Change": `input` is the execution's, as JSON.
  execution
    .extend({ input: z.string() })
    .transform(({ input, ...ended }) => ({ ...ended, ...run.parse(JSON.parse(input)) })),
]);
export type ExecutionEnded = z.input<typeof executionEnded>;

export const serviceStopped = z.union([
  z.object({ tenantId: z.string(), reason: z.string(), exitCode: z.int().optional() }),
  // ECS's "Task State Change": a task's group is its service, whose name ends in the tenant's id.
  z
    .object({
      group: z.templateLiteral(["service:squadhub-", z.string().min(1)]),
      stoppedReason: z.string().default("The task has stopped."),
      containers: z.array(z.object({ exitCode: z.int().optional() })).default([]),
    })
    .transform(({ group, stoppedReason, containers }) => ({
      tenantId: group.slice("service:squadhub-".length),
      reason: stoppedReason,
      exitCode: containers.find(({ exitCode }) => exitCode !== undefined)?.exitCode,
    })),
]);
export type ServiceStopped = z.input<typeof serviceStopped>;
