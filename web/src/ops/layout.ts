// Where a state machine's states stand in its drawing: the way forward down on the left, the way back up on the right,
// each undo beside what it undoes. Works on any machine; ours are sagas.
import type { Machine } from "./queries.ts";

type Edge = Machine["states"][number]["edges"][number];

export interface Box {
  name: string;
  /** What only leads from a step to the way back, or past it, is a dot beside the step. */
  kind: "forward" | "back" | "dot";
  row: number;
}
export interface Layout {
  boxes: Map<string, Box>;
  rows: number;
}

/** Boxes by name. A state that nothing leads to stands on the way back. */
export function layoutOf({ startAt, states }: Machine): Layout {
  const edges = new Map(states.map((state) => [state.name, state.edges]));
  const forward = wayFrom(startAt, edges);
  const boxes = new Map<string, Box>(forward.map((name, row) => [name, { name, kind: "forward", row }]));
  const others = states.map(({ name }) => name).filter((name) => !boxes.has(name));
  for (const name of others) {
    const step = stepOf(name, edges, boxes);
    if (step !== undefined) boxes.set(name, { name, kind: "dot", row: step });
  }
  let above = forward.length;
  for (const name of inOrder(
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

/** The usual way, from a state on. */
function wayFrom(start: string, edges: Map<string, Edge[]>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = start; at !== undefined && !way.includes(at); ) {
    way.push(at);
    at = edges.get(at)?.find(({ kind }) => kind === "next")?.to;
  }
  return way;
}

/** The row of the only step that this comes from, by its failing, if it leads on to one state. */
function stepOf(name: string, edges: Map<string, Edge[]>, boxes: Map<string, Box>): number | undefined {
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

/** Each after all that lead to it; of two that may be next, the one that the definition names first. */
function inOrder(names: string[], edges: Map<string, Edge[]>): string[] {
  const left = new Set(names);
  const ordered: string[] = [];
  while (left.size > 0) {
    const isFree = (name: string) =>
      ![...left].some((other) => other !== name && edges.get(other)?.some(({ to }) => to === name));
    // In a circle none is free: the first then begins it.
    const next = [...left].find(isFree) ?? names.find((name) => left.has(name))!;
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}
