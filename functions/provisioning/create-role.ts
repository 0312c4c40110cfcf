// A role that reaches this tenant's storage, prefix and secret and nothing else.
import { squadhubs } from "#platform";
import { make, remove } from "../../core/squadhub/spec.ts";
import { step } from "./step.ts";

export const handler = step({
  do: () => make("role", (spec) => squadhubs.createRole(spec)),
  undo: () => remove((spec) => squadhubs.deleteRole(spec)),
});
