// The account's plan: what it allows, and how much of that is used.
import clsx from "clsx";
import { capitalize } from "../capitalize.ts";
import type { Account } from "../queries.ts";
import { Facts, Section } from "../ui/section.tsx";
import { planFacts } from "./labels.ts";

export function Plan({ account: { plan, limits, workspaces, members } }: { account: Account }) {
  return (
    <Section title="Plan">
      <div className="border-b border-line p-5">
        <p className="text-lg font-semibold">{capitalize(plan)}</p>
        <div className="mt-4 grid gap-5 sm:grid-cols-2">
          <UsageMeter label="Workspaces" used={workspaces} limit={limits.workspaces} />
          <UsageMeter label="Members" used={members} limit={limits.members} />
        </div>
      </div>
      <Facts facts={planFacts(limits)} />
    </Section>
  );
}

function UsageMeter({ label, used, limit }: { label: string; used: number; limit: number }) {
  const isFull = used >= limit;
  return (
    <div>
      <p className="flex justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className={clsx("tabular-nums", isFull ? "font-medium text-warn" : "text-soft")}>
          {used} of {limit}
        </span>
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-hidden rounded-full bg-well">
        <div
          className={clsx("h-full rounded-full", isFull ? "bg-warn" : "bg-brand")}
          style={{ width: `${Math.min(100, (used / limit) * 100)}%` }}
        />
      </div>
    </div>
  );
}
