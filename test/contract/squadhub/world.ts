// A world for squadhub tests: a directory, a store, secrets, and a driver for one kind of gateway.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ensureOpenclaw } from "../../../local/openclaw.ts";
import { createSecrets } from "../../../local/secrets.ts";
import type { GatewayRuntime } from "../../../local/squadhub/gateway-command.ts";
import { createLocalSquadhubs, type LocalSquadhubs } from "../../../local/squadhub/squadhubs.ts";
import { openTableEngine } from "../../../local/table/engine.ts";
import type { Secrets, TenantSecrets } from "../../../platform/types/secrets.ts";
import type { SquadhubSpec } from "../../../platform/types/squadhubs.ts";

export type Kind = GatewayRuntime["kind"];

/** Where OpenClaw is or may be installed. Without it, only the stub is tested. */
export const openclawDirectory = process.env.CLAWE_TEST_OPENCLAW;
export const kinds: Kind[] = openclawDirectory ? ["stub", "openclaw"] : ["stub"];

export interface World extends LocalSquadhubs {
  directory: string;
  secrets: Secrets;
  close(): Promise<void>;
}

/** Opens a world in `directory`. It finds what an earlier one has left there. */
export async function openWorld(options: {
  kind: Kind;
  directory: string;
  modelUrl: string;
  /** How many gateways are started ahead, with the agents of `specFor`. Secrets are then stored, not fixed. */
  warm?: number;
}): Promise<World> {
  const { kind, directory, modelUrl, warm } = options;
  const cliBundle = join(directory, "clawe.mjs");
  await writeFile(cliBundle, cli);
  await mkdir(join(directory, "table"), { recursive: true });
  const engine = await openTableEngine({ directory: join(directory, "table"), ttlIntervalMs: 0 });
  const secrets = warm === undefined ? fixedSecrets : createSecrets(engine.store);
  const { size, agents } = specFor("ten_any", "http://localhost");
  const squadhubs = createLocalSquadhubs({
    store: engine.store,
    secrets,
    directory: join(directory, "squadhubs"),
    runtime: () => runtimeOf(kind),
    model: { kind: "offline", baseUrl: modelUrl },
    cliBundle,
    livenessSeconds: 1,
    warm: { count: warm ?? 0, size, agents },
  });
  return {
    ...squadhubs,
    directory,
    secrets,
    async close() {
      await squadhubs.stopAll();
      await engine.close();
    },
  };
}

export function newDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), "clawe-squadhub-"));
}

export function removeDirectory(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

async function runtimeOf(kind: Kind): Promise<GatewayRuntime> {
  if (kind === "stub") {
    const entry = resolve(import.meta.dirname, "../../../local/stub/main.ts");
    return { kind, command: process.execPath, args: [entry] };
  }
  if (!openclawDirectory) throw new Error("CLAWE_TEST_OPENCLAW is not set");
  const { node, entry, version } = await ensureOpenclaw({
    directory: openclawDirectory,
    onProgress: console.log,
  });
  return { kind, command: node, args: [entry], version };
}

export function specFor(tenantId: string, claweUrl: string): SquadhubSpec {
  return {
    tenantId,
    cell: { account: "local", region: "local", cluster: "local", fileSystem: "local" },
    size: { cpu: 1, memory: 2 },
    revision: 1,
    resources: {},
    claweUrl,
    agents: [
      { id: "main", name: "Clawe", emoji: "🦞" },
      { id: "inky", name: "Inky", emoji: "✍️" },
    ],
  };
}

/** Runs every step up to the running service. */
export async function provision({ driver }: World, spec: SquadhubSpec): Promise<void> {
  await driver.createStorage(spec);
  await driver.createRole(spec);
  await driver.registerDefinition(spec);
  await driver.registerDiscovery(spec);
  await driver.startService(spec);
}

/** The same in every process, so that a second process can continue where the first was killed. */
export function secretsOf(tenantId: string): TenantSecrets {
  return {
    gatewayToken: `gateway-${tenantId}-0123456789abcdef0123456789abcdef`,
    squadhubToken: `sqh.${tenantId}.0123456789abcdef0123456789abcdef`,
    hooksToken: `hooks-${tenantId}-0123456789abcdef0123456789abcdef`,
  };
}

const fixedSecrets: Secrets = {
  create: async (tenantId) => tenantId,
  read: async (tenantId) => secretsOf(tenantId),
  replace: async () => undefined,
  goBack: async () => undefined,
  delete: async () => undefined,
};

// Reports to Clawe which command an agent has run, and with which token.
const cli = `await fetch(process.env.CLAWE_URL + "/cli", {
  method: "POST",
  headers: { authorization: "Bearer " + process.env.SQUADHUB_TOKEN },
  body: JSON.stringify({ args: process.argv.slice(2), directory: process.cwd() }),
});
`;
