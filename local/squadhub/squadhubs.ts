// Squadhubs on a laptop: a real gateway (or the stub) per tenant as a child process, recorded in the store.
import { basename } from "node:path";
import { type Discovery, discoveryName } from "../../platform/types/gateway.ts";
import type { Secrets } from "../../platform/types/secrets.ts";
import type { Release, SquadhubDriver, WarmPool } from "../../platform/types/squadhubs.ts";
import type { ModelProvider } from "../../squadhub/config.ts";
import type { Store } from "../store.ts";
import { createDriver } from "./driver.ts";
import type { GatewayRuntime } from "./gateway-command.ts";
import { type GatewayStopped, Gateways } from "./gateways.ts";
import { openSquadhubRecords } from "./squadhub-records.ts";
import { createWarmPool, type WarmPoolSize } from "./warm-pool.ts";

export interface LocalSquadhubsOptions {
  store: Store;
  secrets: Secrets;
  /** Holds one directory per tenant. */
  directory: string;
  /** Called when a gateway is defined or started; may install it first. */
  runtime: () => Promise<GatewayRuntime>;
  /** The name of the current `runtime`, without installing it; a fixed name when absent. */
  image?: () => string;
  model: ModelProvider | (() => ModelProvider);
  /** The bundled `clawe` command, run with our own Node. */
  cliBundle: string;
  /** How often gateways report that they live. Their own default is five minutes. */
  livenessSeconds?: number;
  /** Whether gateways that end by themselves are started again, as ECS does. */
  restart?: boolean;
  /** The gateways to start ahead; none when absent. */
  warm?: WarmPoolSize;
}

export interface LocalSquadhubs {
  driver: SquadhubDriver;
  release: Release;
  discovery: Discovery;
  pool: WarmPool & {
    /** Resolves when the pool has all of its gateways ready. */
    full(): Promise<void>;
  };
  /**
   * After a start of the service: ends what an earlier one has left, and starts every squadhub again.
   * `claweUrl` is the service's current URL, when it may have changed.
   */
  resume(claweUrl?: string): Promise<void>;
  /** Stops all gateways for now: `resume` starts them again. */
  stopAll(): Promise<void>;
  /** Calls the listener for each gateway that ends without being asked to, or that cannot be resumed. */
  onStopped(listener: (stopped: GatewayStopped) => void): void;
}

const noPool: WarmPoolSize = { count: 0, size: { cpu: 0, memory: 0 }, agents: [] };

export function createLocalSquadhubs(options: LocalSquadhubsOptions): LocalSquadhubs {
  const { secrets, directory, runtime, cliBundle, livenessSeconds, restart } = options;
  const records = openSquadhubRecords(options.store);
  const model = () => (typeof options.model === "function" ? options.model() : options.model);
  const common = { records, directory, runtime, model, cliBundle, livenessSeconds };
  const pool = createWarmPool({ ...(options.warm ?? noPool), ...common });
  const gateways = new Gateways({ ...common, secrets, restart, pool });
  const driver = createDriver(records, gateways, runtime);

  return {
    driver,
    release: { current: async () => options.image?.() ?? "local" },
    discovery: {
      async resolve(name) {
        const prefix = discoveryName("");
        const tenantId = name.startsWith(prefix) ? name.slice(prefix.length) : "";
        const url = gateways.isRunning(tenantId) && (await records.get("discovery", tenantId))?.url;
        return url ? [url] : [];
      },
    },
    pool: {
      claim: (spec) => pool.claim(spec),
      async release(spec) {
        const storage = await records.get("storage", spec.tenantId);
        const isClaimed = storage && basename(storage.directory) !== spec.tenantId;
        if (!isClaimed) return;
        await driver.eraseStorage(spec);
        await driver.deleteStorage(spec);
      },
      full: () => pool.full(),
    },
    async resume(claweUrl) {
      const services = await records.services();
      await Promise.all(
        services.map(([tenantId, { spec }]) =>
          gateways.resume(tenantId, { ...spec, claweUrl: claweUrl ?? spec.claweUrl }),
        ),
      );
      await pool.open();
    },
    async stopAll() {
      gateways.cancelRestarts();
      await pool.close();
      await gateways.stopAll();
    },
    onStopped: (listener) => gateways.onStopped(listener),
  };
}
