// What the signed-in person may do in a workspace; the API decides, this only hides what it would refuse.
import { useQuery } from "@tanstack/react-query";
import { meQuery, tenantQuery } from "./queries.ts";
import { hasRole, type Role } from "./ranks.ts";

/** Whether the person has at least this role in the workspace; false while nobody knows. */
export function useMay(tenantId: string, atLeast: Role): boolean {
  const { data: me } = useQuery(meQuery);
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const role = me?.accounts.find(({ accountId }) => accountId === tenant?.accountId)?.role;
  return role !== undefined && hasRole(role, atLeast);
}
