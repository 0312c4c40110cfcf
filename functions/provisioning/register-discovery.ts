// The squadhub's name in the private namespace.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => Squadhub.createResource("discovery", (squadhub) => squadhubs.registerDiscovery(squadhub)),
  undo: () => Squadhub.removeResource((squadhub) => squadhubs.deregisterDiscovery(squadhub)),
});
