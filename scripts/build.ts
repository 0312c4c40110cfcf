// Builds dist/clawe.mjs and dist/web. Skips a target whose sources have not changed.
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
  /** Its name in progress lines. */
  title: string;
  /** Its source files and directories, relative to the root. */
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
  /** Called with each progress line; never called when nothing is built. */
  onProgress?: (line: string) => void;
  /** All targets by default. */
  only?: TargetName[];
}

/**
 * Builds the targets that are out of date, and returns the path of each output. A child process does the work, so that
 * the bundlers' memory, and the NODE_ENV that they set, end with it. Several calls may run at the same time.
 */
export async function ensureBuilt({
  onProgress,
  only = names,
}: BuildOptions = {}): Promise<Record<TargetName, string>> {
  const stale = await staleAmong(only);
  if (stale.length > 0) await buildInChild(stale, onProgress);
  return { cli: targets.cli.output, web: targets.web.output };
}

async function buildInChild(stale: TargetName[], onProgress?: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, [import.meta.filename, ...stale], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  const errors: string[] = [];
  createInterface(child.stdout).on("line", (line) => onProgress?.(line));
  createInterface(child.stderr).on("line", (line) => errors.push(line));
  const { promise, resolve, reject } = Promise.withResolvers<number | string | null>();
  child.once("error", reject).once("close", (code, signal) => resolve(code ?? signal));
  const exit = await promise;
  if (exit !== 0) throw new Error(`The build failed (${exit}):\n${errors.slice(-40).join("\n")}`);
}

/** Builds the targets that are out of date in this process. */
async function build(only: TargetName[]): Promise<void> {
  for (const name of await staleAmong(only)) {
    const { title, output, ...target } = targets[name];
    const begun = Date.now();
    console.log(`Building ${title} …`);
    // Computed before the build, so that a source that is edited meanwhile causes another build.
    const hash = await hashOf(name);
    await mkdir(dist, { recursive: true });
    const scratch = await mkdtemp(join(dist, ".new-"));
    try {
      const made = join(scratch, basename(output));
      await target.build(made);
      await replace(output, made, join(scratch, "old"));
      await remember(name, hash, scratch);
    } finally {
      await rm(scratch, { recursive: true, force: true });
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
    // There is no readable record, so everything is built.
    return {};
  }
}

async function remember(name: TargetName, hash: string, scratch: string): Promise<void> {
  const draft = join(scratch, "record.json");
  await writeFile(draft, JSON.stringify({ ...(await recorded()), [name]: hash }));
  await rename(draft, record);
}

/** Hashes the names and contents of a target's sources. */
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

/** Replaces `output` with `made`. A directory cannot be renamed over another, so the old one moves to `old` first. */
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
    // A parallel build has put its own output there, which is as good as this one.
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
      // Commander is CommonJS and needs a `require`. The minifier uses no such names.
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
    throw new Error(`Unknown target: ${unknown.join(", ")}. The targets are ${names.join(", ")}.`);
  await build(asked.length > 0 ? (asked as TargetName[]) : names);
}
