// The workspace's main page: the board, with the squad and its activity beside it.
import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { Activity as ActivityIcon, Columns3, PanelRight, Plus, Users } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { type Agent, agentsQuery, tasksQuery, tenantQuery } from "../queries.ts";
import { ActivityFeed } from "../squad/activity-feed.tsx";
import { Squad } from "../squad/squad.tsx";
import { TaskSheet } from "../task/task-sheet.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Problem } from "../ui/problem.tsx";
import { preloadRichText } from "../ui/rich-text.tsx";
import { useTitle } from "../ui/title.ts";
import { useHasRole } from "../use-role.ts";
import { Board } from "./board.tsx";
import { useMoveTask } from "./move.ts";
import { NewTask } from "./new-task.tsx";
import { useRecordVisit } from "./record-visit.ts";
import type { BoardTab } from "./search.ts";
import { TenantNotice } from "./tenant-notice.tsx";

const ChatSheet = lazy(() => import("../chat/chat-sheet.tsx"));

const PANEL_KEY = "clawe.rail";

// The page connects the board, the side panel and what opens on top of them with the address, so it is long.
export function BoardPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/" });
  const { task: openTaskId, chat: openAgentId, tab = "board" } = useSearch({ from: "/inside/w/$tenantId/" });
  const navigate = useNavigate({ from: "/w/$tenantId/" });
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const { data: agents } = useQuery(agentsQuery(tenantId));
  const canWrite = useHasRole(tenantId, "member");
  const [isCreating, setCreating] = useState(false);
  const [hasPanel, setPanel] = useState(() => localStorage.getItem(PANEL_KEY) !== "off");
  useTitle(tenant?.name ?? "");
  useEffect(preloadRichText, []);
  useRecordVisit(tenantId, tenant?.status);

  if (tenant?.runId && (tenant.status === "provisioning" || tenant.status === "deprovisioning"))
    return <Navigate to="/w/$tenantId/run/$runId" params={{ tenantId, runId: tenant.runId }} replace />;

  if (tenant?.status === "draft") return <Navigate to="/w/$tenantId/draft" params={{ tenantId }} replace />;

  const openTask = (task: string) => void navigate({ search: (now) => ({ ...now, task }) });
  const closeTask = () => void navigate({ search: ({ task: _task, ...rest }) => rest, replace: true });
  const openChat = (chat: string) => void navigate({ search: (now) => ({ ...now, chat }) });
  const closeChat = () => void navigate({ search: ({ chat: _chat, ...rest }) => rest, replace: true });
  const togglePanel = () => {
    localStorage.setItem(PANEL_KEY, hasPanel ? "off" : "on");
    setPanel(!hasPanel);
  };

  return (
    <>
      <div className="flex min-h-0 flex-1">
        <main className={clsx("flex min-w-0 flex-1 flex-col lg:px-5", tab !== "board" && "max-lg:hidden")}>
          <div className="flex h-14 shrink-0 items-center gap-2 px-4 lg:px-0">
            <h1 className="mr-auto text-lg font-semibold">Board</h1>
            {canWrite && (
              <Button kind="primary" onClick={() => setCreating(true)}>
                <Plus className="size-4" aria-hidden />
                New task
              </Button>
            )}
            <IconButton
              label={hasPanel ? "Hide squad and activity" : "Show squad and activity"}
              aria-pressed={hasPanel}
              onClick={togglePanel}
              className="max-lg:hidden"
            >
              <PanelRight className="size-4.5" />
            </IconButton>
          </div>
          {tenant && <TenantNotice tenant={tenant} />}
          <Tasks
            tenantId={tenantId}
            agents={agents}
            canWrite={canWrite}
            hasFirstTaskHint={canWrite && tenant?.status !== "error"}
            onOpen={openTask}
            onCreate={() => setCreating(true)}
          />
        </main>
        <SidePanel
          tenantId={tenantId}
          tab={tab}
          isOpen={hasPanel}
          onOpenChat={openChat}
          onOpenTask={openTask}
        />
      </div>
      <PhoneTabs
        tab={tab}
        onTab={(next) => void navigate({ search: next === "board" ? {} : { tab: next } })}
      />
      {agents && (
        <NewTask tenantId={tenantId} agents={agents} open={isCreating} onClose={() => setCreating(false)} />
      )}
      <TaskSheet tenantId={tenantId} taskId={openTaskId} onClose={closeTask} />
      {openAgentId && (
        <Suspense>
          <ChatSheet tenantId={tenantId} agentId={openAgentId} onClose={closeChat} />
        </Suspense>
      )}
    </>
  );
}

