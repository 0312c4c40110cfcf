// The tenant's directory: an access point with its own uid, never reused.
import { squadhubs } from "#platform";
import { make, remove } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => make("storage", (spec) => squadhubs.createStorage(spec)),
  undo: () => remove((spec) => squadhubs.deleteStorage(spec)),
});
