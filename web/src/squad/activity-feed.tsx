// What happened in the workspace, newest first. Scrolling loads older activity.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Activity, type Agent, activitiesQuery, agentsQuery } from "../queries.ts";
import { fullTime, shortTimeAgo, useNow } from "../time.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";

interface Props {
  tenantId: string;
  onOpenTask(taskId: string): void;
}

export function ActivityFeed({ tenantId, onOpenTask }: Props) {
  const query = useInfiniteQuery(activitiesQuery(tenantId));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const { data: agents } = useQuery(agentsQuery(tenantId));
  return (
    <section aria-label="Activity" className="flex min-h-0 flex-1 flex-col">
      <h2 className="shrink-0 px-5 pt-4 pb-2 text-sm font-semibold">Activity</h2>
      <div className="min-h-0 flex-1 scroll-thin overflow-y-auto px-3 pb-4">
        <Loaded query={query} label="Loading activity" rows={5} className="px-2">
          {({ pages }) => {
            const activities = pages.flatMap(({ items }) => items);
            return activities.length === 0 ? (
              <Empty title="No activity yet" text="What you and the squad do shows up here as it happens." />
            ) : (
              <ol>
                {activities.map((activity) => (
                  <Item
                    key={activity.activityId}
                    activity={activity}
                    agents={agents}
                    onOpenTask={onOpenTask}
                  />
                ))}
              </ol>
            );
          }}
        </Loaded>
        {hasNextPage && <Older onReached={() => void fetchNextPage()} busy={isFetchingNextPage} />}
      </div>
    </section>
  );
}

interface ItemProps {
  activity: Activity;
  agents: Agent[] | undefined;
  onOpenTask(taskId: string): void;
}

function Item({ activity: { type, by, message, taskId, createdAt }, agents, onOpenTask }: ItemProps) {
  const now = useNow(60_000);
  const content = (
    <>
      <Avatar by={by} agents={agents} size="small" className="mt-px" />
      <span className="min-w-0 flex-1 text-[13px] leading-snug text-soft wrap-anywhere">
        <span className="font-medium text-ink">{by.name}</span> {message}
      </span>
      <time dateTime={createdAt} title={fullTime(createdAt)} className="text-xs text-faint tabular-nums">
        {shortTimeAgo(createdAt, now)}
      </time>
    </>
  );
  const look = "flex w-full items-start gap-2.5 rounded-xl px-2 py-2 text-left";
  return (
    <li data-testid="activity" data-type={type} className="animate-rise">
      {taskId ? (
        <button type="button" onClick={() => onOpenTask(taskId)} className={`${look} hover:bg-well`}>
          {content}
        </button>
      ) : (
        <div className={look}>{content}</div>
      )}
    </li>
  );
}

/** Loads the next page when it comes into view. The button is for people who do not scroll. */
function Older({ onReached, busy }: { onReached(): void; busy: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  const reached = useRef(onReached);
  reached.current = onReached;
  useEffect(() => {
    if (!end.current || busy) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) reached.current();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <div ref={end} className="grid justify-center pt-2">
      <Button kind="quiet" onClick={onReached} busy={busy}>
        Show older
      </Button>
    </div>
  );
}
