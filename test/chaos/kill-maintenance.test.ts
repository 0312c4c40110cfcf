// Killed right before and right after each effect of the workflows that work on a squadhub's state and version.
import { killAtEffects, lifecycle } from "./kill.ts";

killAtEffects((workflow) => !lifecycle.includes(workflow));
