// The definitions from before are not needed any more: the new one is open.
import { squadhubs } from "#platform";
import { keepUpgrade } from "../../core/squadhub/upgrade.ts";
import { remove } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await keepUpgrade();
    await remove((spec) => squadhubs.retireDefinitions(spec));
  },
});
