// The five columns, between which cards are dragged. On a phone they are swiped, one at a time.
import { DndContext, type DragEndEvent, DragOverlay } from "@dnd-kit/core";
import clsx from "clsx";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Agent, Task } from "../queries.ts";
import { DraggedCard } from "./card.tsx";
import { Column } from "./column.tsx";
import { byColumn, columns, type Status } from "./columns.ts";
import { announcements, columnUnder, instructions, useCardSensors } from "./drag.ts";

interface Props {
  tasks: Task[] | undefined;
  agents: Agent[] | undefined;
  canWrite: boolean;
  onOpen(taskId: string): void;
  onMove(taskId: string, status: Status): void;
  onCreate(): void;
}

export function Board({ tasks, agents, canWrite, onOpen, onMove, onCreate }: Props) {
  const [draggedId, setDraggedId] = useState<string>();
  const sensors = useCardSensors();
  const cards = useMemo(() => (tasks ? byColumn(tasks) : undefined), [tasks]);
  const dragged = tasks?.find(({ taskId }) => taskId === draggedId);
  const scroller = useRef<HTMLDivElement>(null);
  const [inView, goTo] = useSnappedColumn(scroller);
  const keepFocus = useKeptFocus(scroller, cards);

  function move(taskId: string, status: Status) {
    keepFocus(taskId);
    onMove(taskId, status);
  }

  function onDragEnd({ active, over, activatorEvent }: DragEndEvent) {
    setDraggedId(undefined);
    const task = tasks?.find(({ taskId }) => taskId === active.id);
    if (!task || !over || over.id === task.status) return;
    const isByKeyboard = activatorEvent instanceof KeyboardEvent;
    (isByKeyboard ? move : onMove)(task.taskId, over.id as Status);
  }

  return (
    <>
      <div className="flex shrink-0 scroll-quiet gap-1.5 overflow-x-auto px-3 pb-2.5 lg:hidden">
        {columns.map(({ status, label }) => (
          <button
            key={status}
            type="button"
            aria-pressed={inView === status}
            onClick={() => goTo(status)}
            className={clsx(
              "flex min-h-9 shrink-0 items-center gap-1.5 rounded-full px-3 text-[13px] font-medium transition-colors",
              inView === status ? "bg-ink text-bg" : "bg-well text-soft",
            )}
          >
            {label}
            <span className="tabular-nums opacity-65">{cards?.[status].length ?? ""}</span>
          </button>
        ))}
      </div>
      <DndContext
        sensors={sensors}
        collisionDetection={columnUnder}
        accessibility={{ announcements, screenReaderInstructions: instructions }}
        onDragStart={({ active }) => setDraggedId(String(active.id))}
        onDragEnd={onDragEnd}
        onDragCancel={() => setDraggedId(undefined)}
      >
        <div
          ref={scroller}
          className={clsx(
            "flex min-h-0 flex-1 scroll-quiet gap-2.5 overflow-x-auto px-[8vw] pb-3 lg:scroll-thin lg:px-0 lg:pb-4",
            !draggedId && "snap-x snap-mandatory lg:snap-none",
          )}
        >
          {columns.map((column) => (
            <Column
              key={column.status}
              column={column}
              tasks={cards?.[column.status]}
              agents={agents}
              canWrite={canWrite}
              onOpen={onOpen}
              onMove={move}
              onCreate={onCreate}
            />
          ))}
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged && <DraggedCard task={dragged} agents={agents} />}
        </DragOverlay>
      </DndContext>
    </>
  );
}

/** Which column a phone shows, and the way to another. */
function useSnappedColumn(scroller: RefObject<HTMLDivElement | null>) {
  const [inView, setInView] = useState<Status>("inbox");

  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting)?.target as HTMLElement | undefined;
        if (seen?.dataset.status) setInView(seen.dataset.status as Status);
      },
      { root, threshold: 0.6 },
    );
    for (const column of root.querySelectorAll("[data-status]")) observer.observe(column);
    return () => observer.disconnect();
  }, [scroller]);

  const goTo = (status: Status) =>
    scroller.current
      ?.querySelector(`[data-status="${status}"]`)
      ?.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });

  return [inView, goTo] as const;
}

/** A card that changes its column is another element: whoever moved it with the keyboard goes with it. */
function useKeptFocus(scroller: RefObject<HTMLElement | null>, cards: unknown): (taskId: string) => void {
  const moved = useRef<string>(undefined);
  // Looks again whenever the cards have changed.
  useEffect(() => {
    if (!moved.current) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-testid="card-${moved.current}"] button`)
      ?.focus({ preventScroll: true });
    moved.current = undefined;
  }, [cards, scroller]);
  return (taskId) => {
    moved.current = taskId;
  };
}
