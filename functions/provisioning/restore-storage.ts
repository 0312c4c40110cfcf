// The squadhub's files become those of a backup.
import { read } from "../../core/run/index.ts";
import { bringBack, putBackOwn } from "./files.ts";
import { step } from "./step.ts";

export const handler = step({
  async do(context) {
    const { backupId } = await read(context.runId);
    if (!backupId) throw new Error("The run does not say which backup");
    await bringBack(backupId, context);
  },
  undo: putBackOwn,
});
