// A role that reaches this tenant's storage, prefix and secret and nothing else.
import { squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => Squadhub.createResource("role", (spec) => squadhubs.createRole(spec)),
  undo: () => Squadhub.removeResource((spec) => squadhubs.deleteRole(spec)),
});
