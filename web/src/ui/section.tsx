// A section of a page: a heading and a card, and a list of facts for the card.
import type { ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";

interface SectionProps {
  title: string;
  text?: string;
  /** Beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, text, action, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <div className="flex items-end justify-between gap-4">
        <div>
          <h2 className="font-semibold">{title}</h2>
          {text && <p className="mt-0.5 text-sm text-soft">{text}</p>}
        </div>
        {action}
      </div>
      <div className="mt-3 overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        {children}
      </div>
    </section>
  );
}

/** Names and values. Facts without a value are left out. */
export function Facts({ facts }: { facts: [string, ReactNode][] | undefined }) {
  if (!facts)
    return (
      <div role="status" aria-label="Loading" className="grid gap-4 p-5">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-3/5" />
      </div>
    );
  return (
    <dl className="divide-y divide-line">
      {facts
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([name, value]) => (
          <div key={name} className="flex gap-6 px-5 py-3 text-sm">
            <dt className="w-28 shrink-0 text-soft">{name}</dt>
            <dd className="min-w-0 flex-1 wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
