// The comments on a task, oldest first. A new one scrolls into view when the person is at the end.
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { type Agent, commentsQuery, type Message } from "../queries.ts";
import { fullTime, timeAgo, useNow } from "../time.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RichText } from "../ui/rich-text.tsx";

interface Props {
  tenantId: string;
  taskId: string;
  agents: Agent[] | undefined;
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
}

const NEAR_END_PX = 160;

export function Comments({ tenantId, taskId, agents, scroller }: Props) {
  const query = useQuery(commentsQuery(tenantId, taskId));
  const count = query.data?.length;
  useScrollToNew(scroller, count);
  return (
    <section aria-label="Comments" className="mt-8">
      <h3 className="mb-4 text-sm font-semibold">
        Comments {!!count && <span className="font-medium text-faint tabular-nums">{count}</span>}
      </h3>
      <Loaded query={query} label="Loading comments" rows={2} className="">
        {(comments) =>
          comments.length === 0 ? (
            <p className="text-sm text-soft">
              No comments yet. An agent that you mention with @ is notified at once.
            </p>
          ) : (
            <ol aria-live="polite" className="grid gap-5">
              {comments.map((message) => (
                <Comment key={message.messageId} message={message} agents={agents} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function Comment({
  message: { by, text, createdAt },
  agents,
}: {
  message: Message;
  agents: Agent[] | undefined;
}) {
  const now = useNow(60_000);
  const role = by.type === "agent" ? agents?.find(({ agentId }) => agentId === by.id)?.role : undefined;
  return (
    <li data-testid="comment" data-author={by.type} className="flex gap-3">
      <Avatar by={by} agents={agents} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <span className="font-semibold">{by.name}</span>
          {role && <span className="text-[13px] text-soft">{role}</span>}
          <time dateTime={createdAt} title={fullTime(createdAt)} className="text-xs text-faint">
            {timeAgo(createdAt, now)}
          </time>
        </p>
        <div className="mt-1 text-[15px]">
          <RichText text={text} agents={agents} />
        </div>
      </div>
    </li>
  );
}

/** Scrolls to a new comment, unless the person has scrolled up. */
function useScrollToNew(scroller: RefObject<HTMLElement | null>, count: number | undefined): void {
  const last = useRef<{ count: number; height: number }>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || count === undefined) return;
    const previous = last.current;
    last.current = { count, height: element.scrollHeight };
    if (!previous || count <= previous.count) return;
    const distanceToEnd = previous.height - element.scrollTop - element.clientHeight;
    if (distanceToEnd < NEAR_END_PX) element.scrollTo({ top: element.scrollHeight, behavior: "smooth" });
  }, [scroller, count]);
}
