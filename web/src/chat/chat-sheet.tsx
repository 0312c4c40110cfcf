// The chat with one agent, at the side of the board.
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { agentsQuery } from "../queries.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { Sheet, SheetHeader } from "../ui/dialog.tsx";
import { Empty } from "../ui/empty.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useHasRole } from "../use-role.ts";
import { ChatBox } from "./chat-box.tsx";
import { Conversation } from "./conversation.tsx";

interface Props {
  tenantId: string;
  agentId: string;
  onClose(): void;
}

/** A default export, because the board loads this file when the first chat opens. */
export default function ChatSheet({ tenantId, agentId, onClose }: Props) {
  const { data: agents } = useQuery(agentsQuery(tenantId));
  const canWrite = useHasRole(tenantId, "member");
  const scroller = useRef<HTMLDivElement>(null);
  const agent = agents?.find((each) => each.agentId === agentId);
  return (
    <Sheet open onClose={onClose} title={agent ? `Chat with ${agent.name}` : "Chat"}>
      <SheetHeader closeLabel="Close chat">
        {agent ? (
          <>
            <AgentAvatar emoji={agent.emoji} />
            <div className="min-w-0">
              <h2 className="truncate text-[15px] leading-tight font-semibold">{agent.name}</h2>
              <p className="truncate text-[13px] leading-tight text-soft">{agent.role}</p>
            </div>
          </>
        ) : (
          !agents && <Skeleton className="h-8 w-36" />
        )}
      </SheetHeader>
      {agents && !agent ? (
        <Empty title="Agent not found" text="This agent is not in the squad." />
      ) : (
        <>
          <div ref={scroller} className="min-h-0 flex-1 scroll-thin overflow-y-auto px-4 py-5 sm:px-6">
            <Conversation tenantId={tenantId} agentId={agentId} agents={agents} scroller={scroller} />
          </div>
          {canWrite && <ChatBox key={agentId} tenantId={tenantId} agentId={agentId} name={agent?.name} />}
        </>
      )}
    </Sheet>
  );
}
