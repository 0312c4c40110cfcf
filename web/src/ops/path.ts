// The path that an execution took through its state machine: what became of each state, and which edges were taken.
import type { ExecutionDetails, Visit } from "./queries.ts";

export type Outcome = "done" | "retried" | "failed" | "interrupted" | "current" | "ended";

export interface ExecutionPath {
  /** The visits of one state, in order. */
  visitsOf(state: string): Visit[];
  /** What became of a state in its last visit. Undefined when it was not reached. */
  outcomeOf(state: string): Outcome | undefined;
  isTaken(from: string, to: string): boolean;
}

const edge = (from: string, to: string) => `${from}\n${to}`;

export function pathOf({ visits, status }: Pick<ExecutionDetails, "visits" | "status">): ExecutionPath {
  const byState = Map.groupBy(visits, ({ state }) => state);
  const edges = new Set(visits.slice(1).map(({ state }, at) => edge(visits[at]!.state, state)));
  const last = visits.at(-1);
  return {
    visitsOf: (state) => byState.get(state) ?? [],
    outcomeOf(state) {
      const visit = byState.get(state)?.at(-1);
      return visit && outcomeOf(visit, visit === last, status);
    },
    isTaken: (from, to) => edges.has(edge(from, to)),
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
  // Each retry answers one error. One error more than retries was not retried but caught.
  if (errors.length > retries) return "failed";
  return retries > 0 ? "retried" : "done";
}
