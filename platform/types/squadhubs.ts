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

/** Which squadhub it is, and what has been made of it. */
export interface SquadhubRef {
  tenantId: string;
  cell: Cell;
  /** The revision of its definition. Each definition that is registered has another. */
  revision: number;
  resources: SquadhubResources;
}

/** What a squadhub is made to. */
export interface SquadhubSpec extends SquadhubRef {
  /** vCPU and GB, from the plan. */
  size: { cpu: number; memory: number };
  /** Where the squadhub's CLI and plugin find us: the site's URL without `/api`. */
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
  createStorage(squadhub: SquadhubRef): Promise<string>;
  deleteStorage(squadhub: SquadhubRef): Promise<void>;
  /** Removes the data itself; deleting an access point does not. */
  eraseStorage(squadhub: SquadhubRef): Promise<void>;
  /** All of the data as one archive. Only while the service is stopped: its state is SQLite, a running copy is torn. */
  packStorage(squadhub: SquadhubRef): Promise<Readable>;
  /**
   * Replaces the data by the archive's, as a whole or not at all. Throws while the service runs. Calls `confirm` just
   * before it takes effect; `confirm` throws when the change is no longer wanted.
   */
  unpackStorage(squadhub: SquadhubRef, archive: Readable, confirm: () => Promise<void>): Promise<void>;
  createRole(squadhub: SquadhubRef): Promise<string>;
  deleteRole(squadhub: SquadhubRef): Promise<void>;
  registerDefinition(spec: SquadhubSpec): Promise<string>;
  /** All of the squadhub's definitions. */
  deregisterDefinition(squadhub: SquadhubRef): Promise<void>;
  /** All of them but that of `revision`. */
  retireDefinitions(squadhub: SquadhubRef): Promise<void>;
  registerDiscovery(squadhub: SquadhubRef): Promise<string>;
  deregisterDiscovery(squadhub: SquadhubRef): Promise<void>;
  /** Starts one task, never two at once; returns as soon as it is asked for, not when it is ready. */
  startService(spec: SquadhubSpec): Promise<string>;
  /** Stops the task and returns when nothing of it runs any more. */
  deleteService(squadhub: SquadhubRef): Promise<void>;
  describeService(squadhub: SquadhubRef): Promise<ServiceEvidence>;
}

/** The tokens that a gateway accepts: for its API, and for its hooks endpoint. */
export type GatewayTokens = Pick<TenantSecrets, "gatewayToken" | "hooksToken">;

/**
 * Gateways that were started ahead, for nobody. Where that cannot be (on AWS: docs/decisions/0014) there is never
 * one, and everything is started when it is asked for.
 */
export interface WarmPool {
  /**
   * Takes a gateway that fits for this tenant, for good: its storage becomes the tenant's, and `startService` hands it
   * over instead of starting another. The caller must make its tokens the tenant's. A tenant has one claim, and gets
   * the same gateway again. Undefined when none fits, or the claimed one has died.
   */
  claim(spec: SquadhubSpec): Promise<GatewayTokens | undefined>;
  /** Ends and erases what was claimed: a gateway that had a tenant is never given to another. */
  release(squadhub: SquadhubRef): Promise<void>;
}

/** The current version of squadhubs. */
export interface Release {
  /** The image, or the program and its version, of definitions that are registered now. */
  current(): Promise<string>;
}
