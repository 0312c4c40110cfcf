// Deletes the definitions before the upgrade, now that the new one is open.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.keepUpgrade();
    await Squadhub.removeResource((squadhub) => squadhubs.retireDefinitions(squadhub));
  },
});
