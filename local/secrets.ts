// The laptop's secrets, in the one store, which only its owner can read.
import type { Secrets, TenantSecrets } from "../platform/types/secrets.ts";
import type { Store } from "./store.ts";

interface Stored extends TenantSecrets {
  /** The value before the last change. */
  previous?: { change: string; value: TenantSecrets };
}

export function createSecrets(store: Store): Secrets {
  const key = (tenantId: string) => `secret~${tenantId}`;
  const find = (tenantId: string) => store.get<Stored>(key(tenantId));

  async function read(tenantId: string): Promise<TenantSecrets | undefined> {
    const { previous: _, ...value } = (await find(tenantId)) ?? {};
    return "gatewayToken" in value ? value : undefined;
  }

  return {
    async create(tenantId, value) {
      if (!(await find(tenantId))) await store.put(key(tenantId), value);
      return key(tenantId);
    },
    read,
    async replace(tenantId, change, value) {
      const present = await read(tenantId);
      if (!present || (await find(tenantId))?.previous?.change === change) return;
      await store.put(key(tenantId), { ...value, previous: { change, value: present } } satisfies Stored);
    },
    async goBack(tenantId, change) {
      const previous = (await find(tenantId))?.previous;
      if (previous?.change === change) await store.put(key(tenantId), previous.value);
    },
    delete: (tenantId) => store.delete(key(tenantId)),
  };
}
