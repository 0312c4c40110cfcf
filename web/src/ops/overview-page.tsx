// What needs a hand now, and how the squadhubs fare.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { fullTime } from "../time.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Section } from "../ui/section.tsx";
import { ReapButton } from "./actions.tsx";
import { Head, Nothing } from "./parts.tsx";
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

const waits = ({ status }: OpsRun) => status === "held" || status === "rollback_incomplete";

export function OverviewPage() {
  const open = useQuery(openRunsQuery);
  const failed = useQuery(failedRunsQuery);
  const letters = useQuery(deadLettersQuery);
  const lanes = useQuery(parkedLanesQuery);
  const squadhubs = useInfiniteQuery(squadhubsQuery);
  const all = squadhubs.data?.pages.flatMap(({ items }) => items);
  const names = new Map(all?.map(({ tenantId, name }) => [tenantId, name]));
  const openRuns = open.data?.items;
  return (
    <>
      <Head title="Overview">
        <ReapButton />
      </Head>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Tile label="Held or left" value={openRuns?.filter(waits).length} to="/ops" isBad />
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
      <div className="mt-8 grid gap-8">
        <Section title="Needs a hand" text="Runs that were held, or whose undoing left something behind">
          <Loaded query={open} label="Loading open runs">
            {({ items }) =>
              items.some(waits) ? (
                <Runs runs={items.filter(waits)} names={names} />
              ) : (
                <Nothing>Nothing waits for you.</Nothing>
              )
            }
          </Loaded>
        </Section>
        <Lanes lanes={lanes.data?.items} />
        {openRuns?.some((run) => !waits(run)) && (
          <Section title="Under way">
            <Runs runs={openRuns.filter((run) => !waits(run))} names={names} />
          </Section>
        )}
        <Section title="Failed lately" text="The last 20 of 90 days; what they had made has been undone">
          <Loaded query={failed} label="Loading failed runs">
            {({ items }) => {
              const over = items.filter((run) => !waits(run));
              return over.length > 0 ? (
                <Runs runs={over} names={names} />
              ) : (
                <Nothing>No run has failed.</Nothing>
              );
            }}
          </Loaded>
        </Section>
        <Squads squadhubs={all} />
      </div>
    </>
  );
}

interface TileProps {
  label: string;
  value: number | undefined;
  /** There are more than were counted. */
  more?: boolean;
  to: "/ops" | "/ops/dead-letters" | "/ops/squadhubs";
  /** More than none is a reason to look. */
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

/** Whose messages wait because their gateway is away, or the plan's messages are used up. */
function Lanes({ lanes = [] }: { lanes: ParkedLane[] | undefined }) {
  if (lanes.length === 0) return null;
  return (
    <Section title="Parked lanes" text="Their messages wait for the next try, the next first">
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
                try {attempt + 1} at {fullTime(nextAttemptAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Those that cannot work though somebody may wait for them. */
function Squads({ squadhubs = [] }: { squadhubs: SquadhubOverview[] | undefined }) {
  const stuck = squadhubs.filter(({ status }) => ["error", "stopped", "suspended"].includes(status));
  if (stuck.length === 0) return null;
  return (
    <Section title="Not running" text="Workspaces whose squad was stopped or did not start">
      <ul className="divide-y divide-line">
        {stuck.map(({ tenantId, name, status }) => (
          <li key={tenantId}>
            <Link
              to="/ops/tenants/$tenantId"
              params={{ tenantId }}
              className="flex items-center justify-between gap-3 px-5 py-3 text-sm hover:bg-well"
            >
              <span className="font-medium">{name}</span>
              <span className="text-soft">{status}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
