// Brings the running gateway's config to this squad; what is right already is left alone.
import { configure } from "../../core/squadhub/push.ts";
import { squadOf } from "../../core/squadhub/spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    await configure(await squadOf());
  },
});
