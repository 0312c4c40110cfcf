// The menu that switches between workspaces.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown, Plus, Users } from "lucide-react";
import { tenantQuery, tenantsQuery } from "../queries.ts";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

export function Switcher({ tenantId }: { tenantId: string }) {
  const navigate = useNavigate();
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const { data: tenants = [] } = useQuery(tenantsQuery);

  return (
    <Menu
      label="Workspaces"
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Workspace ${tenant?.name ?? ""}. Switch`}
          className="flex min-h-10 min-w-0 items-center gap-1.5 rounded-xl px-2 font-semibold tracking-tight hover:bg-well"
        >
          {tenant ? (
            <span className="truncate pr-0.5">{tenant.name}</span>
          ) : (
            <Skeleton className="h-4 w-24" />
          )}
          <ChevronsUpDown className="size-3.5 shrink-0 text-faint" aria-hidden />
        </button>
      }
    >
      <MenuLabel>Workspaces</MenuLabel>
      {tenants.map((each) => (
        <MenuItem
          key={each.tenantId}
          checked={each.tenantId === tenantId}
          onSelect={() => void navigate({ to: "/w/$tenantId", params: { tenantId: each.tenantId } })}
        >
          <span className="truncate">{each.name}</span>
          {each.status === "draft" && <span className="text-xs text-faint">Draft</span>}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => void navigate({ to: "/new" })}>
        <Plus className="size-4 text-soft" aria-hidden />
        New workspace
      </MenuItem>
      {tenant && (
        <MenuItem
          onSelect={() =>
            void navigate({ to: "/account/$accountId", params: { accountId: tenant.accountId } })
          }
        >
          <Users className="size-4 text-soft" aria-hidden />
          Members and plan
        </MenuItem>
      )}
    </Menu>
  );
}
