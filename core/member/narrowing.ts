// Narrowing: limits a member to some of the account's tenants.
import * as z from "zod";
import { currentAccount, hasRole, type Role } from "../actor/index.ts";
import { getAll } from "../table/index.ts";
import { AccountTenantEntity } from "../tenant/index.ts";
import { invalidField } from "../util/error.ts";
import { idOf } from "../util/id.ts";

/** More than any plan has workspaces. */
const MAX_TENANTS = 50;

export const narrowing = z
  .array(idOf("tenant"))
  .min(1)
  .max(MAX_TENANTS)
  .refine((ids) => new Set(ids).size === ids.length, "must not have a workspace twice");

/** Throws `invalid` for a tenant of another account, and for a role that always sees all tenants. */
export async function assertTenants(tenantIds: string[], role: Role): Promise<void> {
  if (hasRole(role, "admin"))
    throw invalidField("body.tenantIds", `cannot be set for the role ${role}, which sees every workspace`);
  const accountId = currentAccount();
  const found = await getAll(
    AccountTenantEntity,
    tenantIds.map((tenantId) => ({ accountId, tenantId })),
  );
  const known = new Set(found.map(({ tenantId }) => tenantId));
  const unknown = tenantIds.find((id) => !known.has(id));
  if (unknown) throw invalidField("body.tenantIds", `has ${unknown}, which is not in this account`);
}
