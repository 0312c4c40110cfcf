// The container's definition: sized by plan, image pinned. An upgrade registers the next, and going back the one before.
import { release, squadhubs } from "#platform";
import { defined } from "../../core/squadhub/entity.ts";
import { findSpec, remove } from "../../core/squadhub/spec.ts";
import { abandonUpgrade, beginUpgrade } from "../../core/squadhub/upgrade.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ workflow, runId }) {
    if (workflow === "upgrade") await beginUpgrade(runId);
    const [spec, image] = await Promise.all([findSpec(), release.current()]);
    if (!spec) throw new Error("The squadhub has no record");
    await defined(await squadhubs.registerDefinition(spec), spec.revision, image);
  },
  async undo({ workflow, runId }) {
    if (workflow !== "upgrade") return remove((spec) => squadhubs.deregisterDefinition(spec));
    await abandonUpgrade(runId);
    await remove((spec) => squadhubs.retireDefinitions(spec));
  },
});
