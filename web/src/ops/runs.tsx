// Runs in a list: the workspace, the status, the evidence of a failure, and what an operator can do.
import { Link } from "@tanstack/react-router";
import { plainCause } from "../../../client/cause.ts";
import { fullTime } from "../time.ts";
import { RunButtons } from "./actions.tsx";
import { runLabels, workflowLabel } from "./labels.ts";
import { StatusPill, TimeAgo } from "./parts.tsx";
import type { OpsRun } from "./queries.ts";

interface Props {
  runs: OpsRun[];
  /** The names of workspaces by id. */
  names: Map<string, string>;
}

export function Runs({ runs, names }: Props) {
  return (
    <ul className="divide-y divide-line">
      {runs.map((run) => (
        <RunRow key={run.runId} run={run} names={names} />
      ))}
    </ul>
  );
}

export function RunRow({ run, names }: { run: OpsRun; names?: Map<string, string> }) {
  const { tenantId, runId, workflow, status, stage, startedAt, hold, heldUntil, error } = run;
  const isUnderWay = status === "running" || status === "rolling_back";
  return (
    <li className="grid gap-2 px-5 py-3.5" data-testid={`run-${runId}`} data-status={status}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <StatusPill status={runLabels[status]} />
        <Link
          to="/ops/executions/$workflow/$name"
          params={{ workflow, name: runId }}
          className="font-medium hover:underline"
        >
          {workflowLabel(workflow)}
        </Link>
        {names && (
          <Link
            to="/ops/tenants/$tenantId"
            params={{ tenantId }}
            className="text-sm text-accent hover:underline"
          >
            {names.get(tenantId) ?? tenantId}
          </Link>
        )}
        {isUnderWay && stage && <span className="text-sm text-soft">{stage}</span>}
        {error && <span className="text-sm text-soft">failed at {error.stage}</span>}
        {hold && status !== "held" && <span className="text-xs text-warn">held if it fails</span>}
        <span className="ml-auto flex items-center gap-3">
          <TimeAgo at={startedAt} />
        </span>
        <RunButtons run={run} />
      </div>
      {heldUntil && status === "held" && (
        <p className="text-sm text-warn">
          Nothing is rolled back until you release the run, or until {fullTime(heldUntil)}.
        </p>
      )}
      <Evidence run={run} />
    </li>
  );
}

export function Evidence({ run: { evidence, left = [], status, reaps } }: { run: OpsRun }) {
  return (
    <>
      {status === "rollback_incomplete" && (
        <p className="text-sm text-bad">
          Left behind: {left.join(", ") || "unknown"}. The reaper tries again every night
          {reaps ? ` (${reaps} attempts so far)` : ""}. “Reap now” on the overview tries at once.
        </p>
      )}
      {evidence && (
        <details className="text-sm">
          <summary className="cursor-pointer rounded text-soft hover:text-ink wrap-anywhere">
            {evidence.error}: {plainCause(evidence.cause) || "no cause given"}
          </summary>
          <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-1.5 text-[13px]">
            {evidence.stoppedReason && <p>Stopped: {evidence.stoppedReason}</p>}
            {evidence.exitCode !== undefined && <p>Exit code {evidence.exitCode}</p>}
            {evidence.logs.length > 0 ? (
              <pre className="max-h-72 overflow-auto rounded-xl bg-well p-3 font-mono text-[12px] leading-relaxed whitespace-pre-wrap wrap-anywhere scroll-thin">
                {evidence.logs.join("\n")}
              </pre>
            ) : (
              <p className="text-soft">The gateway wrote no log.</p>
            )}
          </div>
        </details>
      )}
    </>
  );
}
