// The records of local squadhubs, in the one store: the counterparts of roles, definitions and services.
import type { SquadhubSpec } from "../../platform/types/squadhubs.ts";
import type { Store } from "../store.ts";
import type { GatewayRuntime } from "./gateway-command.ts";

/** The variables that the environment of a squadhub's process may have. */
export interface RoleRecord {
  environment: string[];
}

/** How the process is run. */
export interface DefinitionRecord {
  runtime: GatewayRuntime;
  heapMb: number;
}

/** By revision: an upgrade keeps the previous definition until it has succeeded. */
export type DefinitionRecords = Record<string, DefinitionRecord>;

/** The address of the gateway; absent while it does not run. */
export interface DiscoveryRecord {
  url?: string;
}

/** A gateway that was started ahead and has no tenant yet. Its key is the name of its directory. */
export interface WarmRecord {
  startedAt: string;
}

/** A squadhub with this record is to run. It holds no secret. */
export interface ServiceRecord {
  spec: SquadhubSpec;
  startedAt: string;
  /** Set when the gateway ended by itself. */
  ended?: { exitCode?: number; reason: string; at: string };
}

interface Records {
  /** The tenant's own directory, or that of the gateway that it has claimed. */
  storage: { directory: string };
  role: RoleRecord;
  definition: DefinitionRecords;
  discovery: DiscoveryRecord;
  service: ServiceRecord;
  warm: WarmRecord;
}

export function openSquadhubRecords(store: Store) {
  const key = (kind: keyof Records, tenantId: string) => `squadhub~${kind}~${tenantId}`;
  async function all<K extends keyof Records>(kind: K): Promise<[id: string, Records[K]][]> {
    const prefix = key(kind, "");
    return Array.fromAsync(store.list<Records[K]>(prefix), ([name, record]) => [
      name.slice(prefix.length),
      record,
    ]);
  }
  return {
    get: <K extends keyof Records>(kind: K, tenantId: string) => store.get<Records[K]>(key(kind, tenantId)),
    put: <K extends keyof Records>(kind: K, tenantId: string, value: Records[K]) =>
      store.put(key(kind, tenantId), value),
    delete: (kind: keyof Records, tenantId: string) => store.delete(key(kind, tenantId)),
    /** The services that are to run, by tenant id. */
    services: () => all("service"),
    /** The names of the gateways that have no tenant. */
    warm: async () => (await all("warm")).map(([name]) => name),
    /**
     * Takes a gateway out of the pool and makes its directory the tenant's storage, in one write. Throws when the
     * gateway is not in the pool, or the tenant has storage. Must not be called concurrently.
     */
    async claim(name: string, tenantId: string, directory: string): Promise<void> {
      const [from, to] = [key("warm", name), key("storage", tenantId)];
      if (!(await store.get(from))) throw new Error(`The gateway ${name} is not in the pool.`);
      if (await store.get(to)) throw new Error(`${tenantId} already has storage.`);
      await store.batch([
        { type: "del", key: from },
        { type: "put", key: to, value: { directory } },
      ]);
    },
  };
}
export type SquadhubRecords = ReturnType<typeof openSquadhubRecords>;
