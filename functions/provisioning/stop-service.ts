// Stops the squadhub's task; its storage, keys, role, definition and name stay.
import { squadhubs } from "#platform";
import { forgetReady } from "../../core/squadhub/reports.ts";
import { remove } from "./spec.ts";
import { step } from "./step.ts";

async function stop(): Promise<void> {
  // From here nobody sends to it any more.
  await forgetReady();
  await remove((spec) => squadhubs.deleteService(spec));
  // A gateway that ended and came up again meanwhile may have said that it is ready.
  await forgetReady();
}

/** Undoing it makes sure that nothing runs: a squadhub whose stop failed is not left half stopped. */
export const handler = step({ do: stop, undo: stop });
