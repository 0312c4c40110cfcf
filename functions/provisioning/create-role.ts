// A role that can reach this tenant's storage, prefix and secret and nothing else.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => Squadhub.createResource("role", (squadhub) => squadhubs.createRole(squadhub)),
  undo: () => Squadhub.removeResource((squadhub) => squadhubs.deleteRole(squadhub)),
});
