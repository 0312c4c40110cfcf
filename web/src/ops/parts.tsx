// The parts of operators' pages: the page's head, statuses, times, a button for more items, JSON.
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { keys } from "../keys.ts";
import { fullTime, shortTimeAgo, useNow } from "../time.ts";
import { Button } from "../ui/button.tsx";
import { useTitle } from "../ui/title.ts";
import type { StatusLabel, Tone } from "./labels.ts";

interface PageHeadProps {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

/** The page's title, with `children` and a refresh button beside it. */
export function PageHead({ title, text, children }: PageHeadProps) {
  useTitle(`${title} · Operations`);
  const client = useQueryClient();
  const isFetching = useIsFetching({ queryKey: keys.ops }) > 0;
  return (
    <div className="mb-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 className="min-w-0 text-2xl font-semibold wrap-anywhere">{title}</h1>
        <div className="flex flex-wrap items-center gap-2">
          {children}
          <Button
            onClick={() => void client.invalidateQueries({ queryKey: keys.ops })}
            aria-busy={isFetching || undefined}
          >
            <RotateCw className={clsx("size-4", isFetching && "animate-spin")} aria-hidden />
            Refresh
          </Button>
        </div>
      </div>
      {text && <div className="mt-1.5 max-w-3xl text-sm text-soft">{text}</div>}
    </div>
  );
}

const tones: Record<Tone, string> = {
  good: "bg-good-tint text-good",
  bad: "bg-bad-tint text-bad",
  warn: "bg-warn-tint text-warn",
  live: "bg-tint text-accent",
  calm: "bg-well text-violet",
  none: "bg-well text-soft",
};

export function StatusPill({ status: [label, tone] }: { status: StatusLabel }) {
  return (
    <span
      className={clsx(
        "inline-flex shrink-0 items-center rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {label}
    </span>
  );
}

export function TimeAgo({ at, className = "text-xs text-faint" }: { at: string; className?: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={fullTime(at)} className={clsx("whitespace-nowrap tabular-nums", className)}>
      {shortTimeAgo(at, now)}
    </time>
  );
}

interface ShowMoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown };
}

export function ShowMore({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: ShowMoreProps) {
  if (!hasNextPage) return null;
  return (
    <div className="grid justify-items-center border-t border-line p-3">
      <Button kind="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        Show more
      </Button>
    </div>
  );
}

export function Json({ label, value }: { label: string; value: unknown }) {
  if (value === undefined || value === null) return null;
  return (
    <div className="min-w-0">
      <p className="text-xs font-medium text-faint">{label}</p>
      <pre className="mt-1 max-h-96 overflow-y-auto rounded-xl bg-well p-3 font-mono text-[12px] leading-relaxed whitespace-pre-wrap wrap-anywhere scroll-thin">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}

export function EmptyText({ children }: { children: ReactNode }) {
  return <p className="px-5 py-6 text-center text-sm text-soft">{children}</p>;
}
