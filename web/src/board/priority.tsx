// A task's priority. Normal is not shown.
import clsx from "clsx";
import { ArrowDown, ArrowUp, Flame } from "lucide-react";
import type { Task } from "../queries.ts";

const priorities: Task["priority"][] = ["low", "normal", "high", "urgent"];
const priorityLabels: Record<Task["priority"], string> = {
  low: "Low",
  normal: "Normal",
  high: "High",
  urgent: "Urgent",
};
export const priorityOptions = priorities.map((value) => ({ value, label: priorityLabels[value] }));

const styles = {
  urgent: { Icon: Flame, className: "bg-tint text-accent" },
  high: { Icon: ArrowUp, className: "bg-warn-tint text-warn" },
  low: { Icon: ArrowDown, className: "bg-well text-soft" },
};

export function PriorityBadge({ priority }: { priority: Task["priority"] }) {
  if (priority === "normal") return null;
  const { Icon, className } = styles[priority];
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded-full px-1.5 py-0.5 text-[11px] leading-4 font-semibold",
        className,
      )}
    >
      <Icon className="size-3" aria-hidden />
      {priorityLabels[priority]}
    </span>
  );
}
