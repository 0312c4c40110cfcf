// A local squadhub's directory: its home, the gateway's state and config, and the `clawe` command.
import { randomUUID } from "node:crypto";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { discardBeside } from "../../platform/archive.ts";
import { type GatewayConfigInput, gatewayConfig, mergePatch } from "../../squadhub/config.ts";
import { quoteForShell } from "../shell.ts";

export interface SquadhubDirectory {
  path: string;
  home: string;
  state: string;
  config: string;
  bin: string;
  log: string;
  plugin: string;
}

/** The paths of a tenant's squadhub under `root`. Throws when the id could lead out of `root`. */
export function squadhubDirectory(root: string, tenantId: string): SquadhubDirectory {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(tenantId)) throw new Error("This tenant id cannot name a directory.");
  const path = resolve(root, tenantId);
  const state = join(path, "state");
  return {
    path,
    home: join(path, "home"),
    state,
    config: join(state, "openclaw.json"),
    bin: join(path, "bin"),
    log: join(path, "gateway.log"),
    plugin: resolve(import.meta.dirname, "../../squadhub/plugin"),
  };
}

/** Creates the directories that are missing, readable by their owner only. */
export async function createDirectory({ path, home, state, bin }: SquadhubDirectory): Promise<void> {
  for (const each of [path, home, state, bin]) await mkdir(each, { recursive: true, mode: 0o700 });
}

export async function directoryExists({ state }: SquadhubDirectory): Promise<boolean> {
  return access(state).then(
    () => true,
    () => false,
  );
}

/** Removes everything that the squadhub has written. */
export async function eraseDirectory({ path }: SquadhubDirectory): Promise<void> {
  await discardBeside(path);
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Writes the gateway's config. What the customer has added to the current one (agents, channels) stays. */
export async function writeConfig(
  directory: SquadhubDirectory,
  input: Omit<GatewayConfigInput, "stateDirectory" | "pluginDirectory" | "bind">,
): Promise<void> {
  const config = gatewayConfig({
    ...input,
    bind: "loopback",
    stateDirectory: directory.state,
    pluginDirectory: directory.plugin,
  });
  const merged = mergePatch(await readConfig(directory.config), config);
  await replaceFile(directory.config, JSON.stringify(merged, null, 2), 0o600);
}

async function readConfig(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return {}; // there is no config, or none that a gateway could start with
  }
}

/** Writes the `clawe` command into the squadhub's own bin directory. */
export async function writeCommand(directory: SquadhubDirectory, cliBundle: string): Promise<void> {
  const script = `#!/bin/sh\nexec ${quoteForShell(process.execPath)} ${quoteForShell(resolve(cliBundle))} "$@"\n`;
  await replaceFile(join(directory.bin, "clawe"), script, 0o700);
}

async function replaceFile(file: string, content: string, mode: number): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, content, { mode });
  await rename(fresh, file);
}
