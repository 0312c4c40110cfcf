// The container's definition: sized by plan, image pinned.
import { squadhubs } from "#platform";
import { make, remove } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => make("definition", (spec) => squadhubs.registerDefinition(spec)),
  undo: () => remove((spec) => squadhubs.deregisterDefinition(spec)),
});
