// An execution's record, kept in step with the engine's events.
import type { StateMachine } from "aws-local-stepfunctions";
import type { StateVisit } from "../../platform/types/workflows.ts";
import { resumeState } from "./definition.ts";
import type { ExecutionRecord } from "./journal.ts";

export type Events = ReturnType<StateMachine["run"]>["eventLogs"];
export type Event = Events extends AsyncGenerator<infer E> ? E : never;

/** Adds one event to the record. Returns whether a task call now waits until the record is durable. */
export function recordEvent(record: ExecutionRecord, event: Event, at: string): boolean {
  if (!("state" in event) || event.state.name === resumeState) return false;
  const { state } = event;
  if (event.type === "StateEntered") {
    record.states.push(newVisit(state.name, state.type, state.input, at));
    return state.type === "Task";
  }
  const visit = record.states.at(-1)!;
  if (event.type === "StateFailed") {
    visit.errors.push({ error: event.Error, cause: describeCause(event.Cause), at });
  } else if (event.type === "StateRetried") {
    visit.retries += 1;
    return state.type === "Task";
  } else if (event.type === "StateExited") {
    visit.output = state.output;
    visit.exitedAt = at;
  }
  return false;
}

/**
 * Notes in the record of an unfinished execution that its last state was interrupted, and returns where to resume.
 * Undefined for an execution that has not begun.
 */
export function interruptLastVisit(
  record: ExecutionRecord,
  at: string,
): { state: string; input: unknown } | undefined {
  const last = record.states.at(-1);
  if (last && !last.exitedAt) last.errors.push({ error: "Interrupted", cause: "The process ended", at });
  return last && { state: last.state, input: last.input };
}

function newVisit(state: string, type: string, input: unknown, enteredAt: string): StateVisit {
  return { state, type, input, enteredAt, retries: 0, errors: [] };
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
