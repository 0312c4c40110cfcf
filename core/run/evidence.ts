// Runs as operators see them: with the evidence of a failure and the steps that could not be undone.
import * as z from "zod";
import { currentTenant } from "../actor/index.ts";
import { getAll, keys, type Page, type PageQuery, pageQuery, queryPage } from "../table/index.ts";
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
      .describe("What was known before the clean-up began"),
    left: z.array(z.string()).optional().describe("Steps whose undo failed for good"),
    hold: z.boolean().optional().describe("If it fails, it waits before it is undone"),
    heldUntil: z.iso.datetime().optional().describe("When it is undone even if nobody releases it"),
    reaps: z.int().optional().describe("How often its undos have been retried"),
  })
  .meta({ id: "RunWithEvidence" });
type RunWithEvidence = z.output<typeof runWithEvidence>;

const withEvidence = (item: RunItem): RunWithEvidence => ({
  ...toRun(item),
  evidence: item.evidence,
  left: item.left,
  hold: item.hold,
  heldUntil: item.heldUntil,
  reaps: item.reaps,
});

/** The runs of the tenant of this request, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<RunWithEvidence>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: "RUN#", reverse: true };
  const { items, cursor } = await queryPage(RunEntity, where, page);
  return { items: items.map(withEvidence), cursor };
});

/** One run of the tenant of this request. Throws `not_found`. */
export const get = fn(idOf("run"), async (runId): Promise<RunWithEvidence> => {
  const found = await find(runId);
  if (!found) throw notFound("run");
  return withEvidence(found);
});

/** The runs of all tenants that failed in the last 90 days, newest first. */
export const listFailed = fn(
  pageQuery,
  (page): Promise<Page<RunWithEvidence>> => listByPointer(FailedRunEntity, "FAILURES", page),
);

/** The runs of all tenants that are under way, held, or with leftovers, newest first. */
export const listOpen = fn(
  pageQuery,
  (page): Promise<Page<RunWithEvidence>> => listByPointer(OpenRunEntity, "OPEN", page),
);

/** Reads a page of pointers, then the runs by their keys. */
async function listByPointer(
  entity: typeof FailedRunEntity | typeof OpenRunEntity,
  list: "FAILURES" | "OPEN",
  page: PageQuery,
): Promise<Page<RunWithEvidence>> {
  const where = { partition: keys.operations(list), prefix: "run_", reverse: true };
  const { items: pointers, cursor } = await queryPage<typeof FailedRunEntity | typeof OpenRunEntity>(
    entity,
    where,
    page,
  );
  const runs = await getAll(
    RunEntity,
    pointers.map(({ tenantId, runId }) => ({ tenantId, runId })),
  );
  return { items: runs.map(withEvidence), cursor };
}
