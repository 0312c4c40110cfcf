// Claims the name, a workspace of the plan and a place in a cell; the last undo gives all of it back.
import { begin } from "../../core/squadhub/entity.ts";
import { release, reserve } from "../../core/tenant/reservation.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await begin(await reserve());
  },
  // The squadhub's record stays until nothing is left of what it names: see record.ts.
  undo: () => release(),
});
