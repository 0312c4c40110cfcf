// A person's workspaces. Without one the form for the first is shown; a single one opens directly.
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { ChevronRight, Plus } from "lucide-react";
import { type Tenant, tenantsQuery } from "../queries.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { fullTime, shortTimeAgo, useNow } from "../time.ts";
import { Mark } from "../ui/brand.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useTitle } from "../ui/title.ts";
import { NewWorkspace } from "./new-workspace.tsx";

export const statusLabels: Record<Tenant["status"], string> = {
  draft: "Draft",
  provisioning: "Being set up",
  active: "Active",
  stopping: "Going to sleep",
  sleeping: "Asleep",
  starting: "Waking up",
  maintenance: "Maintenance",
  stopped: "Stopped",
  suspended: "Suspended",
  deprovisioning: "Being deleted",
  deleted: "Deleted",
  error: "Failed to start",
};

export default function Workspaces() {
  useTitle("Workspaces");
  const query = useQuery(tenantsQuery);
  const [only, ...others] = query.data ?? [];
  if (only && others.length === 0)
    return <Navigate to="/w/$tenantId" params={{ tenantId: only.tenantId }} replace />;
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main className="mx-auto w-full max-w-xl flex-1 px-5 py-10">
        <Loaded query={query} label="Loading your workspaces" className="">
          {(tenants) => (tenants.length === 0 ? <NewWorkspace isFirst /> : <Chooser tenants={tenants} />)}
        </Loaded>
      </main>
    </div>
  );
}

function Chooser({ tenants }: { tenants: Tenant[] }) {
  const now = useNow(60_000);
  return (
    <>
      <div className="mb-6 flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">Your workspaces</h1>
        <Link to="/new" className={buttonClass("secondary")}>
          <Plus className="size-4" aria-hidden />
          New workspace
        </Link>
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        {tenants.map(({ tenantId, name, goal, status, createdAt }) => (
          <li key={tenantId}>
            <Link
              to="/w/$tenantId"
              params={{ tenantId }}
              className="flex items-center gap-3.5 px-4 py-3.5 transition-colors hover:bg-well focus-visible:-outline-offset-2"
            >
              <Mark className="size-9 text-lg" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-sm text-soft">{goal || statusLabels[status]}</span>
              </span>
              {goal && status !== "active" && (
                <span className="rounded-full bg-well px-2.5 py-1 text-xs font-medium text-soft">
                  {statusLabels[status]}
                </span>
              )}
              <time dateTime={createdAt} title={fullTime(createdAt)} className="text-xs text-faint">
                {shortTimeAgo(createdAt, now)}
              </time>
              <ChevronRight className="size-4 text-faint" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
