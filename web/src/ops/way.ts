// The way that an execution took through its machine: what became of each state, and which edges it went along.
import type { ExecutionDetails, Visit } from "./queries.ts";

export type Outcome = "done" | "retried" | "failed" | "interrupted" | "current" | "ended";

export interface Way {
  /** The visits of each state, in order. */
  visits: Map<string, Visit[]>;
  outcomeOf(name: string): Outcome | undefined;
  went(from: string, to: string): boolean;
}

const pair = (from: string, to: string) => `${from}\n${to}`;

export function wayOf({ visits, status }: Pick<ExecutionDetails, "visits" | "status">): Way {
  const byState = Map.groupBy(visits, ({ state }) => state);
  const pairs = new Set(visits.slice(1).map(({ state }, at) => pair(visits[at]!.state, state)));
  const last = visits.at(-1);
  return {
    visits: byState,
    outcomeOf(name) {
      const visit = byState.get(name)?.at(-1);
      return visit && outcomeOf(visit, visit === last, status);
    },
    went: (from, to) => pairs.has(pair(from, to)),
  };
}

export function outcomeOf(
  { type, exitedAt, errors, retries }: Visit,
  isLast: boolean,
  status: ExecutionDetails["status"],
): Outcome {
  if (type === "Fail") return "failed";
  if (isLast && status === "RUNNING" && !exitedAt) return "current";
  if (isLast && status === "SUCCEEDED") return errors.length > 0 ? "retried" : "done";
  if (!exitedAt) return isLast ? "ended" : errors.length > 0 ? "interrupted" : "done";
  // Each retry answers one error: one more than those was not answered, but caught.
  if (errors.length > retries) return "failed";
  return retries > 0 ? "retried" : "done";
}
