// The progress of a run: setting up a workspace, deleting it, or maintenance on it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { ArrowRight, RotateCw } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { isStatus } from "../api.ts";
import { keys } from "../keys.ts";
import { useLive } from "../live-provider.tsx";
import { type Run, runQuery, type Tenant, tenantQuery } from "../queries.ts";
import { dropTenant } from "../tenant-cache.ts";
import { fullTime, stopwatch, useNow } from "../time.ts";
import { Mark } from "../ui/brand.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { FormProblem, Problem } from "../ui/problem.tsx";
import { useTitle } from "../ui/title.ts";
import { hasEnded, headline } from "./headline.ts";
import { Timeline } from "./timeline.tsx";
import { canStart, retryOf, useStart } from "./use-start.ts";

const OPENS_AFTER_MS = 1_500;
/** A run that ended longer ago was not being waited for. */
const FRESH_MS = 10_000;
const FALLBACK_POLL_MS = 5_000;

export function RunPage() {
  const { tenantId, runId } = useParams({ from: "/inside/w/$tenantId/run/$runId" });
  const { state: live, isLongDown } = useLive();
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const {
    data: run,
    error,
    refetch,
    isFetching,
  } = useQuery({
    ...runQuery(tenantId, runId),
    // A deleted workspace has no socket, so its last hint may never arrive.
    refetchInterval: ({ state }) =>
      (isLongDown || live === "closed") && !state.error && !hasEnded(state.data) && FALLBACK_POLL_MS,
  });
  useTitle(run ? headline(run, undefined).title : "");

  // The API answers 404 for everything in a deleted workspace, even for the run that deleted it.
  if (run?.workflow === "deprovision" && (run.status === "succeeded" || isStatus(error, 404)))
    return <Deleted tenantId={tenantId} name={tenant?.name} />;
  return (
    <Page>
      {run ? (
        <RunProgress run={run} tenant={tenant} />
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <PageSkeleton />
      )}
    </Page>
  );
}

function RunProgress({ run, tenant }: { run: Run; tenant: Tenant | undefined }) {
  const { tenantId, workflow, status, stages, attempt, startedAt, endedAt } = run;
  const { title, text } = headline(run, tenant?.name);
  return (
    <>
      <div className="flex items-start gap-4">
        <Mark className="mt-0.5 hidden size-11 text-2xl sm:grid" />
        <div className="min-w-0 flex-1" role="status">
          <h1 className="text-2xl font-semibold" data-testid="run" data-status={status}>
            {title}
          </h1>
          <p className="mt-1.5 text-soft">{text}</p>
        </div>
        <Elapsed startedAt={startedAt} endedAt={endedAt} />
      </div>
      {status === "succeeded" && workflow === "provision" && <OpenBoard run={run} />}
      {(run.error || status === "failed" || status === "rollback_incomplete") && (
        <Failure run={run} tenant={tenant} />
      )}
      <Timeline
        stages={stages}
        current={run.stage}
        attempt={attempt}
        isUndoing={status === "rolling_back" || (hasEnded(run) && status !== "succeeded")}
      />
      <p className="mt-6 text-center font-mono text-[11px] text-faint" title={fullTime(startedAt)}>
        {run.runId} · {tenantId}
      </p>
    </>
  );
}

function Elapsed({ startedAt, endedAt }: { startedAt: string; endedAt: string | undefined }) {
  const now = useNow(1_000);
  const ms = (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt);
  return (
    <span
      role="timer"
      aria-label="Total time"
      data-testid="elapsed"
      className="rounded-full bg-well px-3 py-1 text-sm font-medium text-soft tabular-nums"
    >
      {stopwatch(ms)}
    </span>
  );
}

function OpenBoard({ run: { tenantId, endedAt } }: { run: Run }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  // Decided once: a person who opens an older run must not be sent to the board.
  const [isAwaited] = useState(() => endedAt !== undefined && Date.now() - Date.parse(endedAt) < FRESH_MS);

  useEffect(() => {
    // The board needs the new status of the workspace.
    void client.invalidateQueries({ queryKey: keys.tenant(tenantId) });
    if (!isAwaited) return;
    const timer = setTimeout(
      () => void navigate({ to: "/w/$tenantId", params: { tenantId }, replace: true }),
      OPENS_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [isAwaited, client, navigate, tenantId]);

  return (
    <Link
      to="/w/$tenantId"
      params={{ tenantId }}
      className={`${buttonClass("primary", "large")} mt-6 w-full animate-rise sm:w-auto`}
    >
      Open the board
      <ArrowRight className="size-4.5" aria-hidden />
    </Link>
  );
}

/** What went wrong, and once the run has ended what the person can do. */
function Failure({ run, tenant }: { run: Run; tenant: Tenant | undefined }) {
  const { tenantId, workflow, error } = run;
  const client = useQueryClient();
  const retry = retryOf(workflow);
  const again = useStart(tenantId, { replace: true });
  const isOver = hasEnded(run);

  useEffect(() => {
    // The end of the run has changed what can be started.
    if (isOver) void client.invalidateQueries({ queryKey: keys.tenant(tenantId) });
  }, [isOver, client, tenantId]);

  return (
    <div className="mt-6 grid gap-3 rounded-2xl border border-bad/30 bg-bad-tint p-5">
      <div role="alert">
        <p className="font-medium text-bad">What went wrong</p>
        <p className="mt-1 wrap-anywhere" data-testid="run-error">
          {error?.message ?? "The cause is unknown. We were notified and will look into it."}
        </p>
        {error && <p className="mt-1 font-mono text-[11px] text-soft">{error.code}</p>}
      </div>
      <FormProblem error={again.error} />
      {isOver && (
        <div className="flex flex-wrap gap-2">
          {retry && canStart(tenant, retry) && (
            <Button kind="primary" onClick={() => again.mutate(retry)} busy={again.isPending}>
              {!again.isPending && <RotateCw className="size-4" aria-hidden />}
              Try again
            </Button>
          )}
          <Link to="/w/$tenantId/settings" params={{ tenantId }} className={buttonClass("quiet")}>
            Settings
          </Link>
        </div>
      )}
    </div>
  );
}

function Deleted({ tenantId, name }: { tenantId: string; name: string | undefined }): ReactNode {
  const client = useQueryClient();
  useEffect(() => {
    dropTenant(client, tenantId);
    void client.invalidateQueries({ queryKey: keys.tenants });
    void client.invalidateQueries({ queryKey: keys.me });
  }, [client, tenantId]);
  return (
    <main
      className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center"
      data-testid="run"
      data-status="succeeded"
    >
      <h1 className="text-2xl font-semibold">{name ? `“${name}” is deleted` : "The workspace is deleted"}</h1>
      <p className="max-w-sm text-soft">Its board, files and keys are gone. Its name is free again.</p>
      <Link to="/" className={`${buttonClass("primary")} mt-3`}>
        Your workspaces
      </Link>
    </main>
  );
}
