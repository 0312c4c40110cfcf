// The five columns. Cards are dragged between them; on a phone a person swipes from column to column.
import { DndContext, type DragEndEvent, DragOverlay } from "@dnd-kit/core";
import clsx from "clsx";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Agent, Task } from "../queries.ts";
import { DraggedCard } from "./card.tsx";
import { Column } from "./column.tsx";
import { byColumn, columns, type Status } from "./columns.ts";
import { announcements, detectColumn, instructions, useCardSensors } from "./drag.ts";

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
  const keepFocus = useFocusAfterMove(scroller, cards);

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
      <ColumnTabs cards={cards} current={inView} onChoose={goTo} />
      <DndContext
        sensors={sensors}
        collisionDetection={detectColumn}
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

interface TabsProps {
  cards: Record<Status, Task[]> | undefined;
  current: Status;
  onChoose(status: Status): void;
}

/** Buttons that go to a column on a phone. */
function ColumnTabs({ cards, current, onChoose }: TabsProps) {
  return (
    <div className="flex shrink-0 scroll-quiet gap-1.5 overflow-x-auto px-3 pb-2.5 lg:hidden">
      {columns.map(({ status, label }) => (
        <button
          key={status}
          type="button"
          aria-pressed={current === status}
          onClick={() => onChoose(status)}
          className={clsx(
            "flex min-h-9 shrink-0 items-center gap-1.5 rounded-full px-3 text-[13px] font-medium transition-colors",
            current === status ? "bg-ink text-bg" : "bg-well text-soft",
          )}
        >
          {label}
          <span className="tabular-nums opacity-65">{cards?.[status].length ?? ""}</span>
        </button>
      ))}
    </div>
  );
}

/** The column that a phone shows, and a function that scrolls to another one. */
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

/** A card that changes its column becomes another element. After a move by keyboard the focus follows the card. */
function useFocusAfterMove(
  scroller: RefObject<HTMLElement | null>,
  cards: unknown,
): (taskId: string) => void {
  const moved = useRef<string>(undefined);
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
