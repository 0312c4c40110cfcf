// Replaces the squadhub's files by those of the backup that the run names.
import * as Run from "../../core/run/index.ts";
import { restoreFiles, restoreOwnBackup } from "./files.ts";
import { step } from "./step.ts";

export const handler = step({
  async do(context) {
    const { backupId } = await Run.read(context.runId);
    if (!backupId) throw new Error("The run does not say which backup");
    await restoreFiles(backupId, context);
  },
  undo: restoreOwnBackup,
});
