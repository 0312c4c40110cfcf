// The container's definition: sized by plan, image pinned. An upgrade registers the next, and going back the one before.
import { release, squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ workflow, runId }) {
    if (workflow === "upgrade") await Squadhub.beginUpgrade(runId);
    const [spec, image] = await Promise.all([Squadhub.findSpec(), release.current()]);
    if (!spec) throw new Error("The squadhub has no record");
    await Squadhub.recordDefinition(await squadhubs.registerDefinition(spec), spec.revision, image);
  },
  async undo({ workflow, runId }) {
    if (workflow !== "upgrade")
      return Squadhub.removeResource((spec) => squadhubs.deregisterDefinition(spec));
    await Squadhub.abandonUpgrade(runId);
    await Squadhub.removeResource((spec) => squadhubs.retireDefinitions(spec));
  },
});
