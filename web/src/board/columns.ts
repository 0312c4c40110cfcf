// The five columns: their labels and colours, and the order of the cards in each.
import type { Task } from "../queries.ts";

export type Status = Task["status"];

export const columns: { status: Status; label: string; dot: string; empty: string }[] = [
  { status: "inbox", label: "Inbox", dot: "bg-faint", empty: "New tasks that no agent has yet." },
  {
    status: "assigned",
    label: "Assigned",
    dot: "bg-blue",
    empty: "Tasks an agent has but has not started.",
  },
  {
    status: "in_progress",
    label: "In progress",
    dot: "bg-brand",
    empty: "Tasks the squad is working on.",
  },
  {
    status: "review",
    label: "Review",
    dot: "bg-violet",
    empty: "Finished work that waits for your approval.",
  },
  { status: "done", label: "Done", dot: "bg-live", empty: "Tasks you approved." },
];

export const labelOf = (status: Status): string =>
  columns.find((column) => column.status === status)?.label ?? status;

const urgency: Record<Task["priority"], number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** Cards by column: the most urgent first, then the oldest. Done begins with the task that was finished last. */
export function byColumn(tasks: Task[]): Record<Status, Task[]> {
  const sorted: Record<Status, Task[]> = { inbox: [], assigned: [], in_progress: [], review: [], done: [] };
  for (const task of tasks) sorted[task.status].push(task);
  for (const { status } of columns)
    sorted[status].sort((a, b) =>
      status === "done"
        ? b.updatedAt.localeCompare(a.updatedAt)
        : urgency[a.priority] - urgency[b.priority] || a.createdAt.localeCompare(b.createdAt),
    );
  return sorted;
}
