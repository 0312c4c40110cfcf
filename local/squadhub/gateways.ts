// The tenants' gateways as child processes: started, stopped, watched, and started again when they end by themselves.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Secrets } from "../../platform/types/secrets.ts";
import type { SquadhubSpec } from "../../platform/types/squadhubs.ts";
import { type ModelProvider, modelEnvironment } from "../../squadhub/config.ts";
import { createSerial, type Serial } from "../serial.ts";
import type { GatewayRuntime } from "./gateway-command.ts";
import { launchGateway } from "./gateway-launch.ts";
import { lastLogLines } from "./gateway-log.ts";
import { type GatewayProcess, stopMarked } from "./gateway-process.ts";
import { createRestarts, type Restarts } from "./gateway-restarts.ts";
import { directoryExists, type SquadhubDirectory, squadhubDirectory } from "./squadhub-directory.ts";
import type { DefinitionRecord, RoleRecord, SquadhubRecords } from "./squadhub-records.ts";
import type { LocalWarmPool } from "./warm-pool.ts";

export interface GatewaysOptions {
  records: SquadhubRecords;
  secrets: Secrets;
  /** Holds the directories of all squadhubs. */
  directory: string;
  runtime: () => Promise<GatewayRuntime>;
  model: () => ModelProvider;
  cliBundle: string;
  livenessSeconds?: number;
  /** Whether gateways that end by themselves are started again. */
  restart?: boolean;
  pool: LocalWarmPool;
}

/** A gateway that ended without being asked to. */
export interface GatewayStopped {
  tenantId: string;
  exitCode?: number;
  reason: string;
  /** The last log lines, oldest first, without secrets. */
  logs: string[];
}

/** What a tenant's gateway reports with, and to whom. */
interface Tenant {
  claweUrl: string;
  squadhubToken: string;
}

// EX_CONFIG: OpenClaw exits with it when it cannot use its config, or finds another gateway on its state directory.
const badConfig = 78;

export class Gateways {
  readonly #options: GatewaysOptions;
  readonly #running = new Map<string, GatewayProcess>();
  readonly #listeners = new Set<(stopped: GatewayStopped) => void>();
  readonly #serials = new Map<string, Serial>();
  readonly #restarts: Restarts;

