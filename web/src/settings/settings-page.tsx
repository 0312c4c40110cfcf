// A workspace's settings: facts about it, its squadhub, backups and runs, and its deletion.
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { workflows } from "../../../client/workflows.gen.ts";
import { capitalize } from "../capitalize.ts";
import { statusLabels } from "../home/workspaces.tsx";
import { zoneLabel } from "../home/zone.ts";
import { type Run, runsQuery, squadhubQuery, type Tenant, tenantQuery } from "../queries.ts";
import { duration, fullTime, timeAgo, useNow } from "../time.ts";
import { Empty } from "../ui/empty.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Problem } from "../ui/problem.tsx";
import { Facts, Section } from "../ui/section.tsx";
import { useTitle } from "../ui/title.ts";
import { useHasRole } from "../use-role.ts";
import { Backups } from "./backups.tsx";
import { DeleteWorkspace } from "./delete-workspace.tsx";
import { Version } from "./version.tsx";

export function SettingsPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/settings" });
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const isOwner = useHasRole(tenantId, "owner");
  const isAdmin = useHasRole(tenantId, "admin");
  useTitle("Settings");
  if (tenant?.status === "draft") return <Navigate to="/w/$tenantId/draft" params={{ tenantId }} replace />;
  return (
    <Page width="wide" className="grid grid-cols-1 gap-10">
      <h1 className="text-2xl font-semibold">Settings</h1>
      <Section title="Workspace">
        <Facts
          facts={
            tenant && [
              ["Name", tenant.name],
              ["Status", statusLabels[tenant.status]],
              ["Goal", tenant.goal],
              ["Lead agent", tenant.leadName],
              ["Time zone", zoneLabel(tenant.timezone)],
              ["Region", tenant.region],
              ["Plan", capitalize(tenant.plan)],
              ["Created", fullTime(tenant.createdAt)],
            ]
          }
        />
      </Section>
      <Section title="Squadhub" text="The private gateway that runs the agents of this workspace.">
        <Squadhub tenantId={tenantId} tenant={tenant} />
      </Section>
      {tenant && isAdmin && <Backups tenant={tenant} />}
      <Section title="Runs" text="Work on the squadhub, newest first.">
        <Runs tenantId={tenantId} />
      </Section>
      {tenant && isOwner && <DeleteWorkspace tenant={tenant} />}
    </Page>
  );
}

function Squadhub({ tenantId, tenant }: { tenantId: string; tenant: Tenant | undefined }) {
  const isAdmin = useHasRole(tenantId, "admin");
  const { data, error, refetch, isFetching } = useQuery(squadhubQuery(tenantId));
  const now = useNow(30_000);
  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />;
  return (
    <>
      <Facts
        facts={
          data && [
            ["Status", data.ready ? "Ready" : "Not ready"],
            ["Ready since", data.readyAt && fullTime(data.readyAt)],
            ["Version", data.version],
            ["Memory", data.memoryMb === undefined ? undefined : `${data.memoryMb.toLocaleString()} MB`],
            ["Last seen", data.lastSeenAt && timeAgo(data.lastSeenAt, now)],
          ]
        }
      />
      {data && tenant && isAdmin && <Version tenant={tenant} isOutdated={data.isOutdated} />}
    </>
  );
}

const runLabels: Record<Run["status"], string> = {
  pending: "Queued",
  running: "In progress",
  held: "Failed, under investigation",
  rolling_back: "Rolling back",
  succeeded: "Succeeded",
  failed: "Failed",
  rollback_incomplete: "Failed, rollback incomplete",
};

function Runs({ tenantId }: { tenantId: string }) {
  const runs = useQuery(runsQuery(tenantId));
  return (
    <LoadedList
      query={runs}
      label="Loading runs"
      rows={2}
      empty={<Empty title="No runs yet" text="Setting up the workspace is the first one." />}
    >
      {(run) => <RunRow key={run.runId} tenantId={tenantId} run={run} />}
    </LoadedList>
  );
}

function RunRow({ tenantId, run }: { tenantId: string; run: Run }) {
  const { runId, workflow, status, startedAt, endedAt } = run;
  return (
    <li>
      <Link
        to="/w/$tenantId/run/$runId"
        params={{ tenantId, runId }}
        className="flex items-center gap-4 px-5 py-3 text-sm transition-colors hover:bg-well focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{workflows[workflow].label}</span>
          <span className="block text-soft">
            {fullTime(startedAt)}
            {endedAt && ` · ${duration(Date.parse(endedAt) - Date.parse(startedAt))}`}
          </span>
        </span>
        <span
          className={status === "succeeded" ? "text-good" : /fail|rollback/.test(status) ? "text-bad" : ""}
        >
          {runLabels[status]}
        </span>
        <ChevronRight className="size-4 text-faint" aria-hidden />
      </Link>
    </li>
  );
}
