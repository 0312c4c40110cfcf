// The definitions from before are not needed any more: the new one is open.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.keepUpgrade();
    await Squadhub.removeResource((spec) => squadhubs.retireDefinitions(spec));
  },
});
