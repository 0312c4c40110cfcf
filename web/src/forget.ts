// Forgets what is gone, at once: the list would lead from the first page back to it before it has been asked again.
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "./keys.ts";
import type { Tenant } from "./queries.ts";

const keepTenants = (client: QueryClient, isKept: (tenant: Tenant) => boolean) =>
  client.setQueryData<Tenant[]>(keys.tenants, (tenants) => tenants?.filter(isKept));

export function forgetTenant(client: QueryClient, tenantId: string): void {
  keepTenants(client, (tenant) => tenant.tenantId !== tenantId);
}

export function forgetAccount(client: QueryClient, accountId: string): void {
  keepTenants(client, (tenant) => tenant.accountId !== accountId);
}
