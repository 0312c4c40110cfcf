// Which of an account's workspaces a person sees: all of them, or some.
import { useQuery } from "@tanstack/react-query";
import { tenantsQuery } from "../queries.ts";
import { FieldGroup } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";

interface Props {
  accountId: string;
  /** Undefined: all of them. */
  chosen: string[] | undefined;
  onChange(chosen: string[] | undefined): void;
  error?: string;
}

const scopes = [
  { value: "all", label: "All workspaces" },
  { value: "some", label: "Some workspaces" },
] as const;

export function WorkspaceChoice({ accountId, chosen, onChange, error }: Props) {
  const { data: all = [] } = useQuery(tenantsQuery);
  const tenants = all.filter((tenant) => tenant.accountId === accountId);
  if (tenants.length === 0 && chosen === undefined) return null;
  const toggle = (tenantId: string) =>
    onChange(
      chosen?.includes(tenantId) ? chosen.filter((each) => each !== tenantId) : [...(chosen ?? []), tenantId],
    );
  return (
    <FieldGroup legend="Workspaces" error={error}>
      <Segmented
        name="workspaces"
        options={scopes}
        value={chosen ? "some" : "all"}
        onChange={(scope) => onChange(scope === "all" ? undefined : (chosen ?? []))}
      />
      {chosen && (
        <div className="max-h-56 divide-y divide-line overflow-y-auto rounded-xl border border-line">
          {tenants.map(({ tenantId, name }) => (
            <label
              key={tenantId}
              className="flex min-h-11 cursor-pointer items-center gap-3 px-3.5 text-sm hover:bg-well"
            >
              <input
                type="checkbox"
                checked={chosen.includes(tenantId)}
                onChange={() => toggle(tenantId)}
                className="size-4.5 accent-(--accent)"
              />
              <span className="truncate">{name}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
