// What a squadhub consists of, and the driver that creates it.
import type { Readable } from "node:stream";
import type { TenantSecrets } from "./secrets.ts";

/** Where a squadhub is. Every squadhub stores its cell. */
export interface Cell {
  account: string;
  region: string;
  cluster: string;
  fileSystem: string;
}

/** The ids of the resources of a squadhub, filled in by the provisioning steps. */
export interface SquadhubResources {
  secret?: string;
  storage?: string;
  role?: string;
  definition?: string;
  discovery?: string;
  service?: string;
}

/** Everything that a driver needs to know about a squadhub. */
export interface SquadhubSpec {
  tenantId: string;
  cell: Cell;
  /** The vCPUs and the GB of memory of the plan. */
  size: { cpu: number; memory: number };
  /** The revision of the definition. It changes with each definition that is registered. */
  revision: number;
  resources: SquadhubResources;
  /** Where the squadhub's CLI and plugin reach the service: the site's URL, without `/api`. */
  claweUrl: string;
  agents: { id: string; name: string; emoji: string }[];
}

/** What was seen of a service. It is recorded before the clean-up destroys it. */
export interface ServiceEvidence {
  running: boolean;
  stoppedReason?: string;
  exitCode?: number;
  /** The last 50 lines of the gateway's log, oldest first, without secrets. */
  logs: string[];
}

/**
 * Creates and deletes the resources of a squadhub. Every method is idempotent, finds its resource by the tenant id when
 * `resources` lacks its id (after a crash between effect and record), and treats a missing resource as deleted. Methods
 * that create return the id of the resource. They throw an `Error` with a plain message; the state machine retries.
 */
export interface SquadhubDriver {
  /** Creates the tenant's directory. */
  createStorage(spec: SquadhubSpec): Promise<string>;
  deleteStorage(spec: SquadhubSpec): Promise<void>;
  /** Erases the data itself, which deleting an access point does not. */
  eraseStorage(spec: SquadhubSpec): Promise<void>;
  /** All of the data as one archive. Throws while the service runs: a copy of its SQLite files would be torn. */
  packStorage(spec: SquadhubSpec): Promise<Readable>;
  /**
   * Replaces the data by the archive's, as a whole or not at all. Throws while the service runs. Calls `confirm` just
   * before it takes effect; `confirm` throws when the change is no longer wanted.
   */
  unpackStorage(spec: SquadhubSpec, archive: Readable, confirm: () => Promise<void>): Promise<void>;
  createRole(spec: SquadhubSpec): Promise<string>;
  deleteRole(spec: SquadhubSpec): Promise<void>;
  registerDefinition(spec: SquadhubSpec): Promise<string>;
  /** Removes all definitions of the squadhub. */
  deregisterDefinition(spec: SquadhubSpec): Promise<void>;
  /** Removes all definitions but that of `revision`. */
  retireDefinitions(spec: SquadhubSpec): Promise<void>;
  registerDiscovery(spec: SquadhubSpec): Promise<string>;
  deregisterDiscovery(spec: SquadhubSpec): Promise<void>;
  /** Starts one task, never two at a time. Returns when the start is requested, not when the gateway is ready. */
  startService(spec: SquadhubSpec): Promise<string>;
  /** Stops the task, and returns when none of its processes runs any more. */
  deleteService(spec: SquadhubSpec): Promise<void>;
  describeService(spec: SquadhubSpec): Promise<ServiceEvidence>;
}

/** The tokens that a gateway accepts: for its API, and for its hooks endpoint. */
export type GatewayTokens = Pick<TenantSecrets, "gatewayToken" | "hooksToken">;

/** Gateways that were started ahead, without a tenant. On AWS there are none (docs/decisions/0013). */
export interface WarmPool {
  /**
   * Takes a gateway that fits for this tenant, for good: its storage becomes the tenant's, and `startService` hands it
   * over instead of starting another. The caller must make its tokens the tenant's. A tenant has one claim, and gets
   * the same gateway again. Undefined when none fits, or the claimed one has died.
   */
  claim(spec: SquadhubSpec): Promise<GatewayTokens | undefined>;
  /** Stops and erases the claimed gateway. It is never given to another tenant. */
  release(spec: SquadhubSpec): Promise<void>;
}

/** The current version of squadhubs. */
export interface Release {
  /** The image, or the program and its version, of definitions that are registered now. */
  current(): Promise<string>;
}
