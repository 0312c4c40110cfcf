// How cards are dragged: by mouse, by a long press, and by the keyboard from column to column.
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

/** Left and right go to the neighbouring column. */
const toNeighbour: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
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
      coordinateGetter: toNeighbour,
      // Enter opens a card; once it is picked up it puts it down.
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
    }),
  );
}

/** The column under the pointer; with the keyboard, the one the card stands in. */
export const columnUnder: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args);

const over = (id: unknown) => labelOf(id as Status);

export const announcements: Announcements = {
  onDragStart: ({ active }) => `Picked up “${active.data.current?.title}”.`,
  onDragOver: ({ over: column }) => (column ? `Over ${over(column.id)}.` : "Over no column."),
  onDragEnd: ({ over: column }) => (column ? `Put down in ${over(column.id)}.` : "Put back."),
  onDragCancel: () => "Put back.",
};

export const instructions = {
  draggable:
    "Press Enter to open. Press Space to pick it up, left and right to choose a column, Space to put it down, Escape to put it back.",
};
