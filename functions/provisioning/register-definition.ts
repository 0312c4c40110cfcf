// The container's definition: sized by plan, image pinned by digest. An upgrade registers the next revision, and its undo
// goes back to the one before.
import { release, squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ workflow, runId }) {
    if (workflow === "upgrade") await Squadhub.beginUpgrade(runId);
    const [spec, image] = await Promise.all([Squadhub.readSpec(), release.current()]);
    await Squadhub.recordDefinition(await squadhubs.registerDefinition(spec), spec.revision, image);
  },
  async undo({ workflow, runId }) {
    if (workflow !== "upgrade")
      return Squadhub.removeResource((squadhub) => squadhubs.deregisterDefinition(squadhub));
    await Squadhub.abandonUpgrade(runId);
    await Squadhub.removeResource((squadhub) => squadhubs.retireDefinitions(squadhub));
  },
});
