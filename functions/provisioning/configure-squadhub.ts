// Brings the running gateway's config to this squad; what is right already is left alone.
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await Squadhub.configure(await Squadhub.squadOf());
  },
});
