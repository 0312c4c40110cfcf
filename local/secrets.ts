// The laptop's secret store: a corner of the one store, which only its owner can read.
import type { Secrets, TenantSecrets } from "../platform/types.ts";
import type { Store } from "./store.ts";

export function createSecrets(store: Store): Secrets {
  const key = (tenantId: string) => `secret~${tenantId}`;
  return {
    async create(tenantId, value) {
      if (!(await store.get(key(tenantId)))) await store.put(key(tenantId), value);
      return key(tenantId);
    },
    read: (tenantId) => store.get<TenantSecrets>(key(tenantId)),
    delete: (tenantId) => store.delete(key(tenantId)),
  };
}
