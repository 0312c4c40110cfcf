// Writes a suite's figures as tables into a document, between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`.
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import type { Results } from "./results.ts";

const GIGABYTE = 2 ** 30;

/** Replaces the text between the markers of each suite. Throws when the document lacks the markers of one. */
export async function writeDoc(path: string, suites: Record<string, Results>): Promise<void> {
  let text = await readFile(path, "utf8");
  for (const [suite, results] of Object.entries(suites)) {
    const [begin, end] = [`<!-- bench:${suite} -->`, `<!-- /bench:${suite} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${path} lacks the markers of ${suite}: ${begin} and ${end}.`);
    text = `${text.slice(0, from + begin.length)}\n\n${render(suite, results)}\n\n${text.slice(to)}`;
  }
  await writeFile(path, text);
}

/** A line about the machine, then a table for each kind of key: by name (`@listTasks`), by number (`@100`), plain. */
function render(suite: string, results: Results): string {
  const names = new Map<string, Results>();
  const numbers = new Map<string, Results>();
  const single: string[][] = [];
  for (const [key, value] of Object.entries(results)) {
    const [figure = "", at] = key.slice(suite.length + 1).split("@");
    if (at === undefined) single.push([figure, formatValue(value)]);
    else if (Number.isNaN(Number(at))) names.set(at, { ...names.get(at), [figure]: value });
    else numbers.set(figure, { ...numbers.get(figure), [at]: value });
  }
  const parts = [`_${machine()}_`];
  for (const rows of [names, numbers]) if (rows.size > 0) parts.push(matrixOf(rows));
  if (single.length > 0) parts.push(table(["figure", "value"], single));
  return parts.join("\n\n");
}

/** Numbers become columns in ascending order, since an object keeps its numeric keys sorted. */
function matrixOf(rows: Map<string, Results>): string {
  const columns = Object.keys(Object.assign({}, ...rows.values()));
  return table(
    ["", ...columns.map(formatHead)],
    [...rows].map(([name, row]) => [name, ...columns.map((column) => formatValue(row[column]))]),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

const formatHead = (text: string) => (Number.isNaN(Number(text)) ? text : Number(text).toLocaleString("en"));
const formatValue = (value = Number.NaN) => {
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
