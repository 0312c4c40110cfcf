// Whether a squadhub can be worked on now.
import type { Tenant } from "../queries.ts";

/** Backed up, upgraded, restored: the API decides, this only hides what it would refuse. */
export const mayBeWorkedOn = ({ status }: Tenant): boolean =>
  status === "active" || status === "sleeping" || status === "stopped";
