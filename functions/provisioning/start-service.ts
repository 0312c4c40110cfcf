// One task, never two at once: its state is SQLite on a network file system.
import { squadhubs } from "#platform";
import { forgetReady } from "../../core/squadhub/reports.ts";
import { make, remove } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => make("service", (spec) => squadhubs.startService(spec)),
  async undo() {
    await remove((spec) => squadhubs.deleteService(spec));
    await forgetReady();
  },
});
