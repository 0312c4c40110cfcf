// The agents of a workspace and whether each is online.
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { MessageCircle } from "lucide-react";
import { type Agent, agentsQuery } from "../queries.ts";
import { fullTime, timeAgo, useNow } from "../time.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";

/** How long the API calls an agent online after its last sign of life. */
const ONLINE_MS = 20 * 60_000;

/** An agent goes offline by being silent, which sends no hint, so the page has to work it out. */
function stateAt({ state, lastSeenAt }: Agent, now: number): Agent["state"] {
  const isStale = !lastSeenAt || now - Date.parse(lastSeenAt) >= ONLINE_MS;
  return state === "online" && isStale ? "offline" : state;
}

const dots = { online: "bg-live", offline: "bg-strong-line", asleep: "bg-violet" };
const labels = { online: "Online", offline: "Offline", asleep: "Asleep" };

interface Props {
  tenantId: string;
  onOpenChat(agentId: string): void;
}

export function Squad({ tenantId, onOpenChat }: Props) {
  const agents = useQuery(agentsQuery(tenantId));
  const now = useNow(30_000);
  return (
    <section aria-label="Squad" className="px-3 py-4">
      <h2 className="mb-2 px-2 text-sm font-semibold">Squad</h2>
      <Loaded query={agents} label="Loading the squad" rows={4} className="">
        {(items) =>
          items.length === 0 ? (
            <Empty title="No agents yet" text="They join when the workspace is set up." />
          ) : (
            <ul className="grid gap-0.5">
              {items.map((agent) => (
                <AgentRow key={agent.agentId} agent={agent} now={now} onOpenChat={onOpenChat} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

interface RowProps extends Pick<Props, "onOpenChat"> {
  agent: Agent;
  now: number;
}

function AgentRow({ agent, now, onOpenChat }: RowProps) {
  const { agentId, name, role, emoji, lastSeenAt } = agent;
  const state = stateAt(agent, now);
  const seen = lastSeenAt ? `seen ${timeAgo(lastSeenAt, now)}` : "not seen yet";
  return (
    <li
      data-testid={`agent-${agentId}`}
      data-state={state}
      className="group relative flex items-center gap-3 rounded-xl px-2 py-1.5 hover:bg-well"
    >
      <span className="relative">
        <AgentAvatar
          emoji={emoji}
          size="large"
          className={clsx(state === "offline" && "opacity-60 grayscale-[0.6]")}
        />
        <span
          aria-hidden
          className={clsx("absolute -right-0.5 -bottom-0.5 size-3 rounded-full ring-2 ring-bg", dots[state])}
        />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5 text-sm font-medium">
          <span className="truncate">{name}</span>
          <MessageCircle
            aria-hidden
            className="size-3.5 shrink-0 text-faint transition-opacity sm:opacity-0 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100"
          />
        </span>
        <span className="block truncate text-[13px] text-soft">{role}</span>
      </span>
      <span
        className="text-right text-xs text-faint"
        title={lastSeenAt && `Last seen ${fullTime(lastSeenAt)}`}
      >
        <span className={clsx("block font-medium", state === "online" ? "text-good" : "text-soft")}>
          {labels[state]}
        </span>
        {state !== "online" && seen}
      </span>
      {/* Covers the row, so that screen readers read the row's content as text and not as a button's name. */}
      <button
        type="button"
        aria-label={`Chat with ${name}`}
        onClick={() => onOpenChat(agentId)}
        className="absolute inset-0 rounded-xl focus-visible:-outline-offset-2"
      />
    </li>
  );
}
