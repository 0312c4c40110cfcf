// Generates openapi.json from the routes, the client's types from that, and the client's workflows from their
// definitions. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import openapiTypescript, { astToString } from "openapi-typescript";
import { openapiDocument } from "./openapi/document.ts";
import { workflowsModule } from "./openapi/workflows.ts";

const openapi = openapiDocument();
const types = await openapiTypescript(JSON.stringify(openapi), {
  alphabetize: false,
  defaultNonNullable: false,
});
const files = {
  "openapi.json": `${JSON.stringify(openapi, null, 2)}\n`,
  "client/schema.gen.ts": `// Generated from openapi.json by scripts/openapi.ts.\n${astToString(types)}`,
  "client/workflows.gen.ts": workflowsModule(),
};

for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes("--check")) await writeFile(path, text);
  else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    console.error(`${path} does not match the routes. Run: npm run openapi`);
    process.exitCode = 1;
  }
}
