// The account's plan: what it allows, and how much of that is used.
import clsx from "clsx";
import type { Account } from "../queries.ts";
import { Facts, Section } from "../ui/section.tsx";
import { planFacts, planName } from "./words.ts";

export function Plan({ account: { plan, limits, workspaces, members } }: { account: Account }) {
  return (
    <Section title="Plan">
      <div className="border-b border-line p-5">
        <p className="flex items-baseline gap-2">
          <span className="text-lg font-semibold">{planName(plan)}</span>
          <span className="text-sm text-soft">${limits.monthly} a month</span>
        </p>
        <div className="mt-4 grid gap-5 sm:grid-cols-2">
          <Used what="Workspaces" used={workspaces} of={limits.workspaces} />
          <Used what="Members" used={members} of={limits.members} />
        </div>
      </div>
      <Facts facts={planFacts(limits)} />
    </Section>
  );
}

function Used({ what, used, of }: { what: string; used: number; of: number }) {
  const isFull = used >= of;
  return (
    <div>
      <p className="flex justify-between gap-3 text-sm">
        <span>{what}</span>
        <span className={clsx("tabular-nums", isFull ? "font-medium text-warn" : "text-soft")}>
          {used} of {of}
        </span>
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-hidden rounded-full bg-well">
        <div
          className={clsx("h-full rounded-full", isFull ? "bg-warn" : "bg-brand")}
          style={{ width: `${Math.min(100, (used / of) * 100)}%` }}
        />
      </div>
    </div>
  );
}
