// The squadhub has stopped: the workspace sleeps.
import { fallAsleep } from "../../core/tenant/waking.ts";
import { step } from "./step.ts";

export const handler = step({ do: () => fallAsleep() });
