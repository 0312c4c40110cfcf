// One workspace as operators see it: what it is made of, its runs, lanes and schedules. Nothing of its content.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { LiveProvider } from "../live-provider.tsx";
import { fullTime } from "../time.ts";
import { Facts, Section } from "../ui/section.tsx";
import { Asked, Head, More, Nothing, Pill } from "./parts.tsx";
import { lanesQuery, opsRunsQuery, opsTenantQuery, schedulesQuery } from "./queries.ts";
import { Runs } from "./runs.tsx";
import { StartButtons } from "./start.tsx";
import { megabytes, type Tone, tenantWords } from "./words.ts";

export function TenantPage() {
  const { tenantId } = useParams({ from: "/ops/tenants/$tenantId" });
  return (
    <LiveProvider key={tenantId} tenantId={tenantId} asOperator>
      <Tenant tenantId={tenantId} />
    </LiveProvider>
  );
}

function Tenant({ tenantId }: { tenantId: string }) {
  const tenant = useQuery(opsTenantQuery(tenantId));
  const runs = useInfiniteQuery(opsRunsQuery(tenantId));
  return (
    <Asked query={tenant} label="Loading the workspace">
      {(found) => (
        <>
          <Head title={found.name} text={<Pill of={tenantWords[found.status]} />}>
            <StartButtons tenant={found} />
          </Head>
          <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="grid content-start gap-8">
              <Section title="Runs" text="What was done to it, newest first">
                <Asked query={runs} label="Loading runs">
                  {({ pages }) => {
                    const items = pages.flatMap((page) => page.items);
                    return items.length > 0 ? <Runs runs={items} /> : <Nothing>None yet.</Nothing>;
                  }}
                </Asked>
                <More query={runs} />
              </Section>
              <Lanes tenantId={tenantId} />
              <Schedules tenantId={tenantId} />
            </div>
            <div className="grid content-start gap-8">
              <Section title="Workspace">
                <Facts
                  facts={[
                    ["Id", <Code key="id">{tenantId}</Code>],
                    ["Account", <Code key="account">{found.accountId}</Code>],
                    ["Plan", found.plan],
                    ["Region", found.region],
                    ["Time zone", found.timezone],
                    ["Made", fullTime(found.createdAt)],
                  ]}
                />
              </Section>
              <Section title="Squadhub">
                {found.squadhub ? <Squadhub squadhub={found.squadhub} /> : <Nothing>It has none.</Nothing>}
              </Section>
            </div>
          </div>
        </>
      )}
    </Asked>
  );
}

const Code = ({ children }: { children: string }) => (
  <code className="font-mono text-[12px] wrap-anywhere">{children}</code>
);

type Found = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof opsTenantQuery>["queryFn"]>>>>;

function Squadhub({ squadhub }: { squadhub: NonNullable<Found["squadhub"]> }) {
  const { version, memoryMb, readyAt, lastSeenAt, revision, cell, resources } = squadhub;
  return (
    <Facts
      facts={[
        ["Version", version],
        ["Memory", megabytes(memoryMb)],
        ["Ready", readyAt ? fullTime(readyAt) : "not since it was last started"],
        ["Last seen", lastSeenAt && fullTime(lastSeenAt)],
        ["Revision", String(revision)],
        ["Cell", `${cell.region}, ${cell.cluster}`],
        ...Object.entries(resources).map(([kind, id]): [string, React.ReactNode] => [
          kind,
          <Code key={kind}>{id}</Code>,
        ]),
      ]}
    />
  );
}

const laneWords: Record<"flowing" | "retrying" | "parked", [string, Tone]> = {
  flowing: ["Flowing", "good"],
  retrying: ["Retrying", "warn"],
  parked: ["Parked", "bad"],
};

function Lanes({ tenantId }: { tenantId: string }) {
  const lanes = useQuery(lanesQuery(tenantId));
  return (
    <Section title="Lanes" text="What waits for each agent">
      <Asked query={lanes} label="Loading lanes">
        {(items) =>
          items.length > 0 ? (
            <ul className="divide-y divide-line">
              {items.map(({ agentId, state, attempt, nextAttemptAt, reason, pending }) => (
                <li
                  key={agentId}
                  data-testid={`lane-${agentId}`}
                  data-state={state}
                  className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm"
                >
                  <span className="w-20 font-medium">{agentId}</span>
                  <Pill of={laneWords[state]} />
                  <span className="text-soft tabular-nums">
                    {pending >= 100
                      ? "100 or more wait"
                      : pending === 0
                        ? "nothing waits"
                        : `${pending} wait`}
                  </span>
                  {nextAttemptAt && (
                    <span className="ml-auto text-[13px] text-faint">
                      try {attempt + 1} at {fullTime(nextAttemptAt)}
                    </span>
                  )}
                  {reason && <span className="w-full text-[13px] text-soft wrap-anywhere">{reason}</span>}
                </li>
              ))}
            </ul>
          ) : (
            <Nothing>It has no agents.</Nothing>
          )
        }
      </Asked>
    </Section>
  );
}

const kinds = {
  lane: "rings the lane of",
  routine: "fires the routine",
  heartbeat: "tells what is open to",
  idle: "looks whether it may sleep",
  chat: "looks whether an answer goes on",
};

function Schedules({ tenantId }: { tenantId: string }) {
  const schedules = useQuery(schedulesQuery(tenantId));
  return (
    <Section title="Schedules" text="The next to fire first">
      <Asked query={schedules} label="Loading schedules">
        {(items) =>
          items.length > 0 ? (
            <ul className="divide-y divide-line">
              {items.map(({ name, kind, about, expression, timezone, nextAt }) => (
                <li key={name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-3 text-sm">
                  <span className="wrap-anywhere">
                    {kinds[kind]} {about && <Code>{about}</Code>}
                  </span>
                  <span className="ml-auto text-[13px] text-soft tabular-nums">
                    {nextAt ? fullTime(nextAt) : "never again"}
                  </span>
                  <span className="w-full text-[12px] text-faint">
                    <Code>{expression}</Code> {timezone}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <Nothing>It has none.</Nothing>
          )
        }
      </Asked>
    </Section>
  );
}
