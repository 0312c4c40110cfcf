// A person's role, and below it the workspaces they are limited to.
import { useQuery } from "@tanstack/react-query";
import { tenantsQuery } from "../queries.ts";
import type { Role } from "../roles.ts";
import { roleLabels, workspacesLabel } from "./labels.ts";

export function AccessLabel({ role, tenantIds }: { role: Role; tenantIds: string[] | undefined }) {
  const { data: tenants = [] } = useQuery(tenantsQuery);
  return (
    <span className="max-w-36 text-right text-sm">
      {roleLabels[role]}
      {tenantIds && (
        <span className="block truncate text-[13px] text-soft">{workspacesLabel(tenantIds, tenants)}</span>
      )}
    </span>
  );
}
