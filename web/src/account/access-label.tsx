// A person's role, and below it the workspaces they are limited to.
import { useQuery } from "@tanstack/react-query";
import { tenantsQuery } from "../queries.ts";
import type { Role } from "../ranks.ts";
import { narrowingWords, roleWords } from "./words.ts";

export function AccessLabel({ role, tenantIds }: { role: Role; tenantIds: string[] | undefined }) {
  const { data: tenants = [] } = useQuery(tenantsQuery);
  return (
    <span className="max-w-36 text-right text-sm">
      {roleWords[role]}
      {tenantIds && (
        <span className="block truncate text-[13px] text-soft">{narrowingWords(tenantIds, tenants)}</span>
      )}
    </span>
  );
}
