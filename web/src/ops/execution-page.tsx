// One execution: the diagram of its state machine with the path it took, and the history of its states.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { plainCause } from "../../../client/cause.ts";
import { LiveProvider } from "../live-provider.tsx";
import { duration, fullTime } from "../time.ts";
import { Loaded } from "../ui/loaded.tsx";
import { RunButtons } from "./actions.tsx";
import { Diagram } from "./diagram.tsx";
import { executionLabels, runLabels, workflowTitle } from "./labels.ts";
import { PageHead, StatusPill } from "./parts.tsx";
import { pathOf } from "./path.ts";
import { type ExecutionDetails, executionQuery, opsRunQuery, opsTenantQuery } from "./queries.ts";
import { Evidence } from "./runs.tsx";
import { StateHistory } from "./state-history.tsx";

export function ExecutionPage() {
  const { workflow, name } = useParams({ from: "/ops/executions/$workflow/$name" });
  const query = useQuery({
    ...executionQuery(workflow, name),
    // The execution of a run that was just queued may not exist yet.
    retry: 2,
    retryDelay: 700,
  });
  return (
    <Loaded query={query} label="Loading the execution">
      {(execution) => (
        <LiveUpdates execution={execution}>
          <Details execution={execution} />
        </LiveUpdates>
      )}
    </Loaded>
  );
}

/** While the execution runs, the workspace's hints refresh the page. */
function LiveUpdates({
  execution: { status, tenantId },
  children,
}: {
  execution: ExecutionDetails;
  children: ReactNode;
}) {
  if (status !== "RUNNING" || !tenantId) return children;
  return (
    <LiveProvider key={tenantId} tenantId={tenantId} isOperator>
      {children}
    </LiveProvider>
  );
}

function Details({ execution }: { execution: ExecutionDetails }) {
  const { workflow, name, status, tenantId, runId, startedAt, endedAt, error, cause, machine, visits } =
    execution;
  const { state } = useSearch({ from: "/ops/executions/$workflow/$name" });
  const navigate = useNavigate();
  const path = useMemo(() => pathOf({ visits, status }), [visits, status]);
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
      <PageHead
        title={workflowTitle(workflow)}
        text={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusPill status={executionLabels[status]} />
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
      {tenantId && runId && <RunSummary tenantId={tenantId} runId={runId} />}
      {error && status !== "FAILED" && (
        <p className="mb-6 rounded-2xl bg-bad-tint px-4 py-3 text-sm text-bad wrap-anywhere">
          {error}
          {cause && `: ${plainCause(cause)}`}
        </p>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] lg:gap-10">
        <div className="lg:self-start">
          <Diagram
            machine={machine}
            path={path}
            selected={state}
            hrefOf={(each) => `?state=${encodeURIComponent(each)}`}
            onSelect={select}
          />
        </div>
        <StateHistory execution={execution} state={state} onSelect={select} />
      </div>
    </>
  );
}

/** The workspace's name, or its id once it is gone. */
function TenantName({ tenantId }: { tenantId: string }) {
  const { data } = useQuery({ ...opsTenantQuery(tenantId), retry: false });
  return data?.name ?? tenantId;
}

/** The run behind the execution, with what an operator can do about it. */
function RunSummary({ tenantId, runId }: { tenantId: string; runId: string }) {
  // The runs of an erased workspace are gone, but its executions stay for a while.
  const { data: run } = useQuery({ ...opsRunQuery(tenantId, runId), retry: false });
  if (!run) return null;
  return (
    <section
      aria-label="Run"
      data-testid="run"
      data-status={run.status}
      className="mb-6 grid gap-2 rounded-2xl border border-line bg-card px-5 py-4 shadow-lift"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="text-soft">Run</span>
          <StatusPill status={runLabels[run.status]} />
          {run.error && <span className="text-soft">failed at {run.error.stage}</span>}
          {run.hold && run.status !== "held" && <span className="text-warn">held if it fails</span>}
        </p>
        <RunButtons run={run} />
      </div>
      {run.status === "held" && run.heldUntil && (
        <p className="text-sm text-warn">
          Nothing is rolled back until you release the run, or until {fullTime(run.heldUntil)}.
        </p>
      )}
      <Evidence run={run} />
    </section>
  );
}