interface TasksProps {
  tenantId: string;
  agents: Agent[] | undefined;
  canWrite: boolean;
  /** An empty board suggests creating the first task. */
  hasFirstTaskHint: boolean;
  onOpen(taskId: string): void;
  onCreate(): void;
}

function Tasks({ tenantId, agents, canWrite, hasFirstTaskHint, onOpen, onCreate }: TasksProps) {
  const tasks = useQuery(tasksQuery(tenantId));
  const move = useMoveTask(tenantId);
  if (tasks.error && !tasks.data)
    return <Problem error={tasks.error} onRetry={() => void tasks.refetch()} busy={tasks.isFetching} />;
  return (
    <>
      {tasks.data?.length === 0 && hasFirstTaskHint && (
        <Empty title="The board is empty" text="Create the first task and assign it to an agent.">
          <Button onClick={onCreate}>
            <Plus className="size-4" aria-hidden />
            Create the first task
          </Button>
        </Empty>
      )}
      <Board
        tasks={tasks.data}
        agents={agents}
        canWrite={canWrite}
        onOpen={onOpen}
        onMove={(taskId, status) => move.mutate({ taskId, status })}
        onCreate={onCreate}
      />
    </>
  );
}

interface PanelProps {
  tenantId: string;
  tab: BoardTab;
  /** On a computer. A phone shows one half of the panel in place of the board. */
  isOpen: boolean;
  onOpenChat(agentId: string): void;
  onOpenTask(taskId: string): void;
}

/** The squad, and its activity below. */
function SidePanel({ tenantId, tab, isOpen, onOpenChat, onOpenTask }: PanelProps) {
  return (
    <aside
      aria-label="Squad and activity"
      className={clsx(
        "min-h-0 flex-col lg:w-70 lg:shrink-0 lg:border-l lg:border-line xl:w-76",
        tab === "board" ? "hidden" : "flex flex-1 lg:flex-none",
        isOpen ? "lg:flex" : "lg:hidden",
      )}
    >
      <div className={clsx("shrink-0", tab === "squad" ? "overflow-y-auto" : "max-lg:hidden")}>
        <Squad tenantId={tenantId} onOpenChat={onOpenChat} />
      </div>
      <div
        className={clsx(
          "min-h-0 flex-1 flex-col border-line lg:flex lg:border-t",
          tab === "activity" ? "flex" : "hidden",
        )}
      >
        <ActivityFeed tenantId={tenantId} onOpenTask={onOpenTask} />
      </div>
    </aside>
  );
}

const tabs: { tab: BoardTab; label: string; Icon: typeof Users }[] = [
  { tab: "board", label: "Board", Icon: Columns3 },
  { tab: "squad", label: "Squad", Icon: Users },
  { tab: "activity", label: "Activity", Icon: ActivityIcon },
];

function PhoneTabs({ tab, onTab }: { tab: BoardTab; onTab(tab: BoardTab): void }) {
  return (
    <nav
      aria-label="Parts of the workspace"
      className="flex shrink-0 border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {tabs.map(({ tab: each, label, Icon }) => (
        <button
          key={each}
          type="button"
          aria-current={tab === each ? "page" : undefined}
          onClick={() => onTab(each)}
          className={clsx(
            "grid min-h-14 flex-1 place-content-center justify-items-center gap-0.5 text-[11px] font-medium focus-visible:-outline-offset-2",
            tab === each ? "text-accent" : "text-soft",
          )}
        >
          <Icon className="size-5" aria-hidden />
          {label}
        </button>
      ))}
    </nav>
  );
}
