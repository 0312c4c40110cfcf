// Which of an account's workspaces somebody sees: all, or some.

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { tenantsQuery } from "../queries.ts";

interface Props {
  accountId: string;
  /** Undefined: all of them. */
  chosen: string[] | undefined;
  onChange(chosen: string[] | undefined): void;
  error?: string;
}

export function WorkspaceChoice({ accountId, chosen, onChange, error }: Props) {
  const { data: all = [] } = useQuery(tenantsQuery);
  const tenants = all.filter((tenant) => tenant.accountId === accountId);
  if (tenants.length === 0 && chosen === undefined) return null;
  const toggle = (tenantId: string) =>
    onChange(
      chosen?.includes(tenantId) ? chosen.filter((each) => each !== tenantId) : [...(chosen ?? []), tenantId],
    );
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">Workspaces</legend>
      <div className="flex rounded-xl bg-well p-1">
        <Way name="All of them" isChosen={chosen === undefined} onChoose={() => onChange(undefined)} />
        <Way name="Only some" isChosen={chosen !== undefined} onChoose={() => onChange(chosen ?? [])} />
      </div>
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
      {error && (
        <p role="alert" className="text-[13px] text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Way({ name, isChosen, onChoose }: { name: string; isChosen: boolean; onChoose(): void }) {
  return (
    <label
      className={clsx(
        "flex min-h-9 flex-1 cursor-pointer items-center justify-center rounded-lg text-sm font-medium transition-colors has-focus-visible:outline-2 has-focus-visible:outline-brand",
        isChosen ? "bg-card shadow-lift" : "text-soft hover:text-ink",
      )}
    >
      <input type="radio" name="workspaces" checked={isChosen} onChange={onChoose} className="sr-only" />
      {name}
    </label>
  );
}
