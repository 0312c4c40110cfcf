// One task on the board. A click opens it; dragging it or its menu moves it.
import { useDraggable } from "@dnd-kit/core";
import clsx from "clsx";
import { ListChecks, MessageSquare, MoreHorizontal } from "lucide-react";
import type { Agent, Task } from "../queries.ts";
import { AvatarStack } from "../ui/avatar.tsx";
import { Menu, MenuItem, MenuLabel } from "../ui/menu.tsx";
import { columns, type Status } from "./columns.ts";
import { PriorityBadge } from "./priority.tsx";

interface Props {
  task: Task;
  agents: Agent[] | undefined;
  canMove: boolean;
  onOpen(): void;
  onMove(status: Status): void;
}

export function Card({ task, agents, canMove, onOpen, onMove }: Props) {
  const { taskId, title, status } = task;
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: taskId,
    data: { status, title },
    disabled: !canMove,
  });
  return (
    <li
      ref={setNodeRef}
      {...listeners}
      data-testid={`card-${taskId}`}
      className={clsx(
        "group relative rounded-xl border border-line bg-card shadow-lift transition-[border-color,opacity] hover:border-strong-line",
        isDragging && "opacity-35",
      )}
    >
      {/* Enter opens the card and Space picks it up, so both are on this button. */}
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...(canMove ? attributes : {})}
        onClick={onOpen}
        className="block w-full touch-manipulation rounded-xl p-3 pr-9 text-left text-sm leading-snug font-medium wrap-anywhere select-none lg:pr-3 after:absolute after:inset-0 after:rounded-xl"
      >
        {title}
      </button>
      <CardFacts task={task} agents={agents} />
      {canMove && <MoveMenu title={title} status={status} onMove={onMove} />}
    </li>
  );
}

function MoveMenu({ title, status, onMove }: Pick<Task, "title" | "status"> & Pick<Props, "onMove">) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the drag sensors off the menu's button
    <div
      className="absolute top-1 right-1"
      onMouseDown={(event) => event.stopPropagation()}
      onTouchStart={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Menu
        label="Move to"
        trigger={
          <button
            type="button"
            aria-label={`Move “${title}” to…`}
            className="grid size-8 place-items-center rounded-lg bg-card text-faint hover:bg-well hover:text-ink data-[state=open]:bg-well lg:opacity-0 lg:group-focus-within:opacity-100 lg:group-hover:opacity-100 lg:data-[state=open]:opacity-100"
          >
            <MoreHorizontal className="size-4" aria-hidden />
          </button>
        }
      >
        <MenuLabel>Move to</MenuLabel>
        {columns.map((column) => (
          <MenuItem
            key={column.status}
            disabled={column.status === status}
            onSelect={() => onMove(column.status)}
          >
            <span className={clsx("size-2 rounded-full", column.dot)} aria-hidden />
            {column.label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}

function CardFacts({ task, agents }: { task: Task; agents: Agent[] | undefined }) {
  const { priority, assignees, subtasks, openSubtasks, comments } = task;
  if (priority === "normal" && assignees.length + subtasks + comments === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 px-3 pb-3 text-xs text-soft">
      <PriorityBadge priority={priority} />
      {subtasks > 0 && (
        <span
          role="img"
          aria-label={`${openSubtasks} of ${subtasks} subtasks open`}
          title={`${openSubtasks} of ${subtasks} subtasks open`}
          className="flex items-center gap-1 tabular-nums"
        >
          <ListChecks className="size-3.5" aria-hidden />
          {openSubtasks > 0 ? `${openSubtasks}/${subtasks} open` : `${subtasks} done`}
        </span>
      )}
      {comments > 0 && (
        <span
          role="img"
          aria-label={`${comments} ${comments === 1 ? "comment" : "comments"}`}
          className="flex items-center gap-1 tabular-nums"
        >
          <MessageSquare className="size-3.5" aria-hidden />
          {comments}
        </span>
      )}
      <span className="ml-auto">
        <AvatarStack ids={assignees} agents={agents} />
      </span>
    </div>
  );
}

/** The card that follows the pointer. */
export function DraggedCard({ task, agents }: { task: Task; agents: Agent[] | undefined }) {
  return (
    <div className="rotate-2 cursor-grabbing rounded-xl border border-brand/60 bg-card shadow-float">
      <p className="p-3 pr-9 text-sm leading-snug font-medium wrap-anywhere">{task.title}</p>
      <CardFacts task={task} agents={agents} />
    </div>
  );
}
