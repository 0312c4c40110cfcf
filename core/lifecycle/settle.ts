// A tenant's status as its runs leave it.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { site } from "#platform";
import * as Activity from "../activity/index.ts";
import { service } from "../actor/author.ts";
import * as Audit from "../audit/index.ts";
import { conditionHolds, now, transact, type Write } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { AccountTenantEntity, TenantEntity, type TenantItem, type TenantStatus } from "../tenant/index.ts";

/** The workspace's address for its people. */
export async function publicUrl(): Promise<string> {
  return `${site.url}/w/${(await Tenant.current()).tenantId}`;
}

/** Makes the tenant active and writes so to its activity feed, once. */
export async function announceActivation(): Promise<void> {
  const tenant = await Tenant.current();
  const { tenantId, name } = tenant;
  await conditionHolds(
    transact(
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: "active", updatedAt: now() })
        // The run may have been abandoned meanwhile.
        .options({ condition: { attr: "status", eq: "provisioning" } }),
      Activity.activityWrite("tenant_activated", service, `opened the workspace ${name}`),
      ...statusAuditWrites(tenant, "active"),
    ),
  );
}

/**
 * Sets the tenant's status together with the writes in `also`. With `from`, only if the status is that one. A deleted
 * tenant leaves its account's list.
 */
export async function settle(status: TenantStatus, from?: TenantStatus, also: Write[] = []): Promise<void> {
  const tenant = await Tenant.current();
  const { tenantId, accountId } = tenant;
  const write = transact(
    TenantEntity.build(UpdateTransaction)
      .item({ tenantId, status, updatedAt: now() })
      .options(from ? { condition: { attr: "status", eq: from } } : {}),
    ...(status === "deleted"
      ? [AccountTenantEntity.build(DeleteTransaction).key({ accountId, tenantId })]
      : []),
    ...statusAuditWrites(tenant, status),
    ...also,
  );
  await (from ? conditionHolds(write) : write);
}

/** The writes that tell the audit log which status the service itself gave a workspace. */
function statusAuditWrites({ tenantId, accountId }: TenantItem, status: TenantStatus): Write[] {
  const by = { type: "system" as const, name: service.name };
  const about = { tenantId, accountId, resources: { tenantId }, forAccount: true };
  return Audit.auditWrites({ by, action: "settleTenant", outcome: "done", changes: { status }, ...about });
}
