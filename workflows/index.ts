// Every state machine by name.
import { deprovision } from "./deprovision.ts";
import { provision } from "./provision.ts";

export const machines = { provision, deprovision };
