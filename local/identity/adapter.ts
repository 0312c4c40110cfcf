// Keeps what the OIDC provider issues (sessions, grants, codes, refresh tokens) in the laptop's store.
import type { AdapterFactory, AdapterPayload } from "oidc-provider";
import type { Store, StoreOperation } from "../store.ts";

const ROOT = "identity/oidc/";
const HOUR = 60 * 60_000;

// What ends with its grant. An interaction names one too, but must outlive it: signing in as somebody else revokes it.
const GRANTED = new Set(["AuthorizationCode", "RefreshToken"]);

interface Entry {
  expiresAt: number;
  payload: AdapterPayload;
}
interface Pointer {
  expiresAt: number;
  target: string;
}

const keyOf = (model: string, id: string) => `${ROOT}model/${model}/${id}`;
const uidKey = (uid: string) => `${ROOT}uid/${uid}`;
const grantPrefix = (grantId: string) => `${ROOT}grant/${grantId}/`;
const grantKey = (grantId: string, model: string, id: string) => `${grantPrefix(grantId)}${model}/${id}`;

function indexesOf(model: string, id: string, payload: AdapterPayload): string[] {
  const keys: string[] = [];
  if (model === "Session" && typeof payload.uid === "string") keys.push(uidKey(payload.uid));
  if (GRANTED.has(model) && typeof payload.grantId === "string")
    keys.push(grantKey(payload.grantId, model, id));
  return keys;
}

/** Ends every sign-in of a user: sessions of browsers, and what was granted to the apps. */
export async function revokeAccount(store: Store, accountId: string): Promise<void> {
  const ended: StoreOperation[] = [];
  for (const model of ["Session", "Grant", "AuthorizationCode", "RefreshToken"]) {
    for await (const [key, { payload }] of store.list<Entry>(keyOf(model, ""))) {
      if (payload.accountId === accountId) ended.push({ type: "del", key });
    }
  }
  if (ended.length > 0) await store.batch(ended);
}

/** The `adapter` setting of the provider: one adapter a model, all in `store`. Expired entries are swept hourly. */
export function createAdapterFactory(store: Store): AdapterFactory {
  let nextSweep = 0;

  async function live(key: string): Promise<Entry | undefined> {
    const entry = await store.get<Entry>(key);
    return entry && entry.expiresAt > Date.now() ? entry : undefined;
  }

  async function sweep(): Promise<void> {
    const now = Date.now();
    if (now < nextSweep) return;
    nextSweep = now + HOUR;
    const expired: StoreOperation[] = [];
    for await (const [key, entry] of store.list<{ expiresAt: number }>(ROOT)) {
      if (entry.expiresAt <= now) expired.push({ type: "del", key });
    }
    if (expired.length > 0) await store.batch(expired);
  }

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      // Every lifetime is set in provider.ts.
      if (expiresIn === undefined) throw new Error(`A ${model} without a lifetime cannot be kept.`);
      await sweep();
      const key = keyOf(model, id);
      const expiresAt = Date.now() + expiresIn * 1000;
      const pointer: Pointer = { expiresAt, target: key };
      await store.batch([
        { type: "put", key, value: { expiresAt, payload } satisfies Entry },
        ...indexesOf(model, id, payload).map((index) => ({
          type: "put" as const,
          key: index,
          value: pointer,
        })),
      ]);
    },
    async find(id) {
      return (await live(keyOf(model, id)))?.payload;
    },
    async findByUserCode() {
      throw new Error("The device flow, which has user codes, is switched off.");
    },
    async findByUid(uid) {
      const pointer = await store.get<Pointer>(uidKey(uid));
      return pointer && (await live(pointer.target))?.payload;
    },
    async consume(id) {
      const key = keyOf(model, id);
      const entry = await live(key);
      if (!entry) return;
      const consumed = Math.floor(Date.now() / 1000);
      await store.put(key, { ...entry, payload: { ...entry.payload, consumed } });
    },
    async destroy(id) {
      const key = keyOf(model, id);
      const entry = await store.get<Entry>(key);
      if (!entry) return;
      const keys = [key];
      for (const index of indexesOf(model, id, entry.payload)) {
        // A session that got a new id left its uid pointing at the new one.
        if ((await store.get<Pointer>(index))?.target === key) keys.push(index);
      }
      await store.batch(keys.map((each) => ({ type: "del", key: each })));
    },
    async revokeByGrantId(grantId) {
      const keys: string[] = [];
      for await (const [index, pointer] of store.list<Pointer>(grantPrefix(grantId))) {
        keys.push(index, pointer.target);
      }
      if (keys.length > 0) await store.batch(keys.map((key) => ({ type: "del", key })));
    },
  });
}
