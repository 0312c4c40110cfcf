// Claims the name, a workspace of the plan and a place in a cell; the last undo gives all of it back.
import { begin, forget } from "../../core/squadhub/index.ts";
import { release, reserve } from "../../core/tenant/reservation.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await begin(await reserve());
  },
  async undo() {
    await release();
    await forget();
  },
});
