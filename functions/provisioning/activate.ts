// Opens the workspace.
import { announceActivation, settle } from "../../core/tenant/lifecycle.ts";
import { step } from "./step.ts";

export const handler = step({
  do: ({ workflow }) => (workflow === "provision" ? announceActivation() : settle("active", "starting")),
});
