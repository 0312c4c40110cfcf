// All squadhubs: whether each runs, what it takes, when it was last heard of, and what can be done with it.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { agoInWords, fullTime, inWords, useNow } from "../time.ts";
import { LoadedList } from "../ui/loaded.tsx";
import { Head, More, Nothing, Pill } from "./parts.tsx";
import { type SquadhubOverview, squadhubsQuery } from "./queries.ts";
import { StartButtons } from "./start.tsx";
import { megabytes, tenantWords } from "./words.ts";

export function SquadhubsPage() {
  const query = useInfiniteQuery(squadhubsQuery);
  return (
    <>
      <Head title="Squadhubs" text="One for each workspace, newest first" />
      <div className="rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={query}
          label="Loading squadhubs"
          empty={<Nothing>There are no workspaces yet.</Nothing>}
        >
          {(squadhub) => <Row key={squadhub.tenantId} squadhub={squadhub} />}
        </LoadedList>
        <More query={query} />
      </div>
    </>
  );
}

function Row({ squadhub }: { squadhub: SquadhubOverview }) {
  const { tenantId, name, status, plan, version, memoryMb, lastSeenAt, idleCheckAt } = squadhub;
  const now = useNow(30_000);
  const isUp = status === "active";
  const facts = [
    plan,
    isUp && megabytes(memoryMb),
    lastSeenAt && `seen ${agoInWords(lastSeenAt, now)}`,
    isUp && idleCheckAt && Date.parse(idleCheckAt) > now && `may sleep in ${inWords(idleCheckAt, now)}`,
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
          <Pill of={tenantWords[status]} />
        </div>
        <p className="mt-1 text-[13px] text-soft" title={lastSeenAt && fullTime(lastSeenAt)}>
          {facts.join(" · ")}
        </p>
      </div>
      <StartButtons tenant={squadhub} />
    </li>
  );
}
