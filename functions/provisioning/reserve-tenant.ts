// Claims the name, a workspace of the plan and a place in a cell; the last undo gives all of it back.
import * as Squadhub from "../../core/squadhub/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.createRecord(await Tenant.reserve());
  },
  // The squadhub's record stays until nothing is left of what it names: see record.ts.
  undo: () => Tenant.release(),
});
