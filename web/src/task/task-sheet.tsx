// One task at the side of the board: its facts, review, subtasks and comments.
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useRef } from "react";
import { columns, labelOf, type Status } from "../board/columns.ts";
import { useMoveTask } from "../board/move.ts";
import { PriorityBadge } from "../board/priority.tsx";
import { type Agent, agentsQuery, type TaskDetails, taskQuery } from "../queries.ts";
import { fullTime, timeAgo, useNow } from "../time.ts";
import { Sheet, SheetHeader } from "../ui/dialog.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { Problem } from "../ui/problem.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useHasRole } from "../use-role.ts";
import { Assignees } from "./assignees.tsx";
import { CommentBox } from "./comment-box.tsx";
import { Comments } from "./comments.tsx";
import { Review } from "./review.tsx";
import { Subtasks } from "./subtasks.tsx";

interface Props {
  tenantId: string;
  /** Undefined when the sheet is closed. */
  taskId: string | undefined;
  onClose(): void;
}

export function TaskSheet({ tenantId, taskId, onClose }: Props) {
  // The content stays while the sheet closes.
  const last = useRef(taskId);
  if (taskId) last.current = taskId;
  return (
    <Sheet open={taskId !== undefined} onClose={onClose} title="Task">
      {last.current && <Content key={last.current} tenantId={tenantId} taskId={last.current} />}
    </Sheet>
  );
}

function Content({ tenantId, taskId }: { tenantId: string; taskId: string }) {
  const { data: task, error, refetch, isFetching } = useQuery(taskQuery(tenantId, taskId));
  const { data: agents } = useQuery(agentsQuery(tenantId));
  const canWrite = useHasRole(tenantId, "member");
  const move = useMoveTask(tenantId);
  const onMove = (status: Status) => move.mutate({ taskId, status });
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <>
      <SheetHeader closeLabel="Close task">
        {task ? (
          <StatusMenu status={task.status} canWrite={canWrite} onMove={onMove} />
        ) : (
          <Skeleton className="h-6 w-28" />
        )}
      </SheetHeader>
      {!task && error ? (
        <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <>
          <div ref={scroller} className="min-h-0 flex-1 scroll-thin overflow-y-auto px-5 py-6 sm:px-7">
            {task ? (
              <Facts tenantId={tenantId} task={task} agents={agents} canWrite={canWrite} />
            ) : (
              <FactsSkeleton />
            )}
            {task?.status === "review" && canWrite && <Review tenantId={tenantId} taskId={taskId} />}
            {task && task.items.length > 0 && <Subtasks subtasks={task.items} agents={agents} />}
            <Comments tenantId={tenantId} taskId={taskId} agents={agents} scroller={scroller} />
          </div>
          {canWrite && <CommentBox tenantId={tenantId} taskId={taskId} agents={agents} />}
        </>
      )}
    </>
  );
}

interface StatusMenuProps {
  status: Status;
  canWrite: boolean;
  onMove(status: Status): void;
}

function StatusMenu({ status, canWrite, onMove }: StatusMenuProps) {
  const dot = columns.find((column) => column.status === status)?.dot;
  const content = (
    <>
      <span className={clsx("size-2.5 rounded-full", dot)} aria-hidden />
      {labelOf(status)}
    </>
  );
  const look =
    "flex min-h-9 items-center gap-2 rounded-full border border-line bg-card px-3 text-sm font-medium";
  if (!canWrite) return <span className={look}>{content}</span>;
  return (
    <Menu
      label="Status"
      align="start"
      trigger={
        <button
          type="button"
          data-testid="status-menu"
          aria-label={`Status: ${labelOf(status)}. Change`}
          className={clsx(look, "hover:border-strong-line")}
        >
          {content}
          <ChevronDown className="size-3.5 text-faint" aria-hidden />
        </button>
      }
    >
      {columns.map((column) => (
        <MenuItem
          key={column.status}
          checked={column.status === status}
          onSelect={() => column.status !== status && onMove(column.status)}
        >
          <span className={clsx("size-2 rounded-full", column.dot)} aria-hidden />
          {column.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

interface FactsProps {
  tenantId: string;
  task: TaskDetails;
  agents: Agent[] | undefined;
  canWrite: boolean;
}

function Facts({ tenantId, task, agents, canWrite }: FactsProps) {
  const { taskId, title, description, priority, assignees, by, createdAt } = task;
  const now = useNow(60_000);
  return (
    <>
      <h2 className="text-[22px] leading-snug font-semibold wrap-anywhere">{title}</h2>
      <p className="mt-1.5 text-sm text-soft">
        By {by.name}{" "}
        <time dateTime={createdAt} title={fullTime(createdAt)}>
          {timeAgo(createdAt, now)}
        </time>
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Assignees
          tenantId={tenantId}
          taskId={taskId}
          assignees={assignees}
          agents={agents}
          canWrite={canWrite}
        />
        <PriorityBadge priority={priority} />
      </div>
      {description && (
        <div className="mt-5 text-[15px]">
          <RichText text={description} agents={agents} />
        </div>
      )}
    </>
  );
}

function FactsSkeleton() {
  return (
    <div role="status" aria-label="Loading the task" className="grid gap-3">
      <Skeleton className="h-7 w-4/5" />
      <Skeleton className="h-4 w-2/5" />
      <Skeleton className="mt-3 h-20" />
    </div>
  );
}
