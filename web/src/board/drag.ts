// How cards are dragged: with the mouse, after a long press, or with the keyboard from column to column.
import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { columns, labelOf, type Status } from "./columns.ts";

const order = columns.map(({ status }) => status);

/** The left and right keys move a card to the next column. */
const moveToNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === KeyboardCode.Right ? 1 : event.code === KeyboardCode.Left ? -1 : undefined;
  if (step === undefined) return undefined;
  event.preventDefault();
  const from = (context.over?.id ?? context.active?.data.current?.status) as Status | undefined;
  const target = from && order[order.indexOf(from) + step];
  const column = target && context.droppableRects.get(target);
  const card = context.collisionRect;
  if (!column || !card) return undefined;
  return { x: column.left + (column.width - card.width) / 2, y: currentCoordinates.y };
};

export function useCardSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: moveToNextColumn,
      // Enter opens a card, so it cannot pick one up, but it puts down a card that was picked up.
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
    }),
  );
}

/** The column under the pointer, or with the keyboard the one closest to the card. */
export const detectColumn: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args);

const columnLabel = (id: unknown) => labelOf(id as Status);

export const announcements: Announcements = {
  onDragStart: ({ active }) => `Picked up “${active.data.current?.title}”.`,
  onDragOver: ({ over: column }) => (column ? `Over ${columnLabel(column.id)}.` : "Not over a column."),
  onDragEnd: ({ over: column }) => (column ? `Moved to ${columnLabel(column.id)}.` : "Not moved."),
  onDragCancel: () => "Not moved.",
};

export const instructions = {
  draggable:
    "Press Enter to open the task. To move it, press Space, choose a column with the left and right keys, and press Space again. Escape cancels.",
};
