// One column of the board: its cards, and a place to drop others.
import { useDroppable } from "@dnd-kit/core";
import clsx from "clsx";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Agent, Task } from "../queries.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Card } from "./card.tsx";
import type { columns, Status } from "./columns.ts";

interface Props {
  column: (typeof columns)[number];
  /** Undefined while the tasks load. */
  tasks: Task[] | undefined;
  agents: Agent[] | undefined;
  canWrite: boolean;
  onOpen(taskId: string): void;
  onMove(taskId: string, status: Status): void;
  onCreate(): void;
}

/** A long column shows this many cards until a person asks for all of them. */
const MAX_CARDS = 50;

export function Column({ column, tasks, agents, canWrite, onOpen, onMove, onCreate }: Props) {
  const { status, label, empty } = column;
  const { setNodeRef, isOver } = useDroppable({ id: status });
  const [isExpanded, setExpanded] = useState(false);
  const visible = isExpanded ? tasks : tasks?.slice(0, MAX_CARDS);
  const count = tasks?.length ?? 0;
  return (
    <section
      ref={setNodeRef}
      aria-label={`${label}, ${count} ${count === 1 ? "task" : "tasks"}`}
      data-testid={`column-${status}`}
      data-status={status}
      className={clsx(
        "flex w-[84vw] max-w-sm shrink-0 snap-center flex-col rounded-2xl bg-well transition-shadow lg:w-auto lg:max-w-none lg:min-w-44 lg:flex-1 lg:shrink",
        isOver && "shadow-[inset_0_0_0_2px_var(--brand)]",
      )}
    >
      <ColumnHead column={column} count={tasks?.length} onCreate={canWrite ? onCreate : undefined} />
      <ul className="grid flex-1 scroll-thin content-start gap-2 overflow-y-auto px-2 pb-3">
        {visible?.map((task) => (
          <Card
            key={task.taskId}
            task={task}
            agents={agents}
            canMove={canWrite}
            onOpen={() => onOpen(task.taskId)}
            onMove={(next) => onMove(task.taskId, next)}
          />
        ))}
        {tasks && count > MAX_CARDS && !isExpanded && (
          <li className="text-center">
            <Button kind="quiet" onClick={() => setExpanded(true)}>
              Show all {count}
            </Button>
          </li>
        )}
        {tasks && count === 0 && (
          <li className="rounded-xl border border-dashed border-strong-line/70 px-3 py-5 text-center text-[13px] leading-snug text-faint">
            {empty}
          </li>
        )}
        {!tasks && (
          <li role="status" aria-label={`Loading ${label}`} className="grid gap-2">
            <Skeleton className="h-20 rounded-xl" />
            <Skeleton className="h-14 rounded-xl" />
          </li>
        )}
      </ul>
    </section>
  );
}

interface HeadProps {
  column: Props["column"];
  /** Undefined while the tasks load. */
  count: number | undefined;
  /** Absent for people who cannot create tasks. */
  onCreate: (() => void) | undefined;
}

function ColumnHead({ column: { status, label, dot }, count, onCreate }: HeadProps) {
  return (
    <h2 className="flex h-11 shrink-0 items-center gap-2 px-3 text-[13px] font-semibold">
      <span className={clsx("size-2 rounded-full", dot)} aria-hidden />
      {label}
      {count !== undefined && (
        <span data-testid={`count-${status}`} className="font-medium text-faint tabular-nums">
          {count}
        </span>
      )}
      {status === "inbox" && onCreate && (
        <IconButton label="New task in Inbox" onClick={onCreate} className="-mr-1.5 ml-auto size-8!">
          <Plus className="size-4" />
        </IconButton>
      )}
    </h2>
  );
}
