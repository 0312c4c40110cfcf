// The squadhub's name in the private namespace.
import { squadhubs } from "#platform";
import { make, remove } from "../../core/squadhub/spec.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => make("discovery", (spec) => squadhubs.registerDiscovery(spec)),
  undo: () => remove((spec) => squadhubs.deregisterDiscovery(spec)),
});
