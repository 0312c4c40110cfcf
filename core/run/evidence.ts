// Runs as operators see them: with what was seen of a failure and what is left of it.
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { currentTenant } from "../actor/index.ts";
import { keys, mainTable, type Page, type PageQuery, pageQuery, queryPage } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { find, RunEntity, type RunItem, run, toRun } from "./entity.ts";
import { FailedRunEntity } from "./failure.ts";
import { OpenRunEntity } from "./open.ts";

export const runWithEvidence = run
  .extend({
    evidence: z
      .object({
        step: z.string(),
        error: z.string(),
        cause: z.string(),
        stoppedReason: z.string().optional(),
        exitCode: z.number().optional(),
        logs: z.array(z.string()).describe("The gateway's last lines, oldest first"),
      })
      .optional()
      .describe("What was seen before clean-up began"),
    left: z.array(z.string()).optional().describe("Steps whose undo failed for good"),
    hold: z.boolean().optional().describe("Should it fail, it waits before it is undone"),
    heldUntil: z.iso.datetime().optional().describe("When it is undone although nobody released it"),
    reaps: z.int().optional().describe("How often its undos were tried again since"),
  })
  .meta({ id: "RunWithEvidence" });
type Shown = z.output<typeof runWithEvidence>;

const withEvidence = (item: RunItem): Shown => ({
  ...toRun(item),
  evidence: item.evidence,
  left: item.left,
  hold: item.hold,
  heldUntil: item.heldUntil,
  reaps: item.reaps,
});

/** The runs of the tenant of this request, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Shown>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: "RUN#", reverse: true };
  const { items, cursor } = await queryPage(RunEntity, where, page);
  return { items: items.map(withEvidence), cursor };
});

/** One run of the tenant of this request. Throws `not_found`. */
export const get = fn(idOf("run"), async (runId): Promise<Shown> => {
  const found = await find(runId);
  if (!found) throw notFound("run");
  return withEvidence(found);
});

/** The runs of all tenants that failed in the last 90 days, newest first. */
export const listFailed = fn(
  pageQuery,
  (page): Promise<Page<Shown>> => pointedTo(FailedRunEntity, "FAILURES", page),
);

/** The runs of all tenants that are under way, held, or have left something; newest first. */
export const listOpen = fn(pageQuery, (page): Promise<Page<Shown>> => pointedTo(OpenRunEntity, "OPEN", page));

/** A page of a list of pointers to runs, and then the runs by their keys. */
async function pointedTo(
  entity: typeof FailedRunEntity | typeof OpenRunEntity,
  list: "FAILURES" | "OPEN",
  page: PageQuery,
): Promise<Page<Shown>> {
  const where = { partition: keys.operations(list), prefix: "run_", reverse: true };
  const { items: pointers, cursor } = await queryPage<typeof FailedRunEntity | typeof OpenRunEntity>(
    entity,
    where,
    page,
  );
  if (pointers.length === 0) return { items: [], cursor };
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(
        ...pointers.map(({ tenantId, runId }) => RunEntity.build(BatchGetRequest).key({ tenantId, runId })),
      )
      .options({ consistent: true }),
  );
  const items = ((Responses?.[0] ?? []) as (RunItem | undefined)[]).filter((found) => found !== undefined);
  return { items: items.map(withEvidence), cursor };
}
