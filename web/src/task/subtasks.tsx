// The subtasks of a task and their status.
import clsx from "clsx";
import { Ban, Circle, CircleCheck, CircleDashed } from "lucide-react";
import type { Agent, Subtask } from "../queries.ts";
import { AgentAvatar } from "../ui/avatar.tsx";

const styles: Record<Subtask["status"], { Icon: typeof Circle; className: string; label: string }> = {
  pending: { Icon: Circle, className: "text-faint", label: "Pending" },
  in_progress: { Icon: CircleDashed, className: "text-brand", label: "In progress" },
  done: { Icon: CircleCheck, className: "text-good", label: "Done" },
  blocked: { Icon: Ban, className: "text-bad", label: "Blocked" },
};

export function Subtasks({ subtasks, agents }: { subtasks: Subtask[]; agents: Agent[] | undefined }) {
  const done = subtasks.filter(({ status }) => status === "done").length;
  return (
    <section aria-label="Subtasks" className="mt-7">
      <h3 className="flex items-center gap-3 text-sm font-semibold">
        Subtasks
        <span className="font-medium text-faint tabular-nums">
          {done} of {subtasks.length} done
        </span>
        <span className="ml-auto h-1.5 w-24 overflow-hidden rounded-full bg-line" aria-hidden>
          <span
            className="block h-full rounded-full bg-good transition-[width]"
            style={{ width: `${(100 * done) / subtasks.length}%` }}
          />
        </span>
      </h3>
      <ol className="mt-3 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-card">
        {subtasks.map(({ subtaskId, title, description, assignee, status, reason }) => {
          const { Icon, className, label } = styles[status];
          const agent = agents?.find(({ agentId }) => agentId === assignee);
          return (
            <li key={subtaskId} data-testid="subtask" data-status={status} className="flex gap-3 px-3.5 py-3">
              <Icon className={clsx("mt-0.5 size-4.5 shrink-0", className)} role="img" aria-label={label} />
              <div className="min-w-0 flex-1 text-sm wrap-anywhere">
                <p
                  className={clsx(
                    "leading-snug",
                    status === "done" && "text-soft line-through decoration-faint/60",
                  )}
                >
                  {title}
                </p>
                {description && <p className="mt-0.5 text-[13px] text-soft">{description}</p>}
                {status === "blocked" && reason && (
                  <p className="mt-1 text-[13px] text-bad">Blocked: {reason}</p>
                )}
              </div>
              {agent && (
                <span title={agent.name} role="img" aria-label={agent.name}>
                  <AgentAvatar emoji={agent.emoji} size="small" />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
