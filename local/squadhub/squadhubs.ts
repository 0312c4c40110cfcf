// The laptop's squadhub driver: a real gateway (or the stub) per tenant as a child process, known by the store.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { pack, unpack } from "../../platform/archive.ts";
import type { Discovery } from "../../platform/types/gateway.ts";
import type { Secrets } from "../../platform/types/secrets.ts";
import type {
  Release,
  ServiceEvidence,
  SquadhubDriver,
  SquadhubRef,
  SquadhubSpec,
  WarmPool,
} from "../../platform/types/squadhubs.ts";
import { type ModelProvider, modelEnvironment } from "../../squadhub/config.ts";
import { createSerial, type Serial } from "../serial.ts";
import type { Store } from "../store.ts";
import { allowedEnvironment, type GatewayRuntime } from "./gateway-command.ts";
import { definitionOf, launchGateway } from "./gateway-launch.ts";
import { lastLogLines } from "./gateway-log.ts";
import { type GatewayProcess, stopMarked } from "./gateway-process.ts";
import { createRestarts } from "./gateway-restarts.ts";
import {
  createDirectory,
  directoryExists,
  eraseDirectory,
  type SquadhubDirectory,
  squadhubDirectory,
} from "./squadhub-directory.ts";
import { type DefinitionRecord, openSquadhubRecords } from "./squadhub-records.ts";
import { createWarmPool, type WarmPoolSize } from "./warm-pool.ts";

export interface LocalSquadhubsOptions {
  store: Store;
  secrets: Secrets;
  /** Holds one directory per tenant. */
  directory: string;
  /** Called when a gateway is defined or started; may install it first. */
  runtime: () => Promise<GatewayRuntime>;
  /** What `runtime` is called, asked without installing it; one that never changes unless said. */
  image?: () => string;
  model: ModelProvider | (() => ModelProvider);
  /** The bundled `clawe` command, run with our own Node. */
  cliBundle: string;
  /** How often gateways report that they live. Their own default is five minutes. */
  livenessSeconds?: number;
  /** Start again what ends by itself, as ECS does. */
  restart?: boolean;
  /** Gateways to start ahead; absent: none. */
  warm?: WarmPoolSize;
}

/** A gateway that ended without being asked to. */
export interface GatewayStopped {
  tenantId: string;
  exitCode?: number;
  reason: string;
  /** The last log lines, oldest first, free of secrets. */
  logs: string[];
}

export interface LocalSquadhubs {
  driver: SquadhubDriver;
  release: Release;
  discovery: Discovery;
  pool: WarmPool & {
    /** Resolves when as many gateways are ready as shall be. */
    full(): Promise<void>;
  };
  /**
   * After a start of the service: ends what an earlier one has left, and starts every squadhub again.
   * `claweUrl` is where we are now, when that may have changed.
   */
  resume(claweUrl?: string): Promise<void>;
  /** Ends all gateways for now; `resume` starts them again. */
  stopAll(): Promise<void>;
  onStopped(listener: (stopped: GatewayStopped) => void): void;
}

