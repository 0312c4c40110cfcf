// When maintenance on a squadhub can start.
import type { Tenant } from "../queries.ts";

/** Whether a backup, an upgrade or a restore can start. The API decides; the page only hides what it would refuse. */
export const canMaintain = ({ status }: Tenant): boolean =>
  status === "active" || status === "sleeping" || status === "stopped";
