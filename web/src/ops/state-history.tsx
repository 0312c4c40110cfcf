// The history of an execution's states: when each ran, for how long, how often it was tried, its input and output.
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { plainCause } from "../../../client/cause.ts";
import { duration, fullTime } from "../time.ts";
import { Button } from "../ui/button.tsx";
import { EmptyText, Json } from "./parts.tsx";
import { outcomeOf } from "./path.ts";
import type { ExecutionDetails, Visit } from "./queries.ts";
import { styleOf } from "./state-style.ts";

interface Props {
  execution: ExecutionDetails;
  /** Show only the visits of this state. */
  state: string | undefined;
  onSelect(state: string | undefined): void;
}

export function StateHistory({ execution: { visits, machine, status, startedAt }, state, onSelect }: Props) {
  const visible = state === undefined ? visits : visits.filter((visit) => visit.state === state);
  const comment = machine.states.find(({ name }) => name === state)?.comment;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the history stands below the diagram, where the selected state would be out of sight.
    if (
      state !== undefined &&
      section.current &&
      section.current.getBoundingClientRect().top > window.innerHeight * 0.6
    )
      section.current.scrollIntoView({ block: "start" });
  }, [state]);
  return (
    <section ref={section} aria-label="States" className="min-w-0 scroll-mt-28">
      <div className="mb-3 flex min-h-10 items-center justify-between gap-4">
        <h2 className="font-semibold wrap-anywhere">{state ?? "States"}</h2>
        {state !== undefined && (
          <Button kind="quiet" onClick={() => onSelect(undefined)}>
            <X className="size-4" aria-hidden />
            All states
          </Button>
        )}
      </div>
      {comment && <p className="-mt-2 mb-3 text-sm text-soft">{comment}.</p>}
      <div className="overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        {visible.length === 0 ? (
          <EmptyText>
            {state === undefined
              ? "The execution has not started."
              : "The execution did not reach this state."}
          </EmptyText>
        ) : (
          <ol className="divide-y divide-line">
            {visible.map((visit) => (
              <Row
                key={`${visit.state} ${visit.enteredAt} ${visits.indexOf(visit)}`}
                visit={visit}
                isLast={visit === visits.at(-1)}
                status={status}
                from={startedAt}
                isOpen={state !== undefined}
              />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  visit: Visit;
  isLast: boolean;
  status: ExecutionDetails["status"];
  /** When the execution started. */
  from: string;
  isOpen: boolean;
}

function Row({ visit, isLast, status, from, isOpen }: RowProps) {
  const { state, type, enteredAt, exitedAt, retries, errors, input, output } = visit;
  const style = styleOf(state, outcomeOf(visit, isLast, status));
  const offset = offsetOf(enteredAt, from);
  return (
    <li>
      <details open={isOpen} className="group">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2.5 text-sm hover:bg-well focus-visible:-outline-offset-2">
          <svg viewBox="0 0 10 10" className="size-2.5 shrink-0" role="img" aria-label={style.label}>
            <circle cx="5" cy="5" r="5" className={style.mark} />
          </svg>
          <span className="font-medium">{state}</span>
          {type !== "Task" && <span className="text-xs text-faint">{type}</span>}
          {retries > 0 && <span className="text-xs text-warn">{retries + 1} attempts</span>}
          <span
            className="ml-auto flex gap-3 text-[13px] text-faint tabular-nums"
            title={fullTime(enteredAt)}
          >
            <span>{offset}</span>
            <span className="w-14 text-right">
              {exitedAt ? duration(Date.parse(exitedAt) - Date.parse(enteredAt)) : ""}
            </span>
          </span>
          {errors.length > 0 && (
            <span className="w-full pl-5.5 text-[13px] text-bad wrap-anywhere">
              {errors.at(-1)?.error}: {plainCause(errors.at(-1)?.cause ?? "")}
            </span>
          )}
        </summary>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-1 pb-4 sm:pl-9.5">
          {errors.length > 1 && (
            <ol className="grid gap-1 text-[13px]">
              {errors.map(({ error, cause, at }) => (
                <li key={at} className="wrap-anywhere">
                  <span className="text-faint tabular-nums">{offsetOf(at, from)} </span>
                  {error}: {plainCause(cause)}
                </li>
              ))}
            </ol>
          )}
          <Json label="Input" value={input} />
          <Json label="Output" value={output} />
          {input === undefined && output === undefined && (
            <p className="text-sm text-soft">There is no input or output.</p>
          )}
        </div>
      </details>
    </li>
  );
}

/** `+0.3 s` since the execution started. */
const offsetOf = (at: string, from: string): string => {
  const ms = Date.parse(at) - Date.parse(from);
  return ms < 50 ? "+0.0 s" : `+${duration(ms)}`;
};
