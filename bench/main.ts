// `npm run bench [-- SUITE] [--json FILE]`: measures, prints a table and writes flat keys for machines to compare.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

/** A flat name, such as `api.p99_ms@listTasks`, and its value. */
export type Results = Record<string, number>;

const suites: Record<string, () => Promise<{ run(): Promise<Results> }>> = {
  api: () => import("./api.ts"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" } },
});
const results: Results = {};
for (const name of positionals.length > 0 ? positionals : Object.keys(suites)) {
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite ${name}, but ${Object.keys(suites).join(", ")}.`);
  Object.assign(results, await (await suite()).run());
}
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
