// One execution: the machine with the way it took, and every state that it was in.

import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { plainCause } from "../../../client/cause.ts";
import { LiveProvider } from "../live-provider.tsx";
import { duration, fullTime } from "../time.ts";
import { Loaded } from "../ui/loaded.tsx";
import { RunButtons } from "./actions.tsx";
import { Drawing } from "./drawing.tsx";
import { Head, Pill } from "./parts.tsx";
import { type ExecutionDetails, executionQuery, opsRunQuery, opsTenantQuery } from "./queries.ts";
import { Evidence } from "./runs.tsx";
import { Visits } from "./visits.tsx";
import { wayOf } from "./way.ts";
import { executionWords, runWords, titled } from "./words.ts";

export function ExecutionPage() {
  const { workflow, name } = useParams({ from: "/ops/executions/$workflow/$name" });
  const query = useQuery({
    ...executionQuery(workflow, name),
    // A run that was queued a moment ago may not have its execution yet.
    retry: 2,
    retryDelay: 700,
  });
  return (
    <Loaded query={query} label="Loading the execution">
      {(execution) => (
        <Followed execution={execution}>
          <Details execution={execution} />
        </Followed>
      )}
    </Loaded>
  );
}

/** While it is under way the workspace's hints say when to look again. */
function Followed({
  execution: { status, tenantId },
  children,
}: {
  execution: ExecutionDetails;
  children: ReactNode;
}) {
  if (status !== "RUNNING" || !tenantId) return children;
  return (
    <LiveProvider key={tenantId} tenantId={tenantId} asOperator>
      {children}
    </LiveProvider>
  );
}

function Details({ execution }: { execution: ExecutionDetails }) {
  const { workflow, name, status, tenantId, runId, startedAt, endedAt, error, cause, machine, visits } =
    execution;
  const { state } = useSearch({ from: "/ops/executions/$workflow/$name" });
  const navigate = useNavigate();
  const way = useMemo(() => wayOf({ visits, status }), [visits, status]);
  const select = (next: string | undefined) =>
    void navigate({
      to: "/ops/executions/$workflow/$name",
      params: { workflow, name },
      search: next && next !== state ? { state: next } : {},
      replace: true,
      resetScroll: false,
    });
  const took = endedAt && duration(Date.parse(endedAt) - Date.parse(startedAt));
  return (
    <>
      <Head
        title={titled(workflow)}
        text={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Pill of={executionWords[status]} />
            <span className="tabular-nums">
              {fullTime(startedAt)}
              {took && `, took ${took}`}
            </span>
            {tenantId && (
              <Link
                to="/ops/tenants/$tenantId"
                params={{ tenantId }}
                className="text-accent hover:underline wrap-anywhere"
              >
                <TenantName tenantId={tenantId} />
              </Link>
            )}
          </span>
        }
      />
      {tenantId && runId && <RunOf tenantId={tenantId} runId={runId} />}
      {error && status !== "FAILED" && (
        <p className="mb-6 rounded-2xl bg-bad-tint px-4 py-3 text-sm text-bad wrap-anywhere">
          {error}
          {cause && `: ${plainCause(cause)}`}
        </p>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] lg:gap-10">
        <div className="lg:self-start">
          <Drawing
            machine={machine}
            way={way}
            selected={state}
            hrefOf={(each) => `?state=${encodeURIComponent(each)}`}
            onSelect={select}
          />
        </div>
        <Visits execution={execution} state={state} onSelect={select} />
      </div>
    </>
  );
}

/** Its name; of one that is gone, the id. */
function TenantName({ tenantId }: { tenantId: string }) {
  const { data } = useQuery({ ...opsTenantQuery(tenantId), retry: false });
  return data?.name ?? tenantId;
}

/** What the run says of it, and what can be done now. */
function RunOf({ tenantId, runId }: { tenantId: string; runId: string }) {
  // A workspace that is erased has no runs any more; its executions stay for a while.
  const { data: run } = useQuery({ ...opsRunQuery(tenantId, runId), retry: false });
  if (!run) return null;
  return (
    <section
      aria-label="The run"
      data-testid="run"
      data-status={run.status}
      className="mb-6 grid gap-2 rounded-2xl border border-line bg-card px-5 py-4 shadow-lift"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="text-soft">The run:</span>
          <Pill of={runWords[run.status]} />
          {run.error && <span className="text-soft">failed at {run.error.stage}</span>}
          {run.hold && run.status !== "held" && <span className="text-warn">will be held if it fails</span>}
        </p>
        <RunButtons run={run} />
      </div>
      {run.status === "held" && run.heldUntil && (
        <p className="text-sm text-warn">
          Nothing is undone until you release it, or until {fullTime(run.heldUntil)}.
        </p>
      )}
      <Evidence run={run} />
    </section>
  );
}
