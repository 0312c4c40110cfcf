// The drawing of a state machine with the way that an execution took.
import clsx from "clsx";
import { useMemo } from "react";
import { duration } from "../time.ts";
import { type Box, layoutOf } from "./layout.ts";
import type { Machine, Visit } from "./queries.ts";
import type { Outcome, Way } from "./way.ts";

const PITCH = 46;
const HEIGHT = 36;
const WIDTH = 146;
const LEFT = 2;
const RIGHT = 208;
const RAIL = RIGHT + WIDTH + 12;
const GUTTER = 187;
const DOT = LEFT + WIDTH + 16;
const TOTAL = RAIL + 8;

interface Look {
  box: string;
  text: string;
  mark: string;
  /** The mark, where it is drawn with a line. */
  line: string;
  words: string;
}
const looks: Record<Outcome, Look> = {
  done: {
    box: "fill-good-tint stroke-good/60",
    text: "fill-ink",
    mark: "fill-good",
    line: "stroke-good",
    words: "done",
  },
  retried: {
    box: "fill-warn-tint stroke-warn/60",
    text: "fill-ink",
    mark: "fill-warn",
    line: "stroke-warn",
    words: "done after retries",
  },
  failed: {
    box: "fill-bad-tint stroke-bad",
    text: "fill-ink",
    mark: "fill-bad",
    line: "stroke-bad",
    words: "failed",
  },
  interrupted: {
    box: "fill-warn-tint stroke-warn",
    text: "fill-ink",
    mark: "fill-warn",
    line: "stroke-warn",
    words: "interrupted",
  },
  current: {
    box: "fill-tint stroke-brand animate-breathe",
    text: "fill-ink",
    mark: "fill-brand",
    line: "stroke-brand",
    words: "under way",
  },
  ended: {
    box: "fill-bad-tint stroke-bad",
    text: "fill-ink",
    mark: "fill-bad",
    line: "stroke-bad",
    words: "the execution ended here",
  },
};
const undone: Look = {
  box: "fill-card stroke-blue/70",
  text: "fill-ink",
  mark: "fill-blue",
  line: "stroke-blue",
  words: "undone",
};
const untouched: Look = {
  box: "fill-card stroke-line",
  text: "fill-faint",
  mark: "fill-strong-line",
  line: "stroke-strong-line",
  words: "not reached",
};

const isUndo = (name: string) => name.startsWith("Undo ");

export function lookOf(name: string, outcome: Outcome | undefined): Look {
  if (!outcome) return untouched;
  return outcome === "done" && isUndo(name) ? undone : looks[outcome];
}

interface Props {
  machine: Machine;
  way: Way;
  selected: string | undefined;
  hrefOf(state: string): string;
  onSelect(state: string): void;
}

export function Drawing({ machine, way, selected, hrefOf, onSelect }: Props) {
  const { boxes, rows } = useMemo(() => layoutOf(machine), [machine]);
  const height = rows * PITCH - (PITCH - HEIGHT) + 4;
  const lines = machine.states.flatMap(({ name, edges }) =>
    edges.flatMap(({ to }) => {
      const [from, target] = [boxes.get(name), boxes.get(to)];
      return from && target
        ? [{ key: `${name}>${to}`, d: lineOf(from, target, boxes), went: way.went(name, to) }]
        : [];
    }),
  );
  return (
    <figure>
      <svg
        viewBox={`0 0 ${TOTAL} ${height}`}
        className="mx-auto block w-full max-w-[30rem]"
        data-testid="drawing"
      >
        <title>The state machine and the way taken</title>
        {/* What was gone along lies above all that was not. */}
        {[...lines]
          .sort((a, b) => Number(a.went) - Number(b.went))
          .map(({ key, d, went }) => (
            <path
              key={key}
              d={d}
              fill="none"
              className={went ? "stroke-ink/75" : "stroke-line"}
              strokeWidth={went ? 2 : 1.25}
              strokeLinejoin="round"
            />
          ))}
        {[...boxes.values()].map((box) => {
          const look = lookOf(box.name, way.outcomeOf(box.name));
          const visits = way.visits.get(box.name) ?? [];
          return (
            <a
              key={box.name}
              href={hrefOf(box.name)}
              aria-label={`${box.name}: ${look.words}`}
              aria-current={selected === box.name || undefined}
              data-testid={`state-${box.name}`}
              data-outcome={way.outcomeOf(box.name) ?? "untouched"}
              className="group outline-none"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                onSelect(box.name);
              }}
            >
              {box.kind === "dot" ? (
                <Dot box={box} look={look} visited={visits.length > 0} />
              ) : (
                <Rectangle box={box} look={look} visits={visits} isSelected={selected === box.name} />
              )}
            </a>
          );
        })}
      </svg>
    </figure>
  );
}

const topOf = ({ row }: Box) => row * PITCH + 2;
const middleOf = (box: Box) => topOf(box) + HEIGHT / 2;

function Dot({ box, look, visited }: { box: Box; look: Look; visited: boolean }) {
  return (
    <>
      <circle cx={DOT} cy={middleOf(box)} r={11} fill="transparent" />
      <circle
        cx={DOT}
        cy={middleOf(box)}
        r={visited ? 5 : 2.5}
        className={clsx(
          visited ? "fill-bad stroke-bad" : look.mark,
          "group-focus-visible:stroke-brand group-focus-visible:stroke-2",
        )}
      />
    </>
  );
}

interface RectangleProps {
  box: Box;
  look: Look;
  visits: Visit[];
  isSelected: boolean;
}

function Rectangle({ box, look, visits, isSelected }: RectangleProps) {
  const x = box.kind === "forward" ? LEFT : RIGHT;
  const y = topOf(box);
  const label = box.name.replace(/^Undo /, "");
  const note = noteOf(visits);
  return (
    <>
      <title>{`${box.name}: ${look.words}`}</title>
      <rect
        x={x}
        y={y}
        width={WIDTH}
        height={HEIGHT}
        rx={9}
        strokeWidth={isSelected ? 2.5 : 1.25}
        className={clsx(
          look.box,
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
          className={look.line}
        />
      ) : (
        <circle cx={x + 14} cy={y + HEIGHT / 2} r={4} className={look.mark} />
      )}
      <text x={x + 27} y={y + (note ? 16 : 22)} fontSize={11.5} fontWeight={550} className={look.text}>
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

/** How long it took, and what there is to say of its tries. */
function noteOf(visits: Visit[]): string | undefined {
  const last = visits.at(-1);
  if (!last || last.type === "Fail") return undefined;
  const { enteredAt, exitedAt, retries, errors } = last;
  return [
    exitedAt && duration(Date.parse(exitedAt) - Date.parse(enteredAt)),
    visits.length > 1 && `${visits.length} visits`,
    retries > 0 ? `${retries + 1} tries` : errors.length > 0 && errors.at(-1)?.error.replace(/^States\./, ""),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** From one state to the next: straight to the neighbour, by the gutter to the way back, by the rail past others. */
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
