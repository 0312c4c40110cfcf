// How a tenant's runs leave it.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { site } from "#platform";
import { activityOf } from "../activity/index.ts";
import { service } from "../author.ts";
import { failedConditions, now, transact } from "../table.ts";
import { AccountTenantEntity, current, TenantEntity, type TenantStatus } from "./entity.ts";

/** Where the tenant's people open it. */
export async function publicUrl(): Promise<string> {
  return `${site.url}/w/${(await current()).tenantId}`;
}

/** Makes the tenant active and tells its feed, once. */
export async function announceActivation(): Promise<void> {
  const { tenantId, name } = await current();
  try {
    await transact(
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: "active", updatedAt: now() })
        .options({ condition: { attr: "status", ne: "active" } }),
      activityOf("tenant_activated", service, `opened the workspace ${name}`),
    );
  } catch (error) {
    if (!failedConditions(error)) throw error;
  }
}

/** Sets the tenant's status; a deleted tenant leaves its account's list. */
export async function settle(status: TenantStatus): Promise<void> {
  const { tenantId, accountId } = await current();
  const update = { tenantId, status, updatedAt: now() };
  if (status !== "deleted") await TenantEntity.build(UpdateItemCommand).item(update).send();
  else
    await transact(
      TenantEntity.build(UpdateTransaction).item(update),
      AccountTenantEntity.build(DeleteTransaction).key({ accountId, tenantId }),
    );
}
