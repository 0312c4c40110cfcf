// `npm run bench [-- SUITE…] [--json FILE] [--doc FILE]`: measures, prints tables, and writes flat keys for machines to
// compare and the tables of a document for people to read.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writeDoc } from "./doc.ts";

/** A flat name, such as `api.p99_ms@listTasks`, and its value. */
export type Results = Record<string, number>;

/** `squadhub`: of the suites that start gateways, `stub` or `openclaw` only. */
const suites: Record<string, () => Promise<{ run(options: { squadhub?: string }): Promise<Results> }>> = {
  api: () => import("./api.ts"),
  delivery: () => import("./delivery.ts"),
  provisioning: () => import("./provisioning.ts"),
  scale: () => import("./scale.ts"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, doc: { type: "string" }, squadhub: { type: "string" } },
});
const results: Record<string, Results> = {};
for (const name of positionals.length > 0 ? positionals : Object.keys(suites)) {
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite ${name}, but ${Object.keys(suites).join(", ")}.`);
  results[name] = await (await suite()).run(values);
}
if (values.json) {
  const flat = Object.assign({}, ...Object.values(results));
  await writeFile(values.json, `${JSON.stringify(flat, null, 2)}\n`);
}
if (values.doc) await writeDoc(values.doc, results);
