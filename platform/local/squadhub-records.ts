// What is known of each local squadhub, in the one store: the counterpart of roles, definitions and services.
import type { Store } from "../../local/store.ts";
import type { SquadhubSpec } from "../types.ts";

/** What a squadhub's process may be given. */
export interface RoleRecord {
  environment: string[];
}

/** How its process is run. */
export interface DefinitionRecord {
  image: { kind: string; version: string };
  heapMb: number;
  revision: number;
}

/** Where it is found: no address while it does not run. */
export interface DiscoveryRecord {
  url?: string;
}

/** That it shall run. Holds no secret. */
export interface ServiceRecord {
  spec: SquadhubSpec;
  startedAt: string;
  /** How it ended, when it ended without being asked to. */
  ended?: { exitCode?: number; reason: string; at: string };
}

interface Records {
  storage: { directory: string };
  role: RoleRecord;
  definition: DefinitionRecord;
  discovery: DiscoveryRecord;
  service: ServiceRecord;
}

export function openSquadhubRecords(store: Store) {
  const key = (kind: keyof Records, tenantId: string) => `squadhub~${kind}~${tenantId}`;
  return {
    get: <K extends keyof Records>(kind: K, tenantId: string) => store.get<Records[K]>(key(kind, tenantId)),
    put: <K extends keyof Records>(kind: K, tenantId: string, value: Records[K]) =>
      store.put(key(kind, tenantId), value),
    delete: (kind: keyof Records, tenantId: string) => store.delete(key(kind, tenantId)),
    /** The services that shall run, by tenant id. */
    async services(): Promise<[tenantId: string, ServiceRecord][]> {
      const prefix = key("service", "");
      return Array.fromAsync(store.list<ServiceRecord>(prefix), ([name, record]) => [
        name.slice(prefix.length),
        record,
      ]);
    },
  };
}
export type SquadhubRecords = ReturnType<typeof openSquadhubRecords>;
