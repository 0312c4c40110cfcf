// The conversation with an agent, oldest message first. Older pages load on request.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { type Agent, chatQuery, tenantQuery } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Problem } from "../ui/problem.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { Exchange } from "./exchange.tsx";

interface Props {
  tenantId: string;
  agentId: string;
  agents: Agent[] | undefined;
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
}

const NEAR_END_PX = 120;

export function Conversation({ tenantId, agentId, agents, scroller }: Props) {
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(chatQuery(tenantId, agentId));
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const list = useRef<HTMLOListElement>(null);
  const chats = data?.pages.flatMap(({ items }) => items).toReversed();
  const newest = chats?.at(-1)?.chatId;
  useStickToEnd(scroller, list, newest);
  const agent = agents?.find((each) => each.agentId === agentId);
  const name = agent?.name ?? "The agent";
  if (!chats)
    return error ? (
      <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <SkeletonRows rows={4} label="Loading the conversation" />
    );
  if (chats.length === 0)
    return (
      <Empty
        title={`Write to ${name}`}
        text="Everyone in this workspace can read the conversation. A sleeping squad wakes up when you write."
      />
    );
  const firstOpen = chats.find(({ status }) => status === "queued" || status === "answering")?.chatId;
  return (
    <>
      {hasNextPage && (
        <div className="grid justify-center pb-4">
          <Button kind="quiet" onClick={() => void fetchNextPage()} busy={isFetchingNextPage}>
            Show older
          </Button>
        </div>
      )}
      <ol ref={list} role="log" aria-label={`Conversation with ${name}`} className="grid gap-6">
        {chats.map((chat) => (
          <Exchange
            key={chat.chatId}
            tenantId={tenantId}
            chat={chat}
            agents={agents}
            waitsFor={
              chat.chatId !== firstOpen ? "turn" : tenant && tenant.status !== "active" ? "squad" : "agent"
            }
          />
        ))}
      </ol>
    </>
  );
}

/** Shows the newest message, and keeps the end in view as it grows unless the person has scrolled up. */
function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  newest: string | undefined,
): void {
  useLayoutEffect(() => {
    const [frame, content] = [scroller.current, list.current];
    if (!frame || !content || !newest) return;
    const toEnd = () => frame.scrollTo({ top: frame.scrollHeight });
    toEnd();
    let isAtEnd = true;
    const onScroll = () => {
      isAtEnd = frame.scrollHeight - frame.scrollTop - frame.clientHeight < NEAR_END_PX;
    };
    const observer = new ResizeObserver(() => isAtEnd && toEnd());
    observer.observe(content);
    observer.observe(frame);
    frame.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      frame.removeEventListener("scroll", onScroll);
    };
  }, [scroller, list, newest]);
}
