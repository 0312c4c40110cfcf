// All squadhubs: their status, version and memory, when each was last seen, and the workflows to start.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { capitalize } from "../capitalize.ts";
import { fullTime, timeAgo, timeUntil, useNow } from "../time.ts";
import { LoadedList } from "../ui/loaded.tsx";
import { formatMegabytes, tenantLabels } from "./labels.ts";
import { EmptyText, PageHead, ShowMore, StatusPill } from "./parts.tsx";
import { type SquadhubOverview, squadhubsQuery } from "./queries.ts";
import { StartButtons } from "./start.tsx";

export function SquadhubsPage() {
  const query = useInfiniteQuery(squadhubsQuery);
  return (
    <>
      <PageHead title="Squadhubs" text="One per workspace, newest first" />
      <div className="rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={query}
          label="Loading squadhubs"
          empty={<EmptyText>There are no workspaces yet.</EmptyText>}
        >
          {(squadhub) => <Row key={squadhub.tenantId} squadhub={squadhub} />}
        </LoadedList>
        <ShowMore query={query} />
      </div>
    </>
  );
}

function Row({ squadhub }: { squadhub: SquadhubOverview }) {
  const { tenantId, name, status, plan, version, memoryMb, lastSeenAt, idleCheckAt } = squadhub;
  const now = useNow(30_000);
  const isUp = status === "active";
  const facts = [
    capitalize(plan),
    isUp && formatMegabytes(memoryMb),
    lastSeenAt && `seen ${timeAgo(lastSeenAt, now)}`,
    isUp && idleCheckAt && Date.parse(idleCheckAt) > now && `may sleep in ${timeUntil(idleCheckAt, now)}`,
    version && `OpenClaw ${version}`,
  ].filter((fact): fact is string => typeof fact === "string");
  return (
    <li
      className="flex flex-wrap items-center gap-x-4 gap-y-2.5 px-5 py-3.5"
      data-testid={`squadhub-${name}`}
      data-status={status}
    >
      <div className="min-w-0 flex-1 basis-56">
        <div className="flex flex-wrap items-center gap-2.5">
          <Link
            to="/ops/tenants/$tenantId"
            params={{ tenantId }}
            className="font-medium hover:underline wrap-anywhere"
          >
            {name}
          </Link>
          <StatusPill status={tenantLabels[status]} />
        </div>
        <p className="mt-1 text-[13px] text-soft" title={lastSeenAt && fullTime(lastSeenAt)}>
          {facts.join(" · ")}
        </p>
      </div>
      <StartButtons tenant={squadhub} />
    </li>
  );
}
