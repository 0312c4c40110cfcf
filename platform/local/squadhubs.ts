// The laptop's squadhub driver: a real gateway (or the stub) per tenant as a child process, known by the store.
import { createServer } from "node:net";
import { createSerial, type Serial } from "../../local/serial.ts";
import type { Store } from "../../local/store.ts";
import { type ModelProvider, modelEnvironment } from "../../squadhub/config.ts";
import type { Discovery, Secrets, ServiceEvidence, SquadhubDriver, SquadhubSpec } from "../types.ts";
import { allowedEnvironment, type GatewayRuntime, gatewayCommand } from "./gateway-command.ts";
import { lastLogLines } from "./gateway-log.ts";
import { type GatewayProcess, startGatewayProcess, stopMarked } from "./gateway-process.ts";
import { createRestarts } from "./gateway-restarts.ts";
import {
  createDirectory,
  directoryExists,
  eraseDirectory,
  squadhubDirectory,
  writeCommand,
  writeConfig,
} from "./squadhub-directory.ts";
import { openSquadhubRecords } from "./squadhub-records.ts";

export interface LocalSquadhubsOptions {
  store: Store;
  secrets: Secrets;
  /** Holds one directory per tenant. */
  directory: string;
  /** Called when a gateway is defined or started; may install it first. */
  runtime: () => Promise<GatewayRuntime>;
  model: ModelProvider | (() => ModelProvider);
  /** The bundled `clawe` command, run with our own Node. */
  cliBundle: string;
  /** How often gateways report that they live. Their own default is five minutes. */
  livenessSeconds?: number;
  /** Start again what ends by itself, as ECS does. */
  restart?: boolean;
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
  discovery: Discovery;
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
  const directoryOf = (tenantId: string) => squadhubDirectory(options.directory, tenantId);
  const restarts = createRestarts(async (tenantId) => {
    const service = await records.get("service", tenantId);
    if (service) await driver.startService(service.spec);
  });
  const currentModel = () => (typeof options.model === "function" ? options.model() : options.model);

  /** Starts, stops and ends of one squadhub must not interleave. */
  function oneAtATime<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const serial = serials.get(tenantId) ?? createSerial();
    serials.set(tenantId, serial);
    return serial(work);
  }

  async function start(spec: SquadhubSpec): Promise<void> {
    const { tenantId } = spec;
    const directory = directoryOf(tenantId);
    const [role, definition, discovered, secrets] = await Promise.all([
      records.get("role", tenantId),
      records.get("definition", tenantId),
      records.get("discovery", tenantId),
      options.secrets.read(tenantId),
    ]);
    if (!role || !definition || !discovered || !secrets || !(await directoryExists(directory))) {
      throw new Error(
        "The squadhub is not complete: its secret, storage, role, definition or name is missing.",
      );
    }
    await stopMarked(directory.config);
    const [runtime, port, model] = [await options.runtime(), await freePort(), currentModel()];
    const { gatewayToken, hooksToken, squadhubToken } = secrets;
    await createDirectory(directory);
    await writeConfig(directory, { port, gatewayToken, hooksToken, agents: spec.agents, model });
    await writeCommand(directory, options.cliBundle);
    const startedAt = new Date().toISOString();
    await records.put("service", tenantId, { spec, startedAt });

    const given = {
      CLAWE_URL: spec.claweUrl,
      SQUADHUB_TOKEN: squadhubToken,
      ...(options.livenessSeconds && { CLAWE_LIVENESS_SECONDS: String(options.livenessSeconds) }),
      ...modelEnvironment(model),
    };
    const gateway = startGatewayProcess(
      gatewayCommand({ directory, runtime, role, definition, port, given }),
    );
    running.set(tenantId, gateway);
    void gateway.exited.then((exitCode) => ended(tenantId, gateway, exitCode)).catch(reportFailure);
    await records.put("discovery", tenantId, { url: `http://127.0.0.1:${port}` });
  }

  async function stop(tenantId: string): Promise<void> {
    await running.get(tenantId)?.stop();
    running.delete(tenantId);
    await stopMarked(directoryOf(tenantId).config);
    if (await records.get("discovery", tenantId)) await records.put("discovery", tenantId, {});
  }

  async function ended(tenantId: string, gateway: GatewayProcess, exitCode: number | undefined) {
    if (running.get(tenantId) === gateway) running.delete(tenantId);
    if (gateway.stopping) return;
    const reason = reasonOf(exitCode);
    await oneAtATime(tenantId, async () => {
      const service = await records.get("service", tenantId);
      if (!service || running.has(tenantId)) return;
      await stopMarked(directoryOf(tenantId).config, 0);
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
    return lastLogLines(directoryOf(tenantId).log, [...secrets, ...keys]);
  }

  async function describe({ tenantId }: SquadhubSpec): Promise<ServiceEvidence> {
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
      const directory = directoryOf(tenantId);
      await createDirectory(directory);
      await records.put("storage", tenantId, { directory: directory.path });
      return directory.path;
    },
    deleteStorage: ({ tenantId }) => records.delete("storage", tenantId),
    eraseStorage: ({ tenantId }) => eraseDirectory(directoryOf(tenantId)),
    async createRole({ tenantId }) {
      await records.put("role", tenantId, { environment: allowedEnvironment });
      return `role-${tenantId}`;
    },
    deleteRole: ({ tenantId }) => records.delete("role", tenantId),
    async registerDefinition({ tenantId, size, revision }) {
      const { kind, version = "local" } = await options.runtime();
      // What is not heap (SQLite, buffers, two helper processes) takes the other 40 %.
      const heapMb = Math.round(size.memory * 1024 * 0.6);
      await records.put("definition", tenantId, { image: { kind, version }, heapMb, revision });
      return `definition-${tenantId}:${revision}`;
    },
    deregisterDefinition: ({ tenantId }) => records.delete("definition", tenantId),
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
    discovery: {
      async resolve(name) {
        const tenantId = name.startsWith(discoveryName("")) ? name.slice(discoveryName("").length) : "";
        const url = running.has(tenantId) && (await records.get("discovery", tenantId))?.url;
        return url ? [url] : [];
      },
    },
    async resume(claweUrl) {
      const services = await records.services();
      await Promise.all(
        services.map(async ([tenantId, { spec }]) => {
          try {
            await driver.startService({ ...spec, claweUrl: claweUrl ?? spec.claweUrl });
          } catch (error) {
            // One that cannot start must not keep the others from it.
            const reason = error instanceof Error ? error.message : String(error);
            for (const listener of listeners) listener({ tenantId, reason, logs: [] });
          }
        }),
      );
    },
    async stopAll() {
      restarts.cancelAll();
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

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((settle, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      settle(typeof address === "object" && address ? address.port : 0);
    });
  });
  await new Promise((settle) => server.close(settle));
  return port;
}
