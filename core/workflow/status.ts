// The statuses of a tenant: each workflow starts from some of them and moves the tenant through others.
import * as z from "zod";

export const tenantStatus = z.enum([
  "draft",
  "provisioning",
  "active",
  /** Its squadhub is being stopped. */
  "stopping",
  "sleeping",
  /** Its squadhub is being started. */
  "starting",
  /** Its squadhub is being backed up, upgraded or restored. Nothing is sent to it until the tenant is active again. */
  "maintenance",
  "stopped",
  "suspended",
  "deprovisioning",
  "deleted",
  "error",
]);
export type TenantStatus = z.output<typeof tenantStatus>;
