// What needs attention now, and the state of the squadhubs.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { fullTime } from "../time.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Section } from "../ui/section.tsx";
import { ReapButton } from "./actions.tsx";
import { tenantLabels } from "./labels.ts";
import { EmptyText, PageHead, StatusPill } from "./parts.tsx";
import {
  deadLettersQuery,
  failedRunsQuery,
  type OpsRun,
  openRunsQuery,
  type ParkedLane,
  parkedLanesQuery,
  type SquadhubOverview,
  squadhubsQuery,
} from "./queries.ts";
import { Runs } from "./runs.tsx";

const needsAttention = ({ status }: OpsRun) => status === "held" || status === "rollback_incomplete";

export function OverviewPage() {
  const open = useQuery(openRunsQuery);
  const failed = useQuery(failedRunsQuery);
  const lanes = useQuery(parkedLanesQuery);
  const squadhubs = useInfiniteQuery(squadhubsQuery);
  const all = squadhubs.data?.pages.flatMap(({ items }) => items);
  const names = new Map(all?.map(({ tenantId, name }) => [tenantId, name]));
  const openRuns = open.data?.items;
  return (
    <>
      <PageHead title="Overview">
        <ReapButton />
      </PageHead>
      <Tiles />
      <div className="mt-8 grid gap-8">
        <Section title="Needs attention" text="Runs that are held or whose rollback is incomplete">
          <Loaded query={open} label="Loading open runs">
            {({ items }) =>
              items.some(needsAttention) ? (
                <Runs runs={items.filter(needsAttention)} names={names} />
              ) : (
                <EmptyText>Nothing needs attention.</EmptyText>
              )
            }
          </Loaded>
        </Section>
        <Lanes lanes={lanes.data?.items} />
        {openRuns?.some((run) => !needsAttention(run)) && (
          <Section title="Running">
            <Runs runs={openRuns.filter((run) => !needsAttention(run))} names={names} />
          </Section>
        )}
        <Section title="Recent failures" text="The last 20 within 90 days. All were rolled back.">
          <Loaded query={failed} label="Loading failed runs">
            {({ items }) => {
              const over = items.filter((run) => !needsAttention(run));
              return over.length > 0 ? (
                <Runs runs={over} names={names} />
              ) : (
                <EmptyText>No run has failed.</EmptyText>
              );
            }}
          </Loaded>
        </Section>
        <StuckSquads squadhubs={all} />
      </div>
    </>
  );
}

/** The numbers at a glance. The sections below use the same queries. */
function Tiles() {
  const runs = useQuery(openRunsQuery);
  const letters = useQuery(deadLettersQuery);
  const lanes = useQuery(parkedLanesQuery);
  const squadhubs = useInfiniteQuery(squadhubsQuery);
  const all = squadhubs.data?.pages.flatMap(({ items }) => items);
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      <Tile label="Needs attention" value={runs.data?.items.filter(needsAttention).length} to="/ops" isBad />
      <Tile label="Dead letters" value={letters.data?.length} to="/ops/dead-letters" isBad />
      <Tile
        label="Parked lanes"
        value={lanes.data?.items.length}
        more={!!lanes.data?.cursor}
        to="/ops"
        isBad
      />
      <Tile
        label="Awake"
        value={all?.filter(({ status }) => status === "active").length}
        more={squadhubs.hasNextPage}
        to="/ops/squadhubs"
      />
      <Tile
        label="Asleep"
        value={all?.filter(({ status }) => status === "sleeping").length}
        more={squadhubs.hasNextPage}
        to="/ops/squadhubs"
      />
    </dl>
  );
}

interface TileProps {
  label: string;
  value: number | undefined;
  /** There are more than were counted. */
  more?: boolean;
  to: "/ops" | "/ops/dead-letters" | "/ops/squadhubs";
  /** Any value above 0 needs attention. */
  isBad?: boolean;
}

function Tile({ label, value, more, to, isBad }: TileProps) {
  return (
    <Link
      to={to}
      className="rounded-2xl border border-line bg-card px-4 py-3 shadow-lift transition-colors hover:border-strong-line"
    >
      <dt className="text-xs font-medium text-soft">{label}</dt>
      <dd className={clsx("mt-0.5 text-2xl font-semibold tabular-nums", isBad && value ? "text-bad" : "")}>
        {value ?? "–"}
        {more && "+"}
      </dd>
    </Link>
  );
}

/** Lanes whose notifications wait because the gateway is unreachable or the plan's quota is used up. */
function Lanes({ lanes = [] }: { lanes: ParkedLane[] | undefined }) {
  if (lanes.length === 0) return null;
  return (
    <Section
      title="Parked lanes"
      text="Their notifications wait for the next attempt. The next one comes first."
    >
      <ul className="divide-y divide-line">
        {lanes.map(({ tenantId, name, agentId, attempt, nextAttemptAt, reason }) => (
          <li key={`${tenantId} ${agentId}`}>
            <Link
              to="/ops/tenants/$tenantId"
              params={{ tenantId }}
              data-testid={`parked-${name}-${agentId}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm hover:bg-well"
            >
              <span className="font-medium wrap-anywhere">{name}</span>
              <span className="text-soft">{agentId}</span>
              <span className="text-soft">{reason}</span>
              <span className="ml-auto text-[13px] text-faint">
                attempt {attempt + 1} at {fullTime(nextAttemptAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Squads that do not run although a person may be waiting for them. */
function StuckSquads({ squadhubs = [] }: { squadhubs: SquadhubOverview[] | undefined }) {
  const stuck = squadhubs.filter(({ status }) => ["error", "stopped", "suspended"].includes(status));
  if (stuck.length === 0) return null;
  return (
    <Section title="Not running" text="Workspaces whose squad is stopped or failed to start">
      <ul className="divide-y divide-line">
        {stuck.map(({ tenantId, name, status }) => (
          <li key={tenantId}>
            <Link
              to="/ops/tenants/$tenantId"
              params={{ tenantId }}
              className="flex items-center justify-between gap-3 px-5 py-3 text-sm hover:bg-well"
            >
              <span className="font-medium">{name}</span>
              <StatusPill status={tenantLabels[status]} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
