// The names of a squadhub's resources: by tenant, so that each is found again when its id was never recorded.
import { discoveryName } from "../../types/gateway.ts";
import type { Cell, SquadhubRef } from "../../types/squadhubs.ts";
import { setting } from "../settings.ts";

type OfTenant = Pick<SquadhubRef, "tenantId">;

export const serviceName = ({ tenantId }: OfTenant): string => discoveryName(tenantId);
export const roleName = ({ tenantId }: OfTenant): string => `${setting("CLAWE_SQUADHUB_PREFIX")}${tenantId}`;
export const storagePath = ({ tenantId }: OfTenant): string => `/tenants/${tenantId}`;

/** The container's name in its task. */
export const CONTAINER = "squadhub";
/** ECS calls a log stream `<prefix>/<container>/<task id>`. */
export const logStreamPrefix = ({ tenantId }: OfTenant): string => `${tenantId}/${CONTAINER}/`;

export const TENANT_TAG = "clawe:tenant";
export const REVISION_TAG = "clawe:revision";

export function arnOf({ region, account }: Cell, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
