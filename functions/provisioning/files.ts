// Puts a squadhub's files back from a backup, as long as the step that does it is still wanted.
import { restore } from "../../core/backup/archive.ts";
import { backupOf } from "../../core/backup/index.ts";
import { read } from "../../core/run/entity.ts";
import { findSpec } from "../../core/squadhub/spec.ts";
import type { StepContext } from "./step.ts";

/** Puts back what the backup holds. */
export async function restoreFiles(backupId: string, context: StepContext): Promise<void> {
  const spec = await findSpec();
  if (!spec) throw new Error("The squadhub has no record");
  await restore(backupId, spec, () => assertAtWork(context));
}

/** Puts back what the run's own backup holds: how it found the files. */
export async function restoreOwnBackup(context: StepContext): Promise<void> {
  // The run ended while its step was at work: its clean-up puts back, or has, and the squadhub may run again.
  if (context.op === "do") return;
  const { stages } = await read(context.runId);
  if (context.stage in stages) await restoreFiles(backupOf(context.runId), context);
}

/** Unpacking takes long: an execution may have been ended, and its run cleaned up, before it takes effect. */
async function assertAtWork({ runId, stage, op }: StepContext): Promise<void> {
  const { status } = (await read(runId)).stages[stage] ?? {};
  if (status !== (op === "do" ? "running" : "undoing"))
    throw new Error("The run has gone on without this step.");
}