// EX_CONFIG: what OpenClaw answers to a config it cannot use, and to a second gateway on one state directory.
const badConfig = 78;
export function createLocalSquadhubs(options: LocalSquadhubsOptions): LocalSquadhubs {
  const records = openSquadhubRecords(options.store);
  const running = new Map<string, GatewayProcess>();
  const listeners = new Set<(stopped: GatewayStopped) => void>();
  const serials = new Map<string, Serial>();
  /** That of the gateway it has claimed, or one of its own. */
  async function directoryOf(tenantId: string): Promise<SquadhubDirectory> {
    const storage = await records.get("storage", tenantId);
    return squadhubDirectory(options.directory, storage ? basename(storage.directory) : tenantId);
  }
  const restarts = createRestarts(async (tenantId) => {
    const service = await records.get("service", tenantId);
    if (service) await driver.startService(service.spec);
  });
  const currentModel = () => (typeof options.model === "function" ? options.model() : options.model);
  const { runtime, cliBundle, livenessSeconds } = options;
  const warm = createWarmPool({
    ...(options.warm ?? { count: 0, size: { cpu: 0, memory: 0 }, agents: [] }),
    records,
    directory: options.directory,
    runtime,
    model: currentModel,
    cliBundle,
    livenessSeconds,
  });

  /** Starts, stops and ends of one squadhub must not interleave. */
  function oneAtATime<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const serial = serials.get(tenantId) ?? createSerial();
    serials.set(tenantId, serial);
    return serial(work);
  }

  async function start(spec: SquadhubSpec): Promise<void> {
    const { tenantId } = spec;
    const directory = await directoryOf(tenantId);
    const [role, definitions, discovered, secrets] = await Promise.all([
      records.get("role", tenantId),
      records.get("definition", tenantId),
      records.get("discovery", tenantId),
      options.secrets.read(tenantId),
    ]);
    const definition = definitions?.[spec.revision];
    if (!role || !definition || !discovered || !secrets || !(await directoryExists(directory))) {
      throw new Error(
        "The squadhub is not complete: its secret, storage, role, definition or name is missing.",
      );
    }
    await records.put("service", tenantId, { spec, startedAt: new Date().toISOString() });
    const tenant = { claweUrl: spec.claweUrl, squadhubToken: secrets.squadhubToken };
    if (await handOver(tenantId, definition, tenant)) return;
    await stopMarked(directory.config);
    const { gatewayToken, hooksToken } = secrets;
    const started = await launchGateway({
      directory,
      runtime: await runtimeOf(definition),
      role,
      definition,
      tokens: { gatewayToken, hooksToken },
      agents: spec.agents,
      model: currentModel(),
      cliBundle,
      tenant,
      livenessSeconds,
    });
    running.set(tenantId, started.gateway);
    watch(tenantId, started.gateway);
    await records.put("discovery", tenantId, { url: started.url });
  }

  /** Gives the gateway that the tenant has claimed to it. False when there is none to be had. */
  async function handOver(
    tenantId: string,
    definition: DefinitionRecord,
    tenant: { claweUrl: string; squadhubToken: string },
  ): Promise<boolean> {
    const claimed = await warm.take(tenantId, definition);
    if (!claimed) return false;
    // It may report ready before it has answered: it must be found by then.
    running.set(tenantId, claimed.gateway);
    await records.put("discovery", tenantId, { url: claimed.url });
    try {
      await claimed.adopt(tenant);
    } catch (error) {
      console.error("A gateway that was started ahead could not be given its tenant.", error);
      await claimed.gateway.stop();
      return false;
    }
    watch(tenantId, claimed.gateway);
    return true;
  }

  function watch(tenantId: string, gateway: GatewayProcess): void {
    void gateway.exited.then((exitCode) => ended(tenantId, gateway, exitCode)).catch(reportFailure);
  }

  /** What the definition says; of a program that is not there any more, its successor. */
  async function runtimeOf(definition: DefinitionRecord): Promise<GatewayRuntime> {
    const { command, args } = definition.runtime;
    return [command, ...args.slice(0, 1)].every((file) => existsSync(file)) ? definition.runtime : runtime();
  }

  /** Runs `work` on the squadhub's directory while nothing of it runs, or can begin to. */
  function atRest<T>(tenantId: string, work: (directory: string) => Promise<T>): Promise<T> {
    return oneAtATime(tenantId, async () => {
      if (running.has(tenantId)) throw new Error("The squadhub still runs: its files may change.");
      const { config, path } = await directoryOf(tenantId);
      await stopMarked(config);
      return work(path);
    });
  }

  async function stop(tenantId: string): Promise<void> {
    await running.get(tenantId)?.stop();
    running.delete(tenantId);
    await warm.drop(tenantId);
    await stopMarked((await directoryOf(tenantId)).config);
    if (await records.get("discovery", tenantId)) await records.put("discovery", tenantId, {});
  }

  async function ended(tenantId: string, gateway: GatewayProcess, exitCode: number | undefined) {
    if (running.get(tenantId) === gateway) running.delete(tenantId);
    if (gateway.stopping) return;
    const reason = reasonOf(exitCode);
    await oneAtATime(tenantId, async () => {
      const service = await records.get("service", tenantId);
      if (!service || running.has(tenantId)) return;
      await stopMarked((await directoryOf(tenantId)).config, 0);
      const at = new Date().toISOString();
      await records.put("service", tenantId, { ...service, ended: { exitCode, reason, at } });
      if (await records.get("discovery", tenantId)) await records.put("discovery", tenantId, {});
    });
    const logs = await logsOf(tenantId);
    for (const listener of listeners) listener({ tenantId, exitCode, reason, logs });
    const service = options.restart && (await records.get("service", tenantId));
    if (service) restarts.plan(tenantId, service.startedAt);
  }

  async function logsOf(tenantId: string): Promise<string[]> {
    const secrets = Object.values((await options.secrets.read(tenantId)) ?? {});
    const keys = Object.values(modelEnvironment(currentModel()));
    return lastLogLines((await directoryOf(tenantId)).log, [...secrets, ...keys]);
  }

  async function describe({ tenantId }: SquadhubRef): Promise<ServiceEvidence> {
    const service = await records.get("service", tenantId);
    return {
      running: running.has(tenantId),
      stoppedReason: service?.ended?.reason,
      exitCode: service?.ended?.exitCode,
      logs: await logsOf(tenantId),
    };
  }

  const driver: SquadhubDriver = {
    async createStorage({ tenantId }) {
      const directory = await directoryOf(tenantId);
      await createDirectory(directory);
      await records.put("storage", tenantId, { directory: directory.path });
      return directory.path;
    },
    deleteStorage: ({ tenantId }) => records.delete("storage", tenantId),
    eraseStorage: ({ tenantId }) =>
      oneAtATime(tenantId, async () => {
        // A gateway that was claimed runs from the first.
        await stop(tenantId);
        await eraseDirectory(await directoryOf(tenantId));
      }),
    packStorage: ({ tenantId }) => atRest(tenantId, pack),
    unpackStorage: ({ tenantId }, archive, confirm) =>
      atRest(tenantId, (directory) => unpack(archive, directory, confirm)),
    async createRole({ tenantId }) {
      await records.put("role", tenantId, { environment: allowedEnvironment });
      return `role-${tenantId}`;
    },
    deleteRole: ({ tenantId }) => records.delete("role", tenantId),
    async registerDefinition({ tenantId, size, revision }) {
      const definition = definitionOf(await runtime(), { size });
      const others = await records.get("definition", tenantId);
      await records.put("definition", tenantId, { ...others, [revision]: definition });
      return `definition-${tenantId}:${revision}`;
    },
    deregisterDefinition: ({ tenantId }) => records.delete("definition", tenantId),
    async retireDefinitions({ tenantId, revision }) {
      const kept = (await records.get("definition", tenantId))?.[revision];
      if (kept) await records.put("definition", tenantId, { [revision]: kept });
    },
    async registerDiscovery({ tenantId }) {
      const existing = await records.get("discovery", tenantId);
      if (!existing) await records.put("discovery", tenantId, {});
      return discoveryName(tenantId);
    },
    deregisterDiscovery: ({ tenantId }) => records.delete("discovery", tenantId),
    async startService(spec) {
      await oneAtATime(spec.tenantId, async () => {
        if (!running.has(spec.tenantId)) await start(spec);
      });
      return `service-${spec.tenantId}`;
    },
    deleteService: ({ tenantId }) =>
      oneAtATime(tenantId, async () => {
        restarts.cancel(tenantId);
        await stop(tenantId);
        await records.delete("service", tenantId);
      }),
    describeService: describe,
  };

  return {
    driver,
    release: { current: async () => options.image?.() ?? "local" },
    discovery: {
      async resolve(name) {
        const tenantId = name.startsWith(discoveryName("")) ? name.slice(discoveryName("").length) : "";
        const url = running.has(tenantId) && (await records.get("discovery", tenantId))?.url;
        return url ? [url] : [];
      },
    },
    pool: {
      claim: (spec) => warm.claim(spec),
      async release(spec) {
        const storage = await records.get("storage", spec.tenantId);
        if (!storage || basename(storage.directory) === spec.tenantId) return;
        await driver.eraseStorage(spec);
        await driver.deleteStorage(spec);
      },
      full: () => warm.full(),
    },
    async resume(claweUrl) {
      const services = await records.services();
      await Promise.all(
        services.map(async ([tenantId, { spec }]) => {
          try {
            await oneAtATime(tenantId, async () => {
              // A workflow that went on meanwhile may have stopped it, or started it.
              const isWanted = (await records.get("service", tenantId)) && !running.has(tenantId);
              if (isWanted) await start({ ...spec, claweUrl: claweUrl ?? spec.claweUrl });
            });
          } catch (error) {
            // One that cannot start must not keep the others from it.
            const reason = error instanceof Error ? error.message : String(error);
            for (const listener of listeners) listener({ tenantId, reason, logs: [] });
          }
        }),
      );
      await warm.open();
    },
    async stopAll() {
      restarts.cancelAll();
      await warm.close();
      await Promise.all([...running.keys()].map((tenantId) => oneAtATime(tenantId, () => stop(tenantId))));
    },
    onStopped: (listener) => listeners.add(listener),
  };
}

function discoveryName(tenantId: string): string {
  return `squadhub-${tenantId}`;
}

function reasonOf(exitCode: number | undefined): string {
  if (exitCode === undefined) return "The gateway was killed.";
  if (exitCode === badConfig) return "The gateway cannot use its configuration (exit code 78).";
  return `The gateway ended by itself (exit code ${exitCode}).`;
}

function reportFailure(error: unknown): void {
  console.error("The end of a gateway could not be recorded.", error);
}
