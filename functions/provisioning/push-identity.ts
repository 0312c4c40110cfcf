// The agents' workspace files: kept centrally first, then pushed. Failing leaves the gateway's defaults.

import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.pushFiles(await Squadhub.squadOf());
  },
  // Of a start whose clean-up passed here while the files were being pushed; else `SeedSquad` takes them back.
  async undo({ workflow }) {
    if (workflow === "provision") await Tenant.erase(Tenant.FILE_PREFIXES);
  },
});
