// The squadhub's files become those of a backup.
import { read } from "../../core/run/entity.ts";
import { restoreFiles, restoreOwnBackup } from "./files.ts";
import { step } from "./step.ts";

export const handler = step({
  async do(context) {
    const { backupId } = await read(context.runId);
    if (!backupId) throw new Error("The run does not say which backup");
    await restoreFiles(backupId, context);
  },
  undo: restoreOwnBackup,
});
