// The signed-in person's role in a workspace. The API decides; the page only hides what it would refuse.
import { useQuery } from "@tanstack/react-query";
import { meQuery, tenantQuery } from "./queries.ts";
import { hasRole, type Role } from "./roles.ts";

/** Whether the person has at least this role in the workspace. False while it loads. */
export function useHasRole(tenantId: string, atLeast: Role): boolean {
  const { data: me } = useQuery(meQuery);
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const role = me?.accounts.find(({ accountId }) => accountId === tenant?.accountId)?.role;
  return role !== undefined && hasRole(role, atLeast);
}
