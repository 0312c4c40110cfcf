// Stops the squadhub's task; its storage, keys, role, definition and name stay.
import { squadhubs } from "#platform";
import { forgetReady } from "../../core/squadhub/reports.ts";
import { remove } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    // From here nobody sends to it any more.
    await forgetReady();
    await remove((spec) => squadhubs.deleteService(spec));
    // A gateway that ended and came up again meanwhile may have said that it is ready.
    await forgetReady();
  },
});
