// Executions of the state machines, newest first.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { duration } from "../time.ts";
import { LoadedList } from "../ui/loaded.tsx";
import { executionLabels, workflowLabel } from "./labels.ts";
import { EmptyText, PageHead, ShowMore, StatusPill, TimeAgo } from "./parts.tsx";
import { type Execution, executionsQuery, type Workflow } from "./queries.ts";
import { workflowNames } from "./workflows.ts";

export function ExecutionsPage() {
  const { workflow } = useSearch({ from: "/ops/executions" });
  const query = useInfiniteQuery(executionsQuery(workflow as Workflow | undefined));
  return (
    <>
      <PageHead title="Executions" text="Every run of a state machine, as the workflow engine records it" />
      <nav aria-label="Workflow" className="mb-4 flex gap-1.5 overflow-x-auto scroll-quiet">
        {[undefined, ...workflowNames].map((name) => (
          <Link
            key={name ?? "all"}
            to="/ops/executions"
            search={name ? { workflow: name } : {}}
            aria-current={name === workflow ? "page" : undefined}
            className={clsx(
              "flex min-h-9 shrink-0 items-center rounded-full border px-3.5 text-sm font-medium",
              name === workflow
                ? "border-ink bg-ink text-bg"
                : "border-line bg-card text-soft hover:border-strong-line hover:text-ink",
            )}
          >
            {name ? workflowLabel(name) : "All"}
          </Link>
        ))}
      </nav>
      <div className="overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={query}
          label="Loading executions"
          empty={
            <EmptyText>
              No executions yet. Each time a squadhub is set up, put to sleep, woken or deleted adds one.
            </EmptyText>
          }
        >
          {(execution) => <Row key={`${execution.workflow} ${execution.name}`} execution={execution} />}
        </LoadedList>
        <ShowMore query={query} />
      </div>
    </>
  );
}

function Row({
  execution: { workflow, name, status, startedAt, endedAt, tenantId },
}: {
  execution: Execution;
}) {
  return (
    <li>
      <Link
        to="/ops/executions/$workflow/$name"
        params={{ workflow, name }}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm transition-colors hover:bg-well focus-visible:-outline-offset-2"
      >
        <StatusPill status={executionLabels[status]} />
        <span className="font-medium">{workflowLabel(workflow)}</span>
        <span className="ml-auto flex items-center gap-3 text-faint tabular-nums">
          {endedAt && <span>{duration(Date.parse(endedAt) - Date.parse(startedAt))}</span>}
          <TimeAgo at={startedAt} />
        </span>
        <span className="w-full truncate font-mono text-[11px] text-faint">
          {name}
          {tenantId && ` · ${tenantId}`}
        </span>
      </Link>
    </li>
  );
}
