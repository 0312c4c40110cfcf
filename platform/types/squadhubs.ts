// What squadhubs are made of, and the driver that makes them.
import type { Readable } from "node:stream";
import type { TenantSecrets } from "./secrets.ts";

/** A place squadhubs live in: stored with each from the first day. */
export interface Cell {
  account: string;
  region: string;
  cluster: string;
  fileSystem: string;
}

/** Ids of what was created for a squadhub, filled in by the provisioning steps. */
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

/** What was seen of a service, kept before clean-up destroys it. */
export interface ServiceEvidence {
  running: boolean;
  stoppedReason?: string;
  exitCode?: number;
  /** The last lines of the gateway's log, oldest first, at most 50, free of secrets. */
  logs: string[];
}

/**
 * Creates and deletes what a squadhub is made of. Every method may run twice with the same result, finds its
 * resource by tenant id when `resources` lacks the id (a crash between effect and record), and treats a missing
 * resource as deleted. Throws `Error` with a plain message; retries are the state machine's.
 */
export interface SquadhubDriver {
  createStorage(squadhub: SquadhubRef): Promise<string>;
  deleteStorage(squadhub: SquadhubRef): Promise<void>;
  /** Removes the data itself; deleting an access point does not. */
  eraseStorage(squadhub: SquadhubRef): Promise<void>;
  /** All of the data as one archive. Only while the service is stopped: its state is SQLite, a running copy is torn. */
  packStorage(squadhub: SquadhubRef): Promise<Readable>;
  /**
   * Replaces the data by an archive's, whole or not at all; only while the service is stopped. `confirm` is called just
   * before it takes effect, and throws when that is not wanted any more.
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

/** What a gateway is asked by: its API's token, and that of its hooks endpoint. */
export type GatewayTokens = Pick<TenantSecrets, "gatewayToken" | "hooksToken">;

/**
 * Gateways that were started ahead, for nobody. Where that cannot be (on AWS: docs/decisions/0014) there is never
 * one, and everything is started when it is asked for.
 */
export interface WarmPool {
  /**
   * Takes a gateway that fits for this tenant, for good: its tokens must become the tenant's, its storage is the
   * tenant's from now on, and `startService` hands it over instead of starting another. A tenant has one claim:
   * again gives the same, or undefined when it has died meanwhile. Undefined: there is none.
   */
  claim(spec: SquadhubSpec): Promise<GatewayTokens | undefined>;
  /** Ends and erases what was claimed: a gateway that had a tenant is never given to another. */
  release(squadhub: SquadhubRef): Promise<void>;
}

/** What new squadhubs are made of. */
export interface Release {
  /** The image, or program and version, that a definition registered now runs. */
  current(): Promise<string>;
}
