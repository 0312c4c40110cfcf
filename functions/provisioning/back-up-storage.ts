// An archive of the squadhub's files, made while it is stopped. Undone, they are as they were when it was made.
import * as Archive from "../../core/backup/archive.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { restoreOwnBackup } from "./files.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ runId, workflow }) {
    const spec = await Squadhub.findSpec();
    if (!spec) throw new Error("The squadhub has no record");
    await Archive.create(runId, workflow === "upgrade" || workflow === "restore" ? workflow : "asked", spec);
  },
  async undo(context) {
    // Until something was started with them nobody has changed them.
    if ("StartService" in (await Run.read(context.runId)).stages) await restoreOwnBackup(context);
  },
});
