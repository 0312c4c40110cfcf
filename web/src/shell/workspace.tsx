// The frame of one workspace: its top bar, its socket and the open page.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { CalendarClock, Columns3, Settings } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { isStatus } from "../api.ts";
import { LiveProvider } from "../live-provider.tsx";
import { tenantQuery } from "../queries.ts";
import { dropTenant } from "../tenant-cache.ts";
import { buttonClass } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { Switcher } from "./switcher.tsx";
import { TopBar } from "./top-bar.tsx";

export function Workspace() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId" });
  const { data, error, refetch, isFetching } = useQuery(tenantQuery(tenantId));
  const isGone = isStatus(error, 404);
  return (
    // One socket per workspace: the key makes React open a new one for another id.
    <LiveProvider key={tenantId} tenantId={tenantId}>
      <div className="flex h-dvh flex-col">
        <TopBar>
          {!isGone && (
            <>
              <Switcher tenantId={tenantId} />
              {data?.status !== "draft" && <Pages tenantId={tenantId} />}
            </>
          )}
        </TopBar>
        {isGone && data?.status !== "deprovisioning" ? (
          <Gone tenantId={tenantId} />
        ) : error && !data ? (
          <main className="grid flex-1 place-content-center">
            <Problem error={error} onRetry={() => void refetch()} busy={isFetching}>
              <Link to="/" className={buttonClass("quiet")}>
                Your workspaces
              </Link>
            </Problem>
          </main>
        ) : (
          <Outlet />
        )}
      </div>
    </LiveProvider>
  );
}

/** The workspace was deleted, or the person cannot see it. The API does not tell these apart. */
function Gone({ tenantId }: { tenantId: string }) {
  const client = useQueryClient();
  useEffect(() => {
    dropTenant(client, tenantId);
  }, [client, tenantId]);
  return (
    <main className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center">
      <h1 className="text-xl font-semibold">Workspace not found</h1>
      <p className="max-w-sm text-soft">It was deleted, or you do not have access to it.</p>
      <Link to="/" className={`${buttonClass("primary")} mt-3`}>
        Your workspaces
      </Link>
    </main>
  );
}

function Pages({ tenantId }: { tenantId: string }) {
  return (
    <nav aria-label="Workspace" className="flex items-center sm:ml-2">
      <PageLink to="/w/$tenantId" tenantId={tenantId} label="Board">
        <Columns3 className="size-4" aria-hidden />
      </PageLink>
      <PageLink to="/w/$tenantId/routines" tenantId={tenantId} label="Routines">
        <CalendarClock className="size-4" aria-hidden />
      </PageLink>
      <PageLink to="/w/$tenantId/settings" tenantId={tenantId} label="Settings">
        <Settings className="size-4" aria-hidden />
      </PageLink>
    </nav>
  );
}

interface PageLinkProps {
  to: "/w/$tenantId" | "/w/$tenantId/routines" | "/w/$tenantId/settings";
  tenantId: string;
  label: string;
  children: ReactNode;
}

function PageLink({ to, tenantId, label, children }: PageLinkProps) {
  return (
    <Link
      to={to}
      params={{ tenantId }}
      aria-label={label}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ className: "bg-well text-ink", "aria-current": "page" }}
      inactiveProps={{ className: "text-soft hover:text-ink" }}
      className="flex min-h-10 min-w-10 items-center justify-center gap-2 rounded-xl px-2.5 text-sm font-medium transition-colors sm:px-3"
    >
      {children}
      <span className="hidden sm:inline">{label}</span>
    </Link>
  );
}
