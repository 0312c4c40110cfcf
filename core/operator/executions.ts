// Executions of the state machines as operators see them: the way each took, without the tokens that passed through.
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
    name: z.string().describe("The run's id; what cleans up after an aborted one has a name of its own"),
    status: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"]),
    tenantId: z.string().optional(),
    runId: z.string().optional(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Execution" });
type Shown = z.output<typeof execution>;

const stateVisit = z.object({
  state: z.string(),
  type: z.string(),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  enteredAt: z.iso.datetime(),
  exitedAt: z.iso.datetime().optional().describe("Absent while it is there, and where the execution ended"),
  retries: z.int().describe("Tries after the first"),
  errors: z.array(z.object({ error: z.string(), cause: z.string(), at: z.iso.datetime() })),
});

export const executionDetails = execution
  .extend({
    input: z.unknown(),
    output: z.unknown().optional(),
    error: z.string().optional(),
    cause: z.string().optional(),
    visits: z.array(stateVisit).describe("Every state it was in, in the order of entering"),
    machine: machineShape.describe("The state machine as it was for this execution"),
  })
  .meta({ id: "ExecutionDetails" });

const LIMIT = 25;
export const executionsQuery = z.strictObject({
  workflow: workflowName.optional().describe("Absent: of all workflows together"),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMIT)
    .default(LIMIT)
    .describe(`Items on a page, ${LIMIT} at most`),
  cursor: pageQuery.shape.cursor,
});

/** Newest first, as far back as the engine keeps them. Throws `invalid` for a cursor that is not one of this list. */
export const list = fn(executionsQuery, async ({ workflow, limit, cursor }): Promise<Page<Shown>> => {
  const workflows = workflow ? [workflow] : workflowName.options;
  const found = await executions.list(workflows, { limit: limit + 1, before: placeIn(cursor) });
  const items = found.slice(0, limit).map(shown);
  const { startedAt, name } = items.at(-1) ?? {};
  return { items, cursor: found.length > limit ? encodeCursor({ startedAt, name }) : undefined };
});

const place = z.strictObject({ startedAt: z.iso.datetime(), name: z.string() });
const placeIn = (cursor: string | undefined) =>
  cursor === undefined ? undefined : decodeCursor(cursor, place);

export const executionKey = z.object({
  workflow: workflowName,
  name: z
    .string()
    .regex(/^[\w-]{1,80}$/, "must be an execution's name")
    .describe("As the list says it"),
});

/** One with every state it was in. Throws `not_found`, also for one so old that the engine has forgotten it. */
export const get = fn(
  executionKey,
  async ({ workflow, name }): Promise<z.output<typeof executionDetails>> => {
    const found = await executions.find(workflow, name);
    if (!found) throw notFound("execution");
    const { input, output, error, cause, visits } = found;
    return {
      ...shown(found),
      ...(redactSecrets({ input, output, error, cause, visits }) as Pick<
        ExecutionHistory,
        "input" | "output" | "error" | "cause" | "visits"
      >),
      machine: toMachineShape(found.definition),
    };
  },
);

function shown({ workflow, name, status, input, startedAt, endedAt }: Execution): Shown {
  const { tenantId, runId } = input as { tenantId?: string; runId?: string };
  return { workflow, name, status, tenantId, runId, startedAt, endedAt };
}
