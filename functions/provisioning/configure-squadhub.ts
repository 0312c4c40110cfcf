// Brings the running gateway's config in line with the squad.
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.configure(await Squadhub.squadOf());
  },
});
