// One workspace as operators see it: its facts, runs, lanes and schedules, and none of its content.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { capitalize } from "../capitalize.ts";
import { LiveProvider } from "../live-provider.tsx";
import { fullTime } from "../time.ts";
import { Loaded, LoadedList } from "../ui/loaded.tsx";
import { Facts, Section } from "../ui/section.tsx";
import { formatMegabytes, laneLabels, tenantLabels } from "./labels.ts";
import { EmptyText, PageHead, ShowMore, StatusPill } from "./parts.tsx";
import {
  type Lane,
  lanesQuery,
  type OpsTenant,
  opsRunsQuery,
  opsTenantQuery,
  type Schedule,
  schedulesQuery,
} from "./queries.ts";
import { RunRow } from "./runs.tsx";
import { StartButtons } from "./start.tsx";

export function TenantPage() {
  const { tenantId } = useParams({ from: "/ops/tenants/$tenantId" });
  return (
    <LiveProvider key={tenantId} tenantId={tenantId} isOperator>
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
          <PageHead title={found.name} text={<StatusPill status={tenantLabels[found.status]} />}>
            <StartButtons tenant={found} />
          </PageHead>
          <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="grid content-start gap-8">
              <Section title="Runs" text="Newest first">
                <LoadedList query={runs} label="Loading runs" empty={<EmptyText>No runs yet.</EmptyText>}>
                  {(run) => <RunRow key={run.runId} run={run} />}
                </LoadedList>
                <ShowMore query={runs} />
              </Section>
              <Lanes tenantId={tenantId} />
              <Schedules tenantId={tenantId} />
            </div>
            <div className="grid content-start gap-8">
              <Section title="Workspace">
                <Facts
                  facts={[
                    ["ID", <Code key="id">{tenantId}</Code>],
                    ["Account", <Code key="account">{found.accountId}</Code>],
                    ["Plan", capitalize(found.plan)],
                    ["Region", found.region],
                    ["Time zone", found.timezone],
                    ["Created", fullTime(found.createdAt)],
                  ]}
                />
              </Section>
              <Section title="Squadhub">
                {found.squadhub ? (
                  <Squadhub squadhub={found.squadhub} />
                ) : (
                  <EmptyText>This workspace has no squadhub.</EmptyText>
                )}
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
        ["Memory", formatMegabytes(memoryMb)],
        ["Ready", readyAt ? fullTime(readyAt) : "not since its last start"],
        ["Last seen", lastSeenAt && fullTime(lastSeenAt)],
        ["Revision", String(revision)],
        ["Cell", `${cell.region}, ${cell.cluster}`],
        ...Object.entries(resources).map(([kind, id]): [string, ReactNode] => [
          capitalize(kind),
          <Code key={kind}>{id}</Code>,
        ]),
      ]}
    />
  );
}

function Lanes({ tenantId }: { tenantId: string }) {
  const lanes = useQuery(lanesQuery(tenantId));
  return (
    <Section title="Lanes" text="Notifications pending for each agent">
      <LoadedList
        query={lanes}
        label="Loading lanes"
        empty={<EmptyText>This workspace has no agents.</EmptyText>}
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
      <StatusPill status={laneLabels[state]} />
      <span className="text-soft tabular-nums">
        {pending >= 100 ? "100 or more pending" : pending === 0 ? "nothing pending" : `${pending} pending`}
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

const kindLabels: Record<Schedule["kind"], string> = {
  lane: "Ring the lane of",
  routine: "Fire the routine",
  heartbeat: "Send the open work to",
  idle: "Check whether the squad can sleep",
  chat: "Check whether an answer is still running",
};

function Schedules({ tenantId }: { tenantId: string }) {
  const schedules = useQuery(schedulesQuery(tenantId));
  return (
    <Section title="Schedules" text="The next to fire comes first">
      <LoadedList
        query={schedules}
        label="Loading schedules"
        empty={<EmptyText>This workspace has no schedules.</EmptyText>}
      >
        {({ name, kind, about, expression, timezone, nextAt }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-3 text-sm">
            <span className="wrap-anywhere">
              {kindLabels[kind]} {about && <Code>{about}</Code>}
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
