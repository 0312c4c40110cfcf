// The reaper: once a day it finishes what nothing else would. Those are runs whose hold is over, runs with leftovers, runs
// that have lost their execution, and drafts whose time is over. It reads lists of just these, never all tenants.
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import { workflows } from "#platform";
import { as } from "../actor/index.ts";
import * as Lifecycle from "../lifecycle/index.ts";
import * as Run from "../run/index.ts";
import { OpenRunEntity, RunEntity, type RunItem } from "../run/index.ts";
import { eraseItems } from "../table/erase.ts";
import { conditionHolds, keys, now, queryAll, transact } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { DraftEntity, TenantEntity } from "../tenant/index.ts";
import { definitions } from "../workflow/definitions.ts";

/** After this time a queued run without an execution has lost its start. */
const UNSTARTED_MS = 3600 * 1000;
/** Longer than any execution lasts: after this time the execution of an open run is lost. */
const LOST_MS = 5 * 24 * 3600 * 1000;

export const reapResult = z
  .object({
    released: z.int().describe("Runs whose hold was over"),
    retried: z.int().describe("Clean-ups that were started again"),
    restarted: z.int().describe("Runs whose execution had not started"),
    drafts: z.int().describe("Drafts whose time was over"),
    failed: z.int().describe("Runs and drafts that could not be finished now; the log says why"),
  })
  .meta({ id: "Reaped" });
export type ReapResult = z.output<typeof reapResult>;

/** Goes through the lists. A failure is passed to `onProblem` and does not keep the others from their turn. */
export async function reap(onProblem: (what: string, error: unknown) => void): Promise<ReapResult> {
  const counts: ReapResult = { released: 0, retried: 0, restarted: 0, drafts: 0, failed: 0 };
  const attempt = async (
    what: string,
    tenantId: string,
    action: () => Promise<keyof ReapResult | undefined>,
  ) => {
    try {
      const counted = await as({ type: "system", tenantId }, action);
      if (counted) counts[counted]++;
    } catch (error) {
      counts.failed++;
      onProblem(what, error);
    }
  };
  for await (const { runId, tenantId } of queryAll(OpenRunEntity, {
    partition: keys.operations("OPEN"),
    prefix: "run_",
  }))
    await attempt(runId, tenantId, () => reapRun(runId));
  for await (const draft of lapsedDrafts())
    await attempt(draft.tenantId, draft.tenantId, () => reapDraft(draft));
  return counts;
}

async function reapRun(runId: string): Promise<keyof ReapResult | undefined> {
  const run = await Run.find(runId);
  if (!run || (Run.isOver(run) && run.status !== "rollback_incomplete")) {
    await Run.close(runId);
    return undefined;
  }
  const { tenantId, workflow, status } = run;
  const age = Date.now() - Date.parse(run.startedAt);
  if (status === "rollback_incomplete") return retryRollback(run);
  if (status === "held") {
    if (Date.parse(run.heldUntil ?? "") > Date.now()) return undefined;
    await Run.endHold(runId);
    return "released";
  }
  if (status === "pending" && age > UNSTARTED_MS) {
    await workflows.start(workflow, runId, { tenantId, runId });
    return "restarted";
  }
  // The process ended after a retry was recorded and before it was started. The same name is the same execution.
  const isInterrupted = run.reaps && Date.now() - Date.parse(run.updatedAt) > UNSTARTED_MS;
  if (!isInterrupted && age < LOST_MS) return undefined;
  await cleanUp(run, run.reaps ?? 0);
  return "retried";
}

/**
 * Retries the undos that left something behind, unless the tenant has had another run since: that one has taken over the
 * leftovers. The tenant's status keeps other runs from starting meanwhile.
 */
async function retryRollback(run: RunItem): Promise<keyof ReapResult | undefined> {
  const { tenantId, runId, workflow, reaps = 0 } = run;
  const tenant = await Tenant.find(tenantId);
  if (tenant?.runId !== runId) {
    const newer = tenant?.runId ? await Run.find(tenant.runId) : undefined;
    if (!newer || Run.isOver(newer)) await Run.close(runId);
    return undefined;
  }
  const isRetried = await conditionHolds(
    transact(
      RunEntity.build(UpdateTransaction)
        .item({
          tenantId,
          runId,
          // A teardown only goes forward.
          status: definitions[workflow].teardown ? "running" : "rolling_back",
          left: $remove(),
          endedAt: $remove(),
          reaps: $add(1),
          updatedAt: now(),
        })
        .options({ condition: { attr: "status", eq: "rollback_incomplete" } }),
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: definitions[workflow].during, updatedAt: now() })
        .options({
          condition: {
            and: [
              { attr: "runId", eq: runId },
              { attr: "status", eq: tenant.status },
            ],
          },
        }),
    ),
  );
  // Another run was started at this moment.
  if (!isRetried) return undefined;
  await cleanUp(run, reaps + 1);
  return "retried";
}

const cleanUp = (run: RunItem, reaps: number): Promise<void> =>
  Lifecycle.startCleanUp(run, `${run.runId}-reap-${reaps}`, "Execution.Lost");

async function* lapsedDrafts() {
  const drafts = queryAll(DraftEntity, { partition: keys.operations("DRAFTS"), prefix: "UNTIL#" });
  for await (const draft of drafts) {
    // The list is in the order of the time limits.
    if (draft.draftUntil > now()) return;
    yield draft;
  }
}

/** Deletes what TTL leaves of a draft that nobody started: the items that were written beside its own. */
async function reapDraft({
  tenantId,
  draftUntil,
}: {
  tenantId: string;
  draftUntil: string;
}): Promise<"drafts"> {
  const tenant = await Tenant.find(tenantId);
  // With any other status it was started in time.
  if (!tenant || tenant.status === "draft" || tenant.status === "deleted") await eraseItems("");
  await DraftEntity.build(DeleteItemCommand).key({ tenantId, draftUntil }).send();
  return "drafts";
}
