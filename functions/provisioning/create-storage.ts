// The tenant's directory: an access point with its own uid, never reused.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => Squadhub.createResource("storage", (squadhub) => squadhubs.createStorage(squadhub)),
  undo: ({ workflow }) =>
    Squadhub.removeResource(async (squadhub) => {
      // A failed provisioning leaves no files either. A deprovisioning has a step of its own for them.
      if (workflow === "provision") await squadhubs.eraseStorage(squadhub);
      await squadhubs.deleteStorage(squadhub);
    }),
});
