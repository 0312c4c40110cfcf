// `npm run bench [-- SUITE…] [--json FILE] [--doc FILE]`: measures and prints tables. `--json` writes flat keys for a
// program to compare; `--doc` updates the tables of a document.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writeDoc } from "./doc.ts";
import type { Results } from "./results.ts";

/** `squadhub` limits the suites that start gateways to one kind: `stub` or `openclaw`. */
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
  if (!suite) throw new Error(`There is no suite ${name}. The suites are ${Object.keys(suites).join(", ")}.`);
  results[name] = await (await suite()).run(values);
}
if (values.json) {
  const flat = Object.assign({}, ...Object.values(results));
  await writeFile(values.json, `${JSON.stringify(flat, null, 2)}\n`);
}
if (values.doc) await writeDoc(values.doc, results);
