// The tenant's directory: an access point with its own uid, never reused.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => Squadhub.createResource("storage", (spec) => squadhubs.createStorage(spec)),
  undo: ({ workflow }) =>
    Squadhub.removeResource(async (spec) => {
      // A start that failed leaves no files either; a workspace that is taken down has a stage of its own for that.
      if (workflow === "provision") await squadhubs.eraseStorage(spec);
      await squadhubs.deleteStorage(spec);
    }),
});
