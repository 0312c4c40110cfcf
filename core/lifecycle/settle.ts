// How a tenant's runs leave it.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { site } from "#platform";
import * as Activity from "../activity/index.ts";
import { service } from "../actor/author.ts";
import * as Audit from "../audit/index.ts";
import { failedConditions, now, transact, type Write } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { AccountTenantEntity, TenantEntity, type TenantItem, type TenantStatus } from "../tenant/index.ts";

/** Where the tenant's people open it. */
export async function publicUrl(): Promise<string> {
  return `${site.url}/w/${(await Tenant.current()).tenantId}`;
}

/** Makes the tenant active and tells its feed, once. */
export async function announceActivation(): Promise<void> {
  const tenant = await Tenant.current();
  const { tenantId, name } = tenant;
  try {
    await transact(
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: "active", updatedAt: now() })
        // A start that was given up in the meantime stays so.
        .options({ condition: { attr: "status", eq: "provisioning" } }),
      Activity.activityWrite("tenant_activated", service, `opened the workspace ${name}`),
      ...statusAuditWrites(tenant, "active"),
    );
  } catch (error) {
    if (!failedConditions(error)) throw error;
  }
}

/**
 * Sets the tenant's status, if it is `from` or that does not matter, together with `also`; a deleted tenant leaves its
 * account's list.
 */
export async function settle(status: TenantStatus, from?: TenantStatus, also: Write[] = []): Promise<void> {
  const tenant = await Tenant.current();
  const { tenantId, accountId } = tenant;
  try {
    await transact(
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status, updatedAt: now() })
        .options(from ? { condition: { attr: "status", eq: from } } : {}),
      ...(status === "deleted"
        ? [AccountTenantEntity.build(DeleteTransaction).key({ accountId, tenantId })]
        : []),
      ...statusAuditWrites(tenant, status),
      ...also,
    );
  } catch (error) {
    if (!from || !failedConditions(error)) throw error;
  }
}

/** What a workspace became by our own doing, for the audit log. */
function statusAuditWrites({ tenantId, accountId }: TenantItem, status: TenantStatus): Write[] {
  const by = { type: "system" as const, name: service.name };
  const about = { tenantId, accountId, resources: { tenantId }, forAccount: true };
  return Audit.auditWrites({ by, action: "settleTenant", outcome: "done", changes: { status }, ...about });
}
