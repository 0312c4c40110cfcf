// How a state of an execution looks, in the diagram and in the history.
import type { Outcome } from "./path.ts";

export interface StateStyle {
  box: string;
  text: string;
  mark: string;
  /** The mark of a state whose mark is a line. */
  line: string;
  label: string;
}
const styles: Record<Outcome, StateStyle> = {
  done: {
    box: "fill-good-tint stroke-good/60",
    text: "fill-ink",
    mark: "fill-good",
    line: "stroke-good",
    label: "done",
  },
  retried: {
    box: "fill-warn-tint stroke-warn/60",
    text: "fill-ink",
    mark: "fill-warn",
    line: "stroke-warn",
    label: "done after retries",
  },
  failed: {
    box: "fill-bad-tint stroke-bad",
    text: "fill-ink",
    mark: "fill-bad",
    line: "stroke-bad",
    label: "failed",
  },
  interrupted: {
    box: "fill-warn-tint stroke-warn",
    text: "fill-ink",
    mark: "fill-warn",
    line: "stroke-warn",
    label: "interrupted",
  },
  current: {
    box: "fill-tint stroke-brand animate-breathe",
    text: "fill-ink",
    mark: "fill-brand",
    line: "stroke-brand",
    label: "in progress",
  },
  ended: {
    box: "fill-bad-tint stroke-bad",
    text: "fill-ink",
    mark: "fill-bad",
    line: "stroke-bad",
    label: "the execution ended here",
  },
};
const undone: StateStyle = {
  box: "fill-card stroke-blue/70",
  text: "fill-ink",
  mark: "fill-blue",
  line: "stroke-blue",
  label: "rolled back",
};
const untouched: StateStyle = {
  box: "fill-card stroke-line",
  text: "fill-faint",
  mark: "fill-strong-line",
  line: "stroke-strong-line",
  label: "not reached",
};

export const isUndo = (name: string) => name.startsWith("Undo ");

export function styleOf(name: string, outcome: Outcome | undefined): StateStyle {
  if (!outcome) return untouched;
  return outcome === "done" && isUndo(name) ? undone : styles[outcome];
}
