// `npm run check`: types, lint and format, architecture, generated files. Runs all checks in parallel, even when one fails.
import { spawn } from "node:child_process";

const node = process.execPath;
const bin = (name: string) => `node_modules/.bin/${name}`;
const rooms =
  "core events functions workflows platform squadhub client cli web infra local bench scripts".split(" ");

const checks: Record<string, string[]> = {
  types: [node, "node_modules/typescript-7/bin/tsc", "-p", "tsconfig.json"],
  "types of the web app": [node, "node_modules/typescript-7/bin/tsc", "-p", "web/tsconfig.json"],
  "lint and format": [bin("biome"), "check", "--error-on-warnings"],
  architecture: [bin("depcruise"), "--config", ".dependency-cruiser.mjs", "--output-type", "err", ...rooms],
  "unused code": [bin("knip"), "--no-progress"],
  "generated files": [node, "--conditions=local", "scripts/openapi.ts", "--check"],
};

async function run(name: string, [command = "", ...args]: string[]): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok  " : "FAIL"}  ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
  return code === 0;
}

const results = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)));
if (results.includes(false)) process.exitCode = 1;
