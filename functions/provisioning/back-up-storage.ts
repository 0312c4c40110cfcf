// An archive of the squadhub's files, made while it is stopped. Undone, they are as they were when it was made.
import { create } from "../../core/backup/archive.ts";
import { read } from "../../core/run/entity.ts";
import { findSpec } from "../../core/squadhub/spec.ts";
import { restoreOwnBackup } from "./files.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ runId, workflow }) {
    const spec = await findSpec();
    if (!spec) throw new Error("The squadhub has no record");
    await create(runId, workflow === "upgrade" || workflow === "restore" ? workflow : "asked", spec);
  },
  async undo(context) {
    // Until something was started with them nobody has changed them.
    if ("StartService" in (await read(context.runId)).stages) await restoreOwnBackup(context);
  },
});
