// Executions of the state machines for operators: the states of each, without tokens.
import * as z from "zod";
import { executions } from "#platform";
import type { Execution, ExecutionHistory } from "../../platform/types/workflows.ts";
import { decodeCursor, encodeCursor, type Page, pageQuery } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { workflowName } from "../workflow/definitions.ts";
import { machineShape, toMachineShape } from "./machine.ts";
import { redactSecrets } from "./secrets.ts";

export const execution = z
  .object({
    workflow: workflowName,
    name: z.string().describe("The run's id; the clean-up after an aborted run has another name"),
    status: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"]),
    tenantId: z.string().optional(),
    runId: z.string().optional(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Execution" });
type ExecutionSummary = z.output<typeof execution>;

const stateVisit = z.object({
  state: z.string(),
  type: z.string(),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  enteredAt: z.iso.datetime(),
  exitedAt: z.iso
    .datetime()
    .optional()
    .describe("Absent for the current state, and for the state in which the execution ended"),
  retries: z.int().describe("Attempts after the first"),
  errors: z.array(z.object({ error: z.string(), cause: z.string(), at: z.iso.datetime() })),
});

export const executionDetails = execution
  .extend({
    input: z.unknown(),
    output: z.unknown().optional(),
    error: z.string().optional(),
    cause: z.string().optional(),
    visits: z.array(stateVisit).describe("The states, in the order in which they were entered"),
    machine: machineShape.describe("The state machine at the time of the execution"),
  })
  .meta({ id: "ExecutionDetails" });

const MAX_LIMIT = 25;
export const executionsQuery = z.strictObject({
  workflow: workflowName.optional().describe("All workflows when absent"),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_LIMIT)
    .default(MAX_LIMIT)
    .describe(`Items per page, at most ${MAX_LIMIT}`),
  cursor: pageQuery.shape.cursor,
});

/** Executions that the engine still has, newest first. Throws `invalid` for a cursor of another list. */
export const list = fn(
  executionsQuery,
  async ({ workflow, limit, cursor }): Promise<Page<ExecutionSummary>> => {
    const workflows = workflow ? [workflow] : workflowName.options;
    const listed = await executions.list(workflows, { limit: limit + 1, before: decodePlace(cursor) });
    const items = listed.slice(0, limit).map(toSummary);
    const { startedAt, name } = items.at(-1) ?? {};
    return { items, cursor: listed.length > limit ? encodeCursor({ startedAt, name }) : undefined };
  },
);

const place = z.strictObject({ startedAt: z.iso.datetime(), name: z.string() });
const decodePlace = (cursor: string | undefined) =>
  cursor === undefined ? undefined : decodeCursor(cursor, place);

export const executionKey = z.object({
  workflow: workflowName,
  name: z
    .string()
    .regex(/^[\w-]{1,80}$/, "must be an execution's name")
    .describe("The `name` in the list of executions"),
});

/** One execution with its states. Throws `not_found`, also when the engine no longer has it. */
export const get = fn(
  executionKey,
  async ({ workflow, name }): Promise<z.output<typeof executionDetails>> => {
    const history = await executions.find(workflow, name);
    if (!history) throw notFound("execution");
    const { input, output, error, cause, visits } = history;
    return {
      ...toSummary(history),
      ...(redactSecrets({ input, output, error, cause, visits }) as Pick<
        ExecutionHistory,
        "input" | "output" | "error" | "cause" | "visits"
      >),
      machine: toMachineShape(history.definition),
    };
  },
);

function toSummary({ workflow, name, status, input, startedAt, endedAt }: Execution): ExecutionSummary {
  const { tenantId, runId } = input as { tenantId?: string; runId?: string };
  return { workflow, name, status, tenantId, runId, startedAt, endedAt };
}
