// The frame of operators' pages: access and navigation.
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { Activity, Boxes, Inbox, ListTree, Mail } from "lucide-react";
import type { ReactNode } from "react";
import { isStatus } from "../api.ts";
import { signIn } from "../auth.ts";
import { meQuery } from "../queries.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { useTitle } from "../ui/title.ts";
import { operatorQuery } from "./queries.ts";

export function OpsShell() {
  const { data: operator, error, refetch, isFetching } = useQuery(operatorQuery);
  if (isStatus(error, 403)) return <NotAnOperator />;
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="sticky top-0 z-20">
        <TopBar>
          <Link to="/ops" className="rounded-lg px-1 font-semibold tracking-tight">
            Operations
          </Link>
        </TopBar>
        <Pages />
      </div>
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-16 sm:px-6">
        {operator ? (
          <Outlet />
        ) : (
          error && <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
        )}
      </main>
    </div>
  );
}

const iconClass = "size-4 max-sm:hidden";

function Pages() {
  return (
    <nav
      aria-label="Operations"
      className="flex overflow-x-auto border-b border-line bg-bg px-2 scroll-quiet sm:px-4"
    >
      <PageLink to="/ops" icon={<Activity className={iconClass} aria-hidden />} exact>
        Overview
      </PageLink>
      <PageLink to="/ops/squadhubs" icon={<Boxes className={iconClass} aria-hidden />}>
        Squadhubs
      </PageLink>
      <PageLink to="/ops/executions" icon={<ListTree className={iconClass} aria-hidden />}>
        Executions
      </PageLink>
      <PageLink to="/ops/dead-letters" icon={<Inbox className={iconClass} aria-hidden />}>
        Dead letters
      </PageLink>
      <PageLink to="/ops/mail" icon={<Mail className={iconClass} aria-hidden />}>
        Mail
      </PageLink>
    </nav>
  );
}

interface PageLinkProps {
  to: "/ops" | "/ops/squadhubs" | "/ops/executions" | "/ops/dead-letters" | "/ops/mail";
  icon: ReactNode;
  exact?: boolean;
  children: ReactNode;
}

function PageLink({ to, icon, exact = false, children }: PageLinkProps) {
  return (
    <Link
      to={to}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ className: "border-accent text-ink", "aria-current": "page" }}
      inactiveProps={{ className: "border-transparent text-soft hover:text-ink" }}
      className="flex min-h-11 shrink-0 items-center gap-2 border-b-2 px-3 text-sm font-medium transition-colors focus-visible:-outline-offset-2"
    >
      {icon}
      {children}
    </Link>
  );
}

/** For a signed-in person who is not an operator. */
function NotAnOperator() {
  useTitle("Operations");
  const { data: me } = useQuery(meQuery);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center">
        <h1 className="text-xl font-semibold">Operators only</h1>
        <p className="max-w-md text-soft">
          You are signed in as {me ? <strong className="wrap-anywhere">{me.email}</strong> : "a person"} who
          is not an operator. Ask an operator for access, or sign in with another address.
        </p>
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          <Link to="/" className={buttonClass("secondary")}>
            Your workspaces
          </Link>
          <Button kind="primary" onClick={() => void signIn("/ops", { promptLogin: true })}>
            Sign in with another address
          </Button>
        </div>
      </main>
    </div>
  );
}
