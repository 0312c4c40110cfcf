// Runs: one execution of a workflow for a tenant, as its customer and its operators see it.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean } from "dynamodb-toolbox/schema/boolean";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { record } from "dynamodb-toolbox/schema/record";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { currentTenant } from "../actor/index.ts";
import {
  getItem,
  keys,
  mainTable,
  now,
  type Page,
  pageQuery,
  queryPage,
  type Write,
} from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { definitions, type WorkflowName, workflowName } from "../workflow/definitions.ts";
import { openWrite } from "./open.ts";

export const runStatus = z.enum([
  "pending",
  "running",
  /** It has failed and waits for operators before it is undone. */
  "held",
  "rolling_back",
  "succeeded",
  "failed",
  "rollback_incomplete",
]);
export type RunStatus = z.output<typeof runStatus>;
const stageStatus = z.enum(["pending", "running", "done", "failed", "undoing", "undone", "undo_failed"]);
export type StageStatus = z.output<typeof stageStatus>;

export const run = z
  .object({
    runId: idOf("run"),
    tenantId: idOf("tenant"),
    workflow: workflowName,
    status: runStatus,
    stage: z.string().optional().describe("The current stage, or the last one"),
    stages: z
      .array(
        z.object({
          name: z.string(),
          label: z.string().describe("What the stage is called for customers"),
          status: stageStatus,
          startedAt: z.iso.datetime().optional(),
          endedAt: z.iso.datetime().optional(),
        }),
      )
      .describe("In order"),
    attempt: z.int().describe("Attempts of the current stage so far"),
    startedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
    url: z.url().optional(),
    error: z
      .object({ stage: z.string(), code: z.string(), message: z.string() })
      .optional()
      .describe("For the customer. Operators find the details in the run's evidence."),
  })
  .meta({ id: "Run" });
export type Run = z.output<typeof run>;

export const RunEntity = new Entity({
  name: "Run",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    runId: string().key(),
    workflow: string().enum(...workflowName.options),
    status: string().enum(...runStatus.options),
    stage: string().optional(),
    stages: record(
      string(),
      map({
        status: string().enum(...stageStatus.options),
        startedAt: string().optional(),
        endedAt: string().optional(),
      }),
    ),
    attempt: number(),
    startedAt: string(),
    updatedAt: string(),
    endedAt: string().optional(),
    url: string().optional(),
    error: map({ stage: string(), code: string(), message: string() }).optional(),
    /** For operators: what was known of the failure before the clean-up began. */
    evidence: map({
      step: string(),
      error: string(),
      cause: string(),
      stoppedReason: string().optional(),
      exitCode: number().optional(),
      logs: listOf(string()),
    }).optional(),
    /** Steps whose undo failed for good. */
    left: listOf(string()).optional(),
    /** The tenant's status before the run. */
    from: string().optional(),
    /** The backup that a restore brings back. */
    backupId: string().optional(),
    /** If it fails, it waits for operators before it is undone. */
    hold: boolean().optional(),
    heldUntil: string().optional(),
    /** The task token that the release completes. */
    holdToken: string().optional(),
    /** How often the reaper has retried its undos. */
    reaps: number().optional(),
  }),
  computeKey: ({ tenantId, runId }) => ({ pk: keys.tenant(tenantId), sk: `RUN#${runId}` }),
});

export type RunItem = NonNullable<Awaited<ReturnType<typeof find>>>;

export async function find(runId: string) {
  return getItem(RunEntity, { tenantId: currentTenant(), runId });
}

/** The run as the API returns it to the customer. */
export function toRun(found: RunItem): Run {
  const { runId, tenantId, workflow, status, stage, attempt, startedAt, updatedAt, endedAt, url, error } =
    found;
  return {
    ...{ runId, tenantId, workflow, status, stage, attempt, startedAt, updatedAt, endedAt, url, error },
    stages: definitions[workflow].steps.map(({ name, label }) => ({
      name,
      label,
      ...(found.stages[name] ?? { status: "pending" as const }),
    })),
  };
}

interface QueueOptions {
  /** The tenant's status before the run. */
  from?: string;
  backupId?: string;
  hold?: boolean;
}

/** The writes that queue a run. The insert of its item starts the state machine. */
export function queueWrites(
  tenantId: string,
  runId: string,
  workflow: WorkflowName,
  { hold, ...details }: QueueOptions = {},
): Write[] {
  const at = now();
  const pending = { tenantId, runId, workflow, status: "pending", stages: {}, attempt: 0 } as const;
  return [
    RunEntity.build(PutTransaction)
      .item({ ...pending, ...details, hold: hold || undefined, startedAt: at, updatedAt: at })
      .options({ condition: { attr: "runId", exists: false } }),
    openWrite(tenantId, runId),
  ];
}

/** One run of the tenant. Throws `not_found`. */
export const get = fn(idOf("run"), async (runId): Promise<Run> => {
  const found = await find(runId);
  if (!found) throw notFound("run");
  return toRun(found);
});

/** The tenant's runs, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Run>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: "RUN#", reverse: true };
  const { items, cursor } = await queryPage(RunEntity, where, page);
  return { items: items.map(toRun), cursor };
});

/** The whole item. Throws when there is none, which is a fault of ours. */
export async function read(runId: string): Promise<RunItem> {
  const found = await find(runId);
  if (!found) throw new Error(`No run ${runId}`);
  return found;
}

/** Whether its steps still run: it is neither over, nor held, nor being undone. */
export const isActive = ({ status }: { status: RunStatus }): boolean =>
  status === "pending" || status === "running";

/** Whether it has ended, with or without success. */
export const isOver = ({ status }: { status: RunStatus }): boolean =>
  status === "succeeded" || status === "failed" || status === "rollback_incomplete";

/**
 * Whether its last required step is done. Such a run has succeeded even when its execution ends before it records so.
 * Never true of a teardown, whose end depends on all of its steps.
 */
export function hasReachedGoal({ workflow, stages }: Pick<RunItem, "workflow" | "stages">): boolean {
  const { steps, teardown } = definitions[workflow];
  const last = steps.findLast(({ optional }) => !optional);
  return !teardown && last !== undefined && stages[last.name]?.status === "done";
}
