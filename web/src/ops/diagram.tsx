// The diagram of a state machine, with the path that an execution took.
import clsx from "clsx";
import { useMemo } from "react";
import { duration } from "../time.ts";
import { type Box, layoutOf } from "./layout.ts";
import type { ExecutionPath } from "./path.ts";
import type { Machine, Visit } from "./queries.ts";
import { isUndo, type StateStyle, styleOf } from "./state-style.ts";

const PITCH = 46;
const HEIGHT = 36;
const WIDTH = 146;
const LEFT = 2;
const RIGHT = 208;
const RAIL = RIGHT + WIDTH + 12;
const GUTTER = 187;
const DOT = LEFT + WIDTH + 16;
const TOTAL = RAIL + 8;

interface Props {
  machine: Machine;
  path: ExecutionPath;
  selected: string | undefined;
  hrefOf(state: string): string;
  onSelect(state: string): void;
}

export function Diagram({ machine, path, selected, hrefOf, onSelect }: Props) {
  const { boxes, rows } = useMemo(() => layoutOf(machine), [machine]);
  const height = rows * PITCH - (PITCH - HEIGHT) + 4;
  const lines = machine.states.flatMap(({ name, edges }) =>
    edges.flatMap(({ to }) => {
      const [from, target] = [boxes.get(name), boxes.get(to)];
      return from && target
        ? [{ key: `${name}>${to}`, d: lineOf(from, target, boxes), isTaken: path.isTaken(name, to) }]
        : [];
    }),
  );
  return (
    <figure>
      <svg
        viewBox={`0 0 ${TOTAL} ${height}`}
        className="mx-auto block w-full max-w-[30rem]"
        data-testid="diagram"
      >
        <title>The state machine and the path taken</title>
        {/* Edges that were taken are drawn last, above the others. */}
        {[...lines]
          .sort((a, b) => Number(a.isTaken) - Number(b.isTaken))
          .map(({ key, d, isTaken }) => (
            <path
              key={key}
              d={d}
              fill="none"
              className={isTaken ? "stroke-ink/75" : "stroke-line"}
              strokeWidth={isTaken ? 2 : 1.25}
              strokeLinejoin="round"
            />
          ))}
        {[...boxes.values()].map((box) => (
          <StateLink
            key={box.name}
            box={box}
            path={path}
            isSelected={selected === box.name}
            href={hrefOf(box.name)}
            onSelect={() => onSelect(box.name)}
          />
        ))}
      </svg>
    </figure>
  );
}

interface StateLinkProps {
  box: Box;
  path: ExecutionPath;
  isSelected: boolean;
  href: string;
  onSelect(): void;
}

function StateLink({ box, path, isSelected, href, onSelect }: StateLinkProps) {
  const outcome = path.outcomeOf(box.name);
  const style = styleOf(box.name, outcome);
  const visits = path.visitsOf(box.name);
  return (
    <a
      href={href}
      aria-label={`${box.name}: ${style.label}`}
      aria-current={isSelected || undefined}
      data-testid={`state-${box.name}`}
      data-outcome={outcome ?? "untouched"}
      className="group outline-none"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onSelect();
      }}
    >
      {box.kind === "dot" ? (
        <Dot box={box} style={style} isVisited={visits.length > 0} />
      ) : (
        <Rectangle box={box} style={style} visits={visits} isSelected={isSelected} />
      )}
    </a>
  );
}

const topOf = ({ row }: Box) => row * PITCH + 2;
const middleOf = (box: Box) => topOf(box) + HEIGHT / 2;

function Dot({ box, style, isVisited }: { box: Box; style: StateStyle; isVisited: boolean }) {
  return (
    <>
      <circle cx={DOT} cy={middleOf(box)} r={11} fill="transparent" />
      <circle
        cx={DOT}
        cy={middleOf(box)}
        r={isVisited ? 5 : 2.5}
        className={clsx(
          isVisited ? "fill-bad stroke-bad" : style.mark,
          "group-focus-visible:stroke-brand group-focus-visible:stroke-2",
        )}
      />
    </>
  );
}

interface RectangleProps {
  box: Box;
  style: StateStyle;
  visits: Visit[];
  isSelected: boolean;
}

