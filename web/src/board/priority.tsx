// How pressing a task is. Normal is silence.
import clsx from "clsx";
import { ArrowDown, ArrowUp, Flame } from "lucide-react";
import type { Task } from "../queries.ts";

export const priorities: Task["priority"][] = ["low", "normal", "high", "urgent"];
export const priorityWords: Record<Task["priority"], string> = {
  low: "Low",
  normal: "Normal",
  high: "High",
  urgent: "Urgent",
};
export const priorityOptions = priorities.map((value) => ({ value, label: priorityWords[value] }));

const looks = {
  urgent: { Icon: Flame, className: "bg-tint text-accent" },
  high: { Icon: ArrowUp, className: "bg-warn-tint text-warn" },
  low: { Icon: ArrowDown, className: "bg-well text-soft" },
};

export function PriorityBadge({ priority }: { priority: Task["priority"] }) {
  if (priority === "normal") return null;
  const { Icon, className } = looks[priority];
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded-full px-1.5 py-0.5 text-[11px] leading-4 font-semibold",
        className,
      )}
    >
      <Icon className="size-3" aria-hidden />
      {priorityWords[priority]}
    </span>
  );
}
