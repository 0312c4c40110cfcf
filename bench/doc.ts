// Renders a suite's figures as tables between its markers in a document: `<!-- bench:NAME -->` to `<!-- /bench:NAME -->`.
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import type { Results } from "./main.ts";

const GIGABYTE = 2 ** 30;

/** Replaces what stands between the markers of each suite. Throws when the document has none of one. */
export async function writeDoc(path: string, suites: Record<string, Results>): Promise<void> {
  let text = await readFile(path, "utf8");
  for (const [suite, results] of Object.entries(suites)) {
    const [begin, end] = [`<!-- bench:${suite} -->`, `<!-- /bench:${suite} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${path} has no place for ${suite}: ${begin} and ${end}.`);
    text = `${text.slice(0, from + begin.length)}\n\n${render(suite, results)}\n\n${text.slice(to)}`;
  }
  await writeFile(path, text);
}

/** The machine's line, then a table for each sort of key: of numbers (`@100`), of names (`@listTasks`), of neither. */
function render(suite: string, results: Results): string {
  const single: Results = {};
  const matrices = { numbers: new Map<string, Results>(), names: new Map<string, Results>() };
  for (const [key, value] of Object.entries(results)) {
    const [figure = "", at] = key.slice(suite.length + 1).split("@");
    if (at === undefined) {
      single[figure] = value;
      continue;
    }
    const rows = Number.isNaN(Number(at)) ? matrices.names : matrices.numbers;
    rows.set(at, { ...rows.get(at), [figure]: value });
  }
  const parts = [`_${machine()}_`];
  for (const rows of [matrices.names, matrices.numbers]) if (rows.size > 0) parts.push(matrixOf(rows));
  const singles = Object.entries(single).map(([figure, value]) => [figure, shown(value)]);
  if (singles.length > 0) parts.push(table(["figure", "value"], singles));
  return parts.join("\n\n");
}

function matrixOf(rows: Map<string, Results>): string {
  const figures = [...new Set([...rows.values()].flatMap(Object.keys))];
  return table(
    ["", ...figures],
    [...rows].map(([at, row]) => [grouped(at), ...figures.map((figure) => shown(row[figure]))]),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

const grouped = (text: string) => (Number.isNaN(Number(text)) ? text : Number(text).toLocaleString("en"));
const shown = (value = Number.NaN) => {
  if (Number.isNaN(value)) return "";
  return (value < 1_000 ? Number(value.toPrecision(3)) : Math.round(value)).toLocaleString("en");
};

function machine(): string {
  const cores = os.cpus();
  const memory = Math.round(os.totalmem() / GIGABYTE);
  const date = new Date().toISOString().slice(0, 10);
  const system = `${os.type()} ${os.release()} ${os.arch()}`;
  return `${date}: ${cores.length} × ${cores[0]?.model.trim()}, ${memory} GB, ${system}, Node ${process.version}`;
}
