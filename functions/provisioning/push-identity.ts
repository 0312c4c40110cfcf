// The agents' workspace files: kept centrally first, then pushed. Failing leaves the gateway's defaults.
import { pushFiles } from "../squad/push.ts";
import { squadOf } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await pushFiles(await squadOf());
  },
});
