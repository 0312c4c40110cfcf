// One workspace as operators see it: what it is made of, its runs, lanes and schedules. Nothing of its content.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { LiveProvider } from "../live-provider.tsx";
import { fullTime } from "../time.ts";
import { Loaded, LoadedList } from "../ui/loaded.tsx";
import { Facts, Section } from "../ui/section.tsx";
import { Head, More, Nothing, Pill } from "./parts.tsx";
import {
  type Lane,
  lanesQuery,
  type OpsTenant,
  opsRunsQuery,
  opsTenantQuery,
  schedulesQuery,
} from "./queries.ts";
import { RunRow } from "./runs.tsx";
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
    <Loaded query={tenant} label="Loading the workspace">
      {(found) => (
        <>
          <Head title={found.name} text={<Pill of={tenantWords[found.status]} />}>
            <StartButtons tenant={found} />
          </Head>
          <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="grid content-start gap-8">
              <Section title="Runs" text="What was done to it, newest first">
                <LoadedList query={runs} label="Loading runs" empty={<Nothing>No runs yet.</Nothing>}>
                  {(run) => <RunRow key={run.runId} run={run} />}
                </LoadedList>
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
    </Loaded>
  );
}

const Code = ({ children }: { children: string }) => (
  <code className="font-mono text-[12px] wrap-anywhere">{children}</code>
);

function Squadhub({ squadhub }: { squadhub: NonNullable<OpsTenant["squadhub"]> }) {
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
      <LoadedList
        query={lanes}
        label="Loading lanes"
        empty={<Nothing>This workspace has no agents.</Nothing>}
      >
        {(lane) => <LaneRow key={lane.agentId} lane={lane} />}
      </LoadedList>
    </Section>
  );
}

function LaneRow({ lane: { agentId, state, attempt, nextAttemptAt, reason, pending } }: { lane: Lane }) {
  return (
    <li
      data-testid={`lane-${agentId}`}
      data-state={state}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm"
    >
      <span className="w-20 font-medium">{agentId}</span>
      <Pill of={laneWords[state]} />
      <span className="text-soft tabular-nums">
        {pending >= 100 ? "100 or more pending" : `${pending || "none"} pending`}
      </span>
      {nextAttemptAt && (
        <span className="ml-auto text-[13px] text-faint">
          attempt {attempt + 1} at {fullTime(nextAttemptAt)}
        </span>
      )}
      {reason && <span className="w-full text-[13px] text-soft wrap-anywhere">{reason}</span>}
    </li>
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
      <LoadedList
        query={schedules}
        label="Loading schedules"
        empty={<Nothing>This workspace has no schedules.</Nothing>}
      >
        {({ name, kind, about, expression, timezone, nextAt }) => (
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
        )}
      </LoadedList>
    </Section>
  );
}