  constructor(options: GatewaysOptions) {
    this.#options = options;
    this.#restarts = createRestarts(async (tenantId) => {
      const service = await options.records.get("service", tenantId);
      if (service) await this.startService(service.spec);
    });
  }

  /** The directory of the gateway that the tenant has claimed, or the tenant's own. */
  async directoryOf(tenantId: string): Promise<SquadhubDirectory> {
    const storage = await this.#options.records.get("storage", tenantId);
    return squadhubDirectory(this.#options.directory, storage ? basename(storage.directory) : tenantId);
  }

  isRunning(tenantId: string): boolean {
    return this.#running.has(tenantId);
  }

  onStopped(listener: (stopped: GatewayStopped) => void): void {
    this.#listeners.add(listener);
  }

  /** Starts the gateway unless it runs. */
  startService(spec: SquadhubSpec): Promise<void> {
    return this.#oneAtATime(spec.tenantId, async () => {
      if (!this.isRunning(spec.tenantId)) await this.#start(spec);
    });
  }

  /** Stops the gateway for good. */
  deleteService(tenantId: string): Promise<void> {
    return this.#oneAtATime(tenantId, async () => {
      this.#restarts.cancel(tenantId);
      await this.#stop(tenantId);
      await this.#options.records.delete("service", tenantId);
    });
  }

  /** Starts the gateway again after a start of the service; reports a failure as a stop. */
  async resume(tenantId: string, spec: SquadhubSpec): Promise<void> {
    try {
      await this.#oneAtATime(tenantId, async () => {
        // A workflow that resumed meanwhile may have stopped it, or started it.
        const isWanted = (await this.#options.records.get("service", tenantId)) && !this.isRunning(tenantId);
        if (isWanted) await this.#start(spec);
      });
    } catch (error) {
      // It must not keep the other gateways from starting.
      const reason = error instanceof Error ? error.message : String(error);
      this.#notify({ tenantId, reason, logs: [] });
    }
  }

  cancelRestarts(): void {
    this.#restarts.cancelAll();
  }

  /** Stops all gateways for now: `resume` starts them again. */
  async stopAll(): Promise<void> {
    await Promise.all(
      [...this.#running.keys()].map((tenantId) => this.#oneAtATime(tenantId, () => this.#stop(tenantId))),
    );
  }

  /** Runs `work` on the directory while the gateway is stopped and cannot start. Throws while the gateway runs. */
  whileStopped<T>(tenantId: string, work: (directory: string) => Promise<T>): Promise<T> {
    return this.#oneAtATime(tenantId, async () => {
      if (this.isRunning(tenantId)) throw new Error("The squadhub still runs: its files may change.");
      const { config, path } = await this.directoryOf(tenantId);
      await stopMarked(config);
      return work(path);
    });
  }

  /** Stops the gateway, then runs `work` on the directory. */
  afterStop(tenantId: string, work: (directory: SquadhubDirectory) => Promise<void>): Promise<void> {
    return this.#oneAtATime(tenantId, async () => {
      await this.#stop(tenantId);
      await work(await this.directoryOf(tenantId));
    });
  }

  async logsOf(tenantId: string): Promise<string[]> {
    const secrets = Object.values((await this.#options.secrets.read(tenantId)) ?? {});
    const keys = Object.values(modelEnvironment(this.#options.model()));
    return lastLogLines((await this.directoryOf(tenantId)).log, [...secrets, ...keys]);
  }

  /** Starts, stops and ends of one tenant's gateway must not overlap. */
  #oneAtATime<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const serial = this.#serials.get(tenantId) ?? createSerial();
    this.#serials.set(tenantId, serial);
    return serial(work);
  }

  async #start(spec: SquadhubSpec): Promise<void> {
    const { records, secrets } = this.#options;
    const { tenantId } = spec;
    const directory = await this.directoryOf(tenantId);
    const [role, definitions, discovered, tokens] = await Promise.all([
      records.get("role", tenantId),
      records.get("definition", tenantId),
      records.get("discovery", tenantId),
      secrets.read(tenantId),
    ]);
    const definition = definitions?.[spec.revision];
    if (!role || !definition || !discovered || !tokens || !(await directoryExists(directory)))
      throw new Error(
        "The squadhub is not complete: its secret, storage, role, definition or name is missing.",
      );
    await records.put("service", tenantId, { spec, startedAt: new Date().toISOString() });
    const { squadhubToken, gatewayToken, hooksToken } = tokens;
    const tenant: Tenant = { claweUrl: spec.claweUrl, squadhubToken };
    if (await this.#handOver(tenantId, definition, tenant)) return;
    await this.#launch(spec, { directory, role, definition, tokens: { gatewayToken, hooksToken }, tenant });
  }

  async #launch(
    { tenantId, agents }: SquadhubSpec,
    parts: {
      directory: SquadhubDirectory;
      role: RoleRecord;
      definition: DefinitionRecord;
      tokens: { gatewayToken: string; hooksToken: string };
      tenant: Tenant;
    },
  ): Promise<void> {
    const { model, cliBundle, livenessSeconds, records } = this.#options;
    await stopMarked(parts.directory.config);
    const runtime = await this.#runtimeOf(parts.definition);
    const { gateway, url } = await launchGateway({
      ...parts,
      runtime,
      agents,
      model: model(),
      cliBundle,
      livenessSeconds,
    });
    this.#running.set(tenantId, gateway);
    this.#watch(tenantId, gateway);
    await records.put("discovery", tenantId, { url });
  }

  /** Gives the tenant the gateway that it has claimed. False when there is none, or it does not take the tenant. */
  async #handOver(tenantId: string, definition: DefinitionRecord, tenant: Tenant): Promise<boolean> {
    const claimed = await this.#options.pool.take(tenantId, definition);
    if (!claimed) return false;
    // It may report ready before it has answered: it must be found by then.
    this.#running.set(tenantId, claimed.gateway);
    await this.#options.records.put("discovery", tenantId, { url: claimed.url });
    try {
      await claimed.adopt(tenant);
    } catch (error) {
      console.error("A gateway that was started ahead could not be given its tenant.", error);
      await claimed.gateway.stop();
      return false;
    }
    this.#watch(tenantId, claimed.gateway);
    return true;
  }

  /** The definition's runtime, or the current one when the definition's program is gone. */
  async #runtimeOf({ runtime }: DefinitionRecord): Promise<GatewayRuntime> {
    const { command, args } = runtime;
    const isThere = [command, ...args.slice(0, 1)].every((file) => existsSync(file));
    return isThere ? runtime : this.#options.runtime();
  }

  async #stop(tenantId: string): Promise<void> {
    await this.#running.get(tenantId)?.stop();
    this.#running.delete(tenantId);
    await this.#options.pool.drop(tenantId);
    await stopMarked((await this.directoryOf(tenantId)).config);
    await this.#clearAddress(tenantId);
  }

  #watch(tenantId: string, gateway: GatewayProcess): void {
    void gateway.exited
      .then((exitCode) => this.#ended(tenantId, gateway, exitCode))
      .catch((error: unknown) => console.error("The end of a gateway could not be recorded.", error));
  }

  async #ended(tenantId: string, gateway: GatewayProcess, exitCode: number | undefined): Promise<void> {
    const { records, restart } = this.#options;
    if (this.#running.get(tenantId) === gateway) this.#running.delete(tenantId);
    if (gateway.stopping) return;
    const reason = reasonOf(exitCode);
    await this.#oneAtATime(tenantId, async () => {
      const service = await records.get("service", tenantId);
      if (!service || this.isRunning(tenantId)) return;
      await stopMarked((await this.directoryOf(tenantId)).config, 0);
      const ended = { exitCode, reason, at: new Date().toISOString() };
      await records.put("service", tenantId, { ...service, ended });
      await this.#clearAddress(tenantId);
    });
    this.#notify({ tenantId, exitCode, reason, logs: await this.logsOf(tenantId) });
    const service = restart && (await records.get("service", tenantId));
    if (service) this.#restarts.plan(tenantId, service.startedAt);
  }

  #notify(stopped: GatewayStopped): void {
    for (const listener of this.#listeners) listener(stopped);
  }

  async #clearAddress(tenantId: string): Promise<void> {
    const { records } = this.#options;
    if (await records.get("discovery", tenantId)) await records.put("discovery", tenantId, {});
  }
}

function reasonOf(exitCode: number | undefined): string {
  if (exitCode === undefined) return "The gateway was killed.";
  if (exitCode === badConfig) return "The gateway cannot use its configuration (exit code 78).";
  return `The gateway ended by itself (exit code ${exitCode}).`;
}
