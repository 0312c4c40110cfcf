// The agents' workspace files: kept centrally first, then pushed. Failing leaves the gateway's defaults.

import { pushFiles } from "../../core/squadhub/push.ts";
import { squadOf } from "../../core/squadhub/spec.ts";
import { erase, FILES } from "../../core/tenant/erase.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await pushFiles(await squadOf());
  },
  // Of a start whose clean-up passed here while the files were being pushed; else `SeedSquad` takes them back.
  async undo({ workflow }) {
    if (workflow === "provision") await erase(FILES);
  },
});