function Rectangle({ box, style, visits, isSelected }: RectangleProps) {
  const x = box.kind === "forward" ? LEFT : RIGHT;
  const y = topOf(box);
  const label = box.name.replace(/^Undo /, "");
  const note = noteOf(visits);
  return (
    <>
      <title>{`${box.name}: ${style.label}`}</title>
      <rect
        x={x}
        y={y}
        width={WIDTH}
        height={HEIGHT}
        rx={9}
        strokeWidth={isSelected ? 2.5 : 1.25}
        className={clsx(
          style.box,
          isSelected && "stroke-brand!",
          "group-hover:stroke-2 group-focus-visible:stroke-brand group-focus-visible:stroke-2",
        )}
      />
      {isUndo(box.name) ? (
        <path
          d="M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11"
          transform={`translate(${x + 7} ${y + 11}) scale(0.58)`}
          fill="none"
          strokeWidth={2.75}
          strokeLinecap="round"
          strokeLinejoin="round"
          className={style.line}
        />
      ) : (
        <circle cx={x + 14} cy={y + HEIGHT / 2} r={4} className={style.mark} />
      )}
      <text x={x + 27} y={y + (note ? 16 : 22)} fontSize={11.5} fontWeight={550} className={style.text}>
        {label}
      </text>
      {note && (
        <text x={x + 27} y={y + 28.5} fontSize={9.5} className="fill-soft tabular-nums">
          {note}
        </text>
      )}
    </>
  );
}

/** How long a state took and how often it was tried. */
function noteOf(visits: Visit[]): string | undefined {
  const last = visits.at(-1);
  if (!last || last.type === "Fail") return undefined;
  const { enteredAt, exitedAt, retries, errors } = last;
  return [
    exitedAt && duration(Date.parse(exitedAt) - Date.parse(enteredAt)),
    visits.length > 1 && `${visits.length} visits`,
    retries > 0
      ? `${retries + 1} attempts`
      : errors.length > 0 && errors.at(-1)?.error.replace(/^States\./, ""),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The line between two states: straight to a neighbour, along the gutter into the rollback, along the rail past others. */
function lineOf(from: Box, to: Box, boxes: Map<string, Box>): string {
  const [y1, y2] = [middleOf(from), middleOf(to)];
  if (from.kind === "forward" && to.kind === "forward") return vertical(LEFT + WIDTH / 2, from, to);
  if (from.kind === "forward" && to.kind === "dot") return `M${LEFT + WIDTH} ${y1} H${DOT}`;
  if (from.kind === "dot" && to.kind === "forward") {
    return `M${DOT} ${y1} V${y2 - 6} q0 6 -6 6 H${LEFT + WIDTH}`;
  }
  if (to.kind === "back" && from.kind !== "back") {
    const x = from.kind === "dot" ? DOT : LEFT + WIDTH;
    const turn = Math.sign(y2 - y1) * Math.min(6, Math.abs(y2 - y1) / 2);
    if (turn === 0) return `M${x} ${y1} H${RIGHT}`;
    const bend = Math.abs(turn);
    return `M${x} ${y1} H${GUTTER - bend} q${bend} 0 ${bend} ${turn} V${y2 - turn} q0 ${turn} ${bend} ${turn} H${RIGHT}`;
  }
  if (from.kind === "back" && to.kind === "back") {
    const isBetween = ({ kind, row }: Box) =>
      kind === "back" && row < Math.max(from.row, to.row) && row > Math.min(from.row, to.row);
    if (![...boxes.values()].some(isBetween)) return vertical(RIGHT + WIDTH / 2, from, to);
    const turn = Math.sign(y2 - y1) * 6;
    return `M${RIGHT + WIDTH} ${y1} H${RAIL - 6} q6 0 6 ${turn} V${y2 - turn} q0 ${turn} -6 ${turn} H${RIGHT + WIDTH}`;
  }
  return `M${RIGHT} ${y1} H${LEFT + WIDTH + 8} V${y2} H${LEFT + WIDTH}`;
}

function vertical(x: number, from: Box, to: Box): string {
  const [upper, lower] = from.row < to.row ? [from, to] : [to, from];
  return `M${x} ${topOf(upper) + HEIGHT} V${topOf(lower)}`;
}
