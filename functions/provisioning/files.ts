// Restores a squadhub's files from a backup, as long as the step that does it is still wanted.
import * as Archive from "../../core/backup/archive.ts";
import * as Backup from "../../core/backup/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import type { StepContext } from "./step.ts";

/** Restores the backup's files. */
export async function restoreFiles(backupId: string, context: StepContext): Promise<void> {
  await Archive.restore(backupId, await Squadhub.read(), () => assertStillWanted(context));
}

/** Restores the run's own backup: the files as the run found them. */
export async function restoreOwnBackup(context: StepContext): Promise<void> {
  // The run ended while the step was at work: its clean-up restores the files, and the squadhub may run again.
  if (context.op === "do") return;
  const { stages } = await Run.read(context.runId);
  if (context.stage in stages) await restoreFiles(Backup.backupIdOf(context.runId), context);
}

/** Unpacking takes long. Meanwhile the execution may have been aborted and its run cleaned up. */
async function assertStillWanted({ runId, stage, op }: StepContext): Promise<void> {
  const { status } = (await Run.read(runId)).stages[stage] ?? {};
  if (status !== (op === "do" ? "running" : "undoing"))
    throw new Error("The run has gone on without this step.");
}
