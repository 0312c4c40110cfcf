// Builds what is served and handed out: dist/clawe.mjs and dist/web. Skips what its sources have not changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, glob, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const record = join(dist, ".build.json");
const timeoutMs = 300_000;

interface Target {
  /** What it is called while it is built. */
  title: string;
  /** Files and directories that it is made of, from the root. */
  sources: string[];
  output: string;
  /** Writes the output to `path`. */
  build(path: string): Promise<void>;
}

const shared = ["client", "package-lock.json", "scripts/build.ts"];
const targets = {
  cli: {
    title: "the clawe command",
    sources: ["cli", ...shared],
    output: join(dist, "clawe.mjs"),
    build: buildCli,
  },
  web: {
    title: "the web app",
    sources: ["web", "openapi.json", "scripts/openapi/page.ts", "scripts/openapi/style.ts", ...shared],
    output: join(dist, "web"),
    build: buildWeb,
  },
} satisfies Record<string, Target>;
export type TargetName = keyof typeof targets;
const names = Object.keys(targets) as TargetName[];

export interface BuildOptions {
  /** Told what is being built, a line at a time; never called when nothing is. */
  onProgress?: (line: string) => void;
  /** All targets unless said. */
  only?: TargetName[];
}

/**
 * Builds what is not up to date, and returns where each output is. The work is done by a process of its own: the
 * bundlers' memory, and the NODE_ENV that they set, end with it. May run several times at once.
 */
export async function ensureBuilt({
  onProgress,
  only = names,
}: BuildOptions = {}): Promise<Record<TargetName, string>> {
  const stale = await staleAmong(only);
  if (stale.length > 0) await runApart(stale, onProgress);
  return { cli: targets.cli.output, web: targets.web.output };
}

async function runApart(stale: TargetName[], onProgress?: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, [import.meta.filename, ...stale], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  const said: string[] = [];
  createInterface(child.stdout).on("line", (line) => onProgress?.(line));
  createInterface(child.stderr).on("line", (line) => said.push(line));
  const { promise, resolve, reject } = Promise.withResolvers<number | string | null>();
  child.once("error", reject).once("close", (code, signal) => resolve(code ?? signal));
  const ended = await promise;
  if (ended !== 0) throw new Error(`The build failed (${ended}):\n${said.slice(-40).join("\n")}`);
}

/** Builds in this process what is not up to date. */
async function build(only: TargetName[]): Promise<void> {
  for (const name of await staleAmong(only)) {
    const { title, output, ...target } = targets[name];
    const begun = Date.now();
    console.log(`Building ${title} …`);
    // Taken before: what is edited meanwhile must be built again.
    const hash = await hashOf(name);
    await mkdir(dist, { recursive: true });
    const workshop = await mkdtemp(join(dist, ".new-"));
    try {
      const made = join(workshop, basename(output));
      await target.build(made);
      await replace(output, made, join(workshop, "old"));
      await remember(name, hash, workshop);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
    console.log(`Built ${title} in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
}

async function staleAmong(asked: TargetName[]): Promise<TargetName[]> {
  const built = await recorded();
  const stale: TargetName[] = [];
  for (const name of asked)
    if (!existsSync(targets[name].output) || built[name] !== (await hashOf(name))) stale.push(name);
  return stale;
}

async function recorded(): Promise<Partial<Record<TargetName, string>>> {
  try {
    return JSON.parse(await readFile(record, "utf8"));
  } catch {
    // None yet, or not readable: then everything is built.
    return {};
  }
}

async function remember(name: TargetName, hash: string, workshop: string): Promise<void> {
  const draft = join(workshop, "record.json");
  await writeFile(draft, JSON.stringify({ ...(await recorded()), [name]: hash }));
  await rename(draft, record);
}

/** Names and contents of all the sources of a target. */
async function hashOf(name: TargetName): Promise<string> {
  const hash = createHash("sha256");
  const patterns = targets[name].sources.flatMap((source) => [source, `${source}/**`]);
  const files = new Set(
    await Array.fromAsync(glob(patterns, { cwd: root, exclude: ["**/node_modules/**"] })),
  );
  for (const file of [...files].sort()) {
    const path = join(root, file);
    if ((await stat(path)).isFile())
      hash
        .update(`${file}\0`)
        .update(await readFile(path))
        .update("\0");
  }
  return hash.digest("hex");
}

/** Puts `made` where `output` is. A directory cannot be renamed over another: the old one moves to `old` first. */
async function replace(output: string, made: string, old: string): Promise<void> {
  if ((await stat(made)).isFile()) return rename(made, output);
  try {
    await rename(output, old);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  try {
    await rename(made, output);
  } catch (error) {
    // Another build has put its own there in between: it is as good as this one.
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

async function buildCli(path: string): Promise<void> {
  const esbuild = await import("esbuild");
  await esbuild.build({
    entryPoints: [join(root, "cli/main.ts")],
    outfile: path,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "warning",
    banner: {
      // Commander is CommonJS and needs a `require`, under names that the minifier does not give.
      js: '#!/usr/bin/env node\nimport{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);',
    },
  });
  await esbuild.stop();
  await chmod(path, 0o755);
}

async function buildWeb(path: string): Promise<void> {
  const vite = await import("vite");
  await vite.build({
    root: join(root, "web"),
    configFile: join(root, "web/vite.config.ts"),
    logLevel: "warn",
    build: { outDir: path, emptyOutDir: true },
  });
  const { apiPage } = await import("./openapi/page.ts");
  const description = JSON.parse(await readFile(join(root, "openapi.json"), "utf8"));
  await writeFile(join(path, "docs.html"), apiPage(description));
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in targets));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(", ")} to build, but ${names.join(", ")}.`);
  await build(asked.length > 0 ? (asked as TargetName[]) : names);
}
