// The stages of a run, one below the other. While they are rolled back, the order is reversed.
import clsx from "clsx";
import { Check, CircleSlash, LoaderCircle, Minus, TriangleAlert, Undo2, X } from "lucide-react";
import type { Run } from "../queries.ts";
import { duration, useNow } from "../time.ts";

type Stage = Run["stages"][number];

const styles: Record<Stage["status"], { Icon: typeof Check; className: string; label: string }> = {
  pending: { Icon: Minus, className: "border border-strong-line bg-bg text-faint", label: "Not started" },
  running: { Icon: LoaderCircle, className: "bg-accent text-on-accent", label: "In progress" },
  done: { Icon: Check, className: "bg-good-tint text-good", label: "Done" },
  failed: { Icon: X, className: "bg-bad text-bg", label: "Failed" },
  undoing: { Icon: Undo2, className: "bg-warn-tint text-warn", label: "Rolling back" },
  undone: { Icon: Undo2, className: "bg-well text-soft", label: "Rolled back" },
  undo_failed: { Icon: TriangleAlert, className: "bg-bad-tint text-bad", label: "Could not be rolled back" },
};

interface Props {
  stages: Stage[];
  /** The name of the stage that `attempt` counts. */
  current: string | undefined;
  attempt: number;
  isUndoing: boolean;
}

export function Timeline({ stages, current, attempt, isUndoing }: Props) {
  const reached = stages.filter(({ status }) => status !== "pending");
  // Stages are rolled back from the failed one to the first.
  const visible = isUndoing ? reached.toReversed() : stages;
  return (
    <ol
      aria-label={isUndoing ? "Stages, latest first" : "Stages"}
      className="mt-8 rounded-2xl border border-line bg-card px-5 py-3 shadow-lift"
    >
      {visible.map((stage, at) => (
        <Row
          key={stage.name}
          stage={stage}
          attempts={stage.name === current ? attempt : 1}
          isLast={at === visible.length - 1}
        />
      ))}
      {isUndoing && reached.length < stages.length && (
        <li className="flex items-center gap-3.5 py-2 text-[13px] text-faint">
          <CircleSlash className="mx-1 size-4" aria-hidden />
          {stages.length - reached.length} more stages were not started
        </li>
      )}
    </ol>
  );
}

function Row({ stage, attempts, isLast }: { stage: Stage; attempts: number; isLast: boolean }) {
  const { name, label, status } = stage;
  const { Icon, className, label: statusLabel } = styles[status];
  const isBusy = status === "running" || status === "undoing";
  return (
    <li
      data-testid={`stage-${name}`}
      data-status={status}
      aria-current={isBusy ? "step" : undefined}
      className="relative flex items-center gap-3.5 py-2"
    >
      {!isLast && <span aria-hidden className="absolute top-1/2 left-3 h-full w-px bg-line" />}
      <span className={clsx("relative grid size-6 shrink-0 place-items-center rounded-full", className)}>
        <Icon
          className={clsx(
            "size-3.5",
            status === "running" && "animate-spin",
            status === "undoing" && "animate-breathe",
          )}
          strokeWidth={2.5}
          role="img"
          aria-label={statusLabel}
        />
      </span>
      <span
        className={clsx(
          "min-w-0 flex-1 text-[15px]",
          status === "pending" && "text-faint",
          isBusy && "font-medium",
          status === "undone" && "text-soft line-through decoration-faint/60",
        )}
      >
        {label}
        {attempts > 1 && status !== "undone" && (
          <span className="ml-2 rounded-full bg-warn-tint px-2 py-0.5 text-xs font-medium whitespace-nowrap text-warn">
            attempt {attempts}
          </span>
        )}
      </span>
      <StageDuration stage={stage} />
    </li>
  );
}

function StageDuration({ stage: { status, startedAt, endedAt } }: { stage: Stage }) {
  if (!startedAt) return null;
  const look = "text-[13px] text-faint tabular-nums";
  if (status === "running") return <RunningSeconds from={startedAt} className={look} />;
  // The times of a stage that was rolled back cover both the work and the rollback, so they say nothing.
  if (!endedAt || status.startsWith("und")) return null;
  return <span className={look}>{duration(Date.parse(endedAt) - Date.parse(startedAt))}</span>;
}

function RunningSeconds({ from, className }: { from: string; className: string }) {
  const now = useNow(1_000);
  return <span className={className}>{Math.max(0, Math.floor((now - Date.parse(from)) / 1000))} s</span>;
}
