// The reaper: once a day it finishes what nobody else would. Runs that were held long enough, clean-ups that left
// something, runs whose execution has gone, drafts whose time is over. It reads lists of just those, never all tenants.

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
import { failedConditions, keys, now, queryAll, transact } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { DraftEntity, TenantEntity } from "../tenant/index.ts";

/** A queued run whose execution has not begun by then has lost its start. */
const UNSTARTED_MS = 3600 * 1000;
/** Longer than any execution lives: one that has not ended its run by then has gone without a word. */
const LOST_MS = 5 * 24 * 3600 * 1000;

export const reapResult = z
  .object({
    released: z.int().describe("Runs that were held long enough"),
    retried: z.int().describe("Clean-ups that are tried again"),
    restarted: z.int().describe("Runs whose execution had not begun"),
    drafts: z.int().describe("Drafts whose time was over"),
    failed: z.int().describe("What could not be dealt with now; the log says why"),
  })
  .meta({ id: "Reaped" });
export type ReapResult = z.output<typeof reapResult>;

/** Goes through the lists. What fails for one keeps no other from its turn; `onProblem` hears of it. */
export async function reap(onProblem: (what: string, error: unknown) => void): Promise<ReapResult> {
  const counts: ReapResult = { released: 0, retried: 0, restarted: 0, drafts: 0, failed: 0 };
  const attempt = async (
    what: string,
    tenantId: string,
    deed: () => Promise<keyof ReapResult | undefined>,
  ) => {
    try {
      const done = await as({ type: "system", tenantId }, deed);
      if (done) counts[done]++;
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
  if (status === "rollback_incomplete") return undoAgain(run);
  if (status === "held") {
    if (Date.parse(run.heldUntil ?? "") > Date.now()) return undefined;
    await Run.endHold(runId);
    return "released";
  }
  if (status === "pending" && age > UNSTARTED_MS) {
    await workflows.start(workflow, runId, { tenantId, runId });
    return "restarted";
  }
  // It was about to be undone again when the process ended: under the same name it is the same execution.
  const interrupted = run.reaps && Date.now() - Date.parse(run.updatedAt) > UNSTARTED_MS;
  if (!interrupted && age < LOST_MS) return undefined;
  await cleanUp(run, run.reaps ?? 0);
  return "retried";
}

/**
 * Undoes once more what a run has left, unless another run of the tenant has come since: that one has taken over what
 * was there. The tenant's status keeps others from beginning meanwhile.
 */
async function undoAgain(run: RunItem): Promise<keyof ReapResult | undefined> {
  const { tenantId, runId, workflow, reaps = 0 } = run;
  const tenant = await Tenant.find(tenantId);
  if (tenant?.runId !== runId) {
    const newer = tenant?.runId ? await Run.find(tenant.runId) : undefined;
    if (!newer || Run.isOver(newer)) await Run.close(runId);
    return undefined;
  }
  try {
    await transact(
      RunEntity.build(UpdateTransaction)
        .item({
          tenantId,
          runId,
          // Taking a workspace down only goes forward.
          status: workflow === "deprovision" ? "running" : "rolling_back",
          left: $remove(),
          endedAt: $remove(),
          reaps: $add(1),
          updatedAt: now(),
        })
        .options({ condition: { attr: "status", eq: "rollback_incomplete" } }),
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: Lifecycle.startable[workflow].to, updatedAt: now() })
        .options({
          condition: {
            and: [
              { attr: "runId", eq: runId },
              { attr: "status", eq: tenant.status },
            ],
          },
        }),
    );
  } catch (error) {
    // Somebody has begun something else in this moment.
    if (failedConditions(error)) return undefined;
    throw error;
  }
  await cleanUp(run, reaps + 1);
  return "retried";
}

/** An execution that begins with the clean-up, of every step. */
async function cleanUp({ tenantId, runId, workflow }: RunItem, reaps: number): Promise<void> {
  const failed = { step: "", caught: { Error: "Execution.Lost", Cause: "" } };
  await workflows.start(workflow, `${runId}-reap-${reaps}`, { tenantId, runId, failed, left: {} });
}

async function* lapsedDrafts() {
  const drafts = queryAll(DraftEntity, { partition: keys.operations("DRAFTS"), prefix: "UNTIL#" });
  for await (const draft of drafts) {
    // In the order of their ends.
    if (draft.draftUntil > now()) return;
    yield draft;
  }
}

/** Deletes what TTL has left of a draft that nobody started: whatever was written beside its own item. */
async function reapDraft({
  tenantId,
  draftUntil,
}: {
  tenantId: string;
  draftUntil: string;
}): Promise<"drafts"> {
  const tenant = await Tenant.find(tenantId);
  // A status other than draft: it was started, or discarded, in time.
  if (!tenant || tenant.status === "draft" || tenant.status === "deleted") await eraseItems("");
  await DraftEntity.build(DeleteItemCommand).key({ tenantId, draftUntil }).send();
  return "drafts";
}
