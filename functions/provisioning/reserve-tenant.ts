// Claims the name, a workspace of the plan and a place in a cell. The last undo releases all three.
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.createRecord(await Tenant.reserve());
  },
  // The squadhub's record stays until nothing of what it names is left: core/lifecycle/outcome.ts deletes it.
  undo: () => Tenant.release(),
});
