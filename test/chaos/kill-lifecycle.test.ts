// Killed right before and right after each effect of the workflows that start, stop and remove a squadhub.
import { killAtEffects, lifecycle } from "./kill.ts";

killAtEffects((workflow) => lifecycle.includes(workflow));
