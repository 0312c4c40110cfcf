// Removes what the identity provider has stored for a limited time.
import type { Store, StoreOperation } from "../store.ts";

/** What is stored for a limited time. */
export interface Expiring {
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Removes the expired entries whose key begins with `prefix`. */
export async function removeExpired(store: Store, prefix: string, now: number): Promise<void> {
  const expired: StoreOperation[] = [];
  for await (const [key, { expiresAt }] of store.list<Expiring>(prefix)) {
    if (expiresAt <= now) expired.push({ type: "del", key });
  }
  if (expired.length > 0) await store.batch(expired);
}
