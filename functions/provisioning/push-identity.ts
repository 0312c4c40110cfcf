// Writes the agents' workspace files: kept centrally first, then pushed. After a failure the gateway has its defaults.
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.pushFiles(await Squadhub.squadOf());
  },
  // For a provisioning whose clean-up passed here while the files were being pushed. In all other cases the undo of
  // `SeedSquad` erases them.
  async undo({ workflow }) {
    if (workflow === "provision") await Tenant.erase(Tenant.FILE_PREFIXES);
  },
});
