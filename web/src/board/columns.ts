// The five columns: their words and colours, and the order of cards in them.
import type { Task } from "../queries.ts";

export type Status = Task["status"];

export const columns: { status: Status; label: string; dot: string; empty: string }[] = [
  { status: "inbox", label: "Inbox", dot: "bg-faint", empty: "Tasks nobody has yet wait here." },
  {
    status: "assigned",
    label: "Assigned",
    dot: "bg-blue",
    empty: "Give a task to an agent and it waits here.",
  },
  {
    status: "in_progress",
    label: "In progress",
    dot: "bg-brand",
    empty: "What the squad works on shows here.",
  },
  {
    status: "review",
    label: "Review",
    dot: "bg-violet",
    empty: "Agents send their work here for you to decide.",
  },
  { status: "done", label: "Done", dot: "bg-live", empty: "Approve a review and it is done." },
];

export const labelOf = (status: Status): string =>
  columns.find((column) => column.status === status)?.label ?? status;

const weight: Record<Task["priority"], number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** Cards by column: the weightiest first, then the oldest; in Done what was finished last. */
export function byColumn(tasks: Task[]): Record<Status, Task[]> {
  const found: Record<Status, Task[]> = { inbox: [], assigned: [], in_progress: [], review: [], done: [] };
  for (const task of tasks) found[task.status].push(task);
  for (const { status } of columns)
    found[status].sort((a, b) =>
      status === "done"
        ? b.updatedAt.localeCompare(a.updatedAt)
        : weight[a.priority] - weight[b.priority] || a.createdAt.localeCompare(b.createdAt),
    );
  return found;
}
