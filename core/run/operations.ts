// Runs as operators see them: with what was seen of a failure and what is left of it.
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { currentTenant } from "../actor.ts";
import { fn } from "../fn.ts";
import { keys, mainTable, type Page, pageQuery, queryPage } from "../table.ts";
import { FailedRunEntity } from "./failure.ts";
import { RunEntity, type RunItem, run, shown } from "./index.ts";

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
  })
  .meta({ id: "RunWithEvidence" });
type Shown = z.output<typeof runWithEvidence>;

const withEvidence = (item: RunItem): Shown => ({
  ...shown(item),
  evidence: item.evidence,
  left: item.left,
});

/** The runs of the tenant of this request, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Shown>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: "RUN#", reverse: true };
  const { items, cursor } = await queryPage(RunEntity, where, page);
  return { items: items.map(withEvidence), cursor };
});

/** The runs of all tenants that failed in the last 90 days, newest first. */
export const listFailed = fn(pageQuery, async (page): Promise<Page<Shown>> => {
  const where = { partition: keys.operations("FAILURES"), prefix: "run_", reverse: true };
  const { items: pointers, cursor } = await queryPage(FailedRunEntity, where, page);
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
});
