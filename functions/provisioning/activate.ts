// Opens the workspace.
import { announceActivation } from "../../core/tenant/lifecycle.ts";
import { step } from "./step.ts";

export const handler = step({ do: () => announceActivation() });
