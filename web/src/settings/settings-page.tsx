// What a workspace is made of: its squadhub, what was done to it, and the way to delete it.
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { workflows } from "../../../client/workflows.gen.ts";
import { statusWords } from "../home/workspaces.tsx";
import { type Run, runsQuery, squadhubQuery, type Tenant, tenantQuery } from "../queries.ts";
import { useMay } from "../roles.ts";
import { agoInWords, duration, fullTime, useNow } from "../time.ts";
import { Empty } from "../ui/empty.tsx";
import { Problem } from "../ui/problem.tsx";
import { Facts, Section } from "../ui/section.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { useTitle } from "../ui/title.ts";
import { Backups } from "./backups.tsx";
import { DeleteWorkspace } from "./delete-workspace.tsx";
import { Version } from "./version.tsx";

export function SettingsPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/settings" });
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const isOwner = useMay(tenantId, "owner");
  const isAdmin = useMay(tenantId, "admin");
  useTitle("Settings");
  if (tenant?.status === "draft") return <Navigate to="/w/$tenantId/draft" params={{ tenantId }} replace />;
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-2xl grid-cols-1 gap-10 px-5 py-8 sm:py-12">
        <h1 className="text-2xl font-semibold">Settings</h1>
        <Section title="Workspace">
          <Facts
            facts={
              tenant && [
                ["Name", tenant.name],
                ["State", statusWords[tenant.status]],
                ["Goal", tenant.goal],
                ["Lead agent", tenant.leadName],
                ["Time zone", tenant.timezone.replaceAll("_", " ")],
                ["Region", tenant.region],
                ["Plan", tenant.plan[0]?.toUpperCase() + tenant.plan.slice(1)],
                ["Made", fullTime(tenant.createdAt)],
              ]
            }
          />
        </Section>
        <Section title="Squadhub" text="The private gateway in which the agents of this workspace live.">
          <Squadhub tenantId={tenantId} tenant={tenant} />
        </Section>
        {tenant && isAdmin && <Backups tenant={tenant} />}
        <Section title="Runs" text="What was done to the squadhub, newest first.">
          <Runs tenantId={tenantId} />
        </Section>
        {tenant && isOwner && <DeleteWorkspace tenant={tenant} />}
      </div>
    </main>
  );
}

function Squadhub({ tenantId, tenant }: { tenantId: string; tenant: Tenant | undefined }) {
  const isAdmin = useMay(tenantId, "admin");
  const { data, error, refetch, isFetching } = useQuery(squadhubQuery(tenantId));
  const now = useNow(30_000);
  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />;
  return (
    <>
      <Facts
        facts={
          data && [
            ["State", data.ready ? "Ready" : "Not ready"],
            ["Ready since", data.readyAt && fullTime(data.readyAt)],
            ["Version", data.version],
            ["Memory", data.memoryMb === undefined ? undefined : `${data.memoryMb.toLocaleString()} MB`],
            ["Last seen", data.lastSeenAt && agoInWords(data.lastSeenAt, now)],
          ]
        }
      />
      {data && tenant && isAdmin && <Version tenant={tenant} isOutdated={data.isOutdated} />}
    </>
  );
}

const runWords: Record<Run["status"], string> = {
  pending: "Waiting",
  running: "Under way",
  held: "Failed, being looked at",
  rolling_back: "Being taken back",
  succeeded: "Succeeded",
  failed: "Failed",
  rollback_incomplete: "Failed, not all taken back",
};

function Runs({ tenantId }: { tenantId: string }) {
  const { data: runs, error, refetch, isFetching } = useQuery(runsQuery(tenantId));
  if (!runs)
    return error ? (
      <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <div className="p-4">
        <SkeletonRows rows={2} label="Loading runs" />
      </div>
    );
  if (runs.length === 0) return <Empty title="No runs" text="Setting a workspace up is the first one." />;
  return (
    <ul className="divide-y divide-line">
      {runs.map(({ runId, workflow, status, startedAt, endedAt }) => (
        <li key={runId}>
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
              className={
                status === "succeeded" ? "text-good" : /fail|rollback/.test(status) ? "text-bad" : ""
              }
            >
              {runWords[status]}
            </span>
            <ChevronRight className="size-4 text-faint" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
