// Archives the squadhub's files while it is stopped. The undo puts them back as they were then.
import * as Archive from "../../core/backup/archive.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { restoreOwnBackup } from "./files.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ runId, workflow }) {
    const reason = workflow === "upgrade" || workflow === "restore" ? workflow : "asked";
    await Archive.create(runId, reason, await Squadhub.read());
  },
  async undo(context) {
    // The files are unchanged until something was started with them.
    if ("StartService" in (await Run.read(context.runId)).stages) await restoreOwnBackup(context);
  },
});
