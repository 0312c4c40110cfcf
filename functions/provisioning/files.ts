// Puts a squadhub's files back from a backup, as long as the step that does it is still wanted.
import * as Archive from "../../core/backup/archive.ts";
import * as Backup from "../../core/backup/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import type { StepContext } from "./step.ts";

/** Puts back what the backup holds. */
export async function restoreFiles(backupId: string, context: StepContext): Promise<void> {
  const spec = await Squadhub.findSpec();
  if (!spec) throw new Error("The squadhub has no record");
  await Archive.restore(backupId, spec, () => assertAtWork(context));
}

/** Puts back what the run's own backup holds: how it found the files. */
export async function restoreOwnBackup(context: StepContext): Promise<void> {
  // The run ended while its step was at work: its clean-up puts back, or has, and the squadhub may run again.
  if (context.op === "do") return;
  const { stages } = await Run.read(context.runId);
  if (context.stage in stages) await restoreFiles(Backup.backupIdOf(context.runId), context);
}

/** Unpacking takes long: an execution may have been ended, and its run cleaned up, before it takes effect. */
async function assertAtWork({ runId, stage, op }: StepContext): Promise<void> {
  const { status } = (await Run.read(runId)).stages[stage] ?? {};
  if (status !== (op === "do" ? "running" : "undoing"))
    throw new Error("The run has gone on without this step.");
}
