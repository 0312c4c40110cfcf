// The definitions from before are not needed any more: the new one is open.
import { squadhubs } from "#platform";
import { remove } from "../../core/squadhub/spec.ts";
import { keepUpgrade } from "../../core/squadhub/upgrade.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await keepUpgrade();
    await remove((spec) => squadhubs.retireDefinitions(spec));
  },
});
