// The workspace's main page: the board, and beside it the squad and what it does.
import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { Activity as ActivityIcon, Columns3, PanelRight, Plus, Users } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { agentsQuery, tasksQuery, tenantQuery } from "../queries.ts";
import { useMay } from "../roles.ts";
import { ActivityFeed } from "../squad/activity-feed.tsx";
import { Squad } from "../squad/squad.tsx";
import { TaskSheet } from "../task/task-sheet.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Problem } from "../ui/problem.tsx";
import { preloadRichText } from "../ui/rich-text.tsx";
import { useTitle } from "../ui/title.ts";
import { Board } from "./board.tsx";
import { useMoveTask } from "./move.ts";
import { NewTask } from "./new-task.tsx";
import { useOpened } from "./opened.ts";
import type { BoardTab } from "./search.ts";
import { TenantNotice } from "./tenant-notice.tsx";

const ChatSheet = lazy(() => import("../chat/chat-sheet.tsx"));

const RAIL_KEY = "clawe.rail";

export function BoardPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/" });
  const { task: openTaskId, chat: openAgentId, tab = "board" } = useSearch({ from: "/inside/w/$tenantId/" });
  const navigate = useNavigate({ from: "/w/$tenantId/" });
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const tasks = useQuery(tasksQuery(tenantId));
  const { data: agents } = useQuery(agentsQuery(tenantId));
  const canWrite = useMay(tenantId, "member");
  const move = useMoveTask(tenantId);
  const [isCreating, setCreating] = useState(false);
  const [hasRail, setRail] = useState(() => localStorage.getItem(RAIL_KEY) !== "off");
  useTitle(tenant?.name ?? "");
  useEffect(preloadRichText, []);
  useOpened(tenantId, tenant?.status);

  if (tenant?.runId && (tenant.status === "provisioning" || tenant.status === "deprovisioning"))
    return <Navigate to="/w/$tenantId/run/$runId" params={{ tenantId, runId: tenant.runId }} replace />;

  if (tenant?.status === "draft") return <Navigate to="/w/$tenantId/draft" params={{ tenantId }} replace />;

  const openTask = (task: string) => void navigate({ search: (now) => ({ ...now, task }) });
  const closeTask = () => void navigate({ search: ({ task: _task, ...rest }) => rest, replace: true });
  const openChat = (chat: string) => void navigate({ search: (now) => ({ ...now, chat }) });
  const closeChat = () => void navigate({ search: ({ chat: _chat, ...rest }) => rest, replace: true });
  const toggleRail = () => {
    localStorage.setItem(RAIL_KEY, hasRail ? "off" : "on");
    setRail(!hasRail);
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
              label={hasRail ? "Hide squad and activity" : "Show squad and activity"}
              aria-pressed={hasRail}
              onClick={toggleRail}
              className="max-lg:hidden"
            >
              <PanelRight className="size-4.5" />
            </IconButton>
          </div>
          {tenant && <TenantNotice tenant={tenant} />}
          {tasks.error && !tasks.data ? (
            <Problem error={tasks.error} onRetry={() => void tasks.refetch()} busy={tasks.isFetching} />
          ) : (
            <>
              {tasks.data?.length === 0 && canWrite && tenant?.status !== "error" && (
                <Empty title="The board is empty" text="Write the first task and give it to an agent.">
                  <Button onClick={() => setCreating(true)}>
                    <Plus className="size-4" aria-hidden />
                    Write the first task
                  </Button>
                </Empty>
              )}
              <Board
                tasks={tasks.data}
                agents={agents}
                canWrite={canWrite}
                onOpen={openTask}
                onMove={(taskId, status) => move.mutate({ taskId, status })}
                onCreate={() => setCreating(true)}
              />
            </>
          )}
        </main>
        <aside
          aria-label="Squad and activity"
          className={clsx(
            "min-h-0 flex-col lg:w-70 lg:shrink-0 lg:border-l lg:border-line xl:w-76",
            tab === "board" ? "hidden" : "flex flex-1 lg:flex-none",
            hasRail ? "lg:flex" : "lg:hidden",
          )}
        >
          <div
            className={clsx(
              "shrink-0",
              tab !== "squad" && "max-lg:hidden",
              tab === "squad" && "overflow-y-auto",
            )}
          >
            <Squad tenantId={tenantId} onOpenChat={openChat} />
          </div>
          <div
            className={clsx(
              "min-h-0 flex-1 flex-col border-line lg:flex lg:border-t",
              tab === "activity" ? "flex" : "hidden",
            )}
          >
            <ActivityFeed tenantId={tenantId} onOpenTask={openTask} />
          </div>
        </aside>
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
