// Where the states of a state machine stand in its diagram. The forward path runs down on the left and the rollback runs
// up on the right, each undo beside its step. It works for any machine; ours are sagas.
import type { Machine } from "./queries.ts";

type Edge = Machine["states"][number]["edges"][number];

export interface Box {
  name: string;
  /** A state that only leads from a step into the rollback, or past it, is a dot beside the step. */
  kind: "forward" | "back" | "dot";
  row: number;
}
interface Layout {
  boxes: Map<string, Box>;
  rows: number;
}

/** The boxes by state. A state that nothing leads to stands in the rollback. */
export function layoutOf({ startAt, states }: Machine): Layout {
  const edges = new Map(states.map((state) => [state.name, state.edges]));
  const forward = forwardPath(startAt, edges);
  const boxes = new Map<string, Box>(forward.map((name, row) => [name, { name, kind: "forward", row }]));
  const others = states.map(({ name }) => name).filter((name) => !boxes.has(name));
  for (const name of others) {
    const step = failingStepRow(name, edges, boxes);
    if (step !== undefined) boxes.set(name, { name, kind: "dot", row: step });
  }
  let above = forward.length;
  for (const name of topologicalOrder(
    others.filter((name) => !boxes.has(name)),
    edges,
  )) {
    const undone = /^Undo (.+)$/.exec(name)?.[1];
    const beside = undone === undefined ? undefined : boxes.get(undone)?.row;
    above = Math.min(above - 1, beside ?? Number.POSITIVE_INFINITY);
    boxes.set(name, { name, kind: "back", row: above });
  }
  const top = Math.min(0, above);
  for (const box of boxes.values()) box.row -= top;
  return { boxes, rows: forward.length - top };
}

/** The path without errors, from a state on. */
function forwardPath(start: string, edges: Map<string, Edge[]>): string[] {
  const path: string[] = [];
  for (let at: string | undefined = start; at !== undefined && !path.includes(at); ) {
    path.push(at);
    at = edges.get(at)?.find(({ kind }) => kind === "next")?.to;
  }
  return path;
}

/** The row of the step whose failure alone leads to this state, if the state itself leads to one other state only. */
function failingStepRow(
  name: string,
  edges: Map<string, Edge[]>,
  boxes: Map<string, Box>,
): number | undefined {
  if (edges.get(name)?.length !== 1) return undefined;
  const from = [...edges].flatMap(([source, leads]) =>
    leads.some(({ to, kind }) => to === name && kind === "catch")
      ? [source]
      : leads.some(({ to }) => to === name)
        ? [""]
        : [],
  );
  const [source = ""] = from;
  const box = boxes.get(source);
  return from.length === 1 && box?.kind === "forward" ? box.row : undefined;
}

/** Each state after all those that lead to it. Of two that could be next, the one that the definition names first. */
function topologicalOrder(names: string[], edges: Map<string, Edge[]>): string[] {
  const remaining = new Set(names);
  const ordered: string[] = [];
  while (remaining.size > 0) {
    const isFree = (name: string) =>
      ![...remaining].some((other) => other !== name && edges.get(other)?.some(({ to }) => to === name));
    // In a circle no state is free: the first one then begins it.
    const next = [...remaining].find(isFree) ?? names.find((name) => remaining.has(name))!;
    remaining.delete(next);
    ordered.push(next);
  }
  return ordered;
}
