// Takes workspaces out of the cached list at once. The first page would otherwise lead back to one that is gone.
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "./keys.ts";
import type { Tenant } from "./queries.ts";

const keepTenants = (client: QueryClient, isKept: (tenant: Tenant) => boolean) =>
  client.setQueryData<Tenant[]>(keys.tenants, (tenants) => tenants?.filter(isKept));

export function dropTenant(client: QueryClient, tenantId: string): void {
  keepTenants(client, (tenant) => tenant.tenantId !== tenantId);
}

/** Drops every workspace of the account. */
export function dropAccount(client: QueryClient, accountId: string): void {
  keepTenants(client, (tenant) => tenant.accountId !== accountId);
}
