// Keeps what the OIDC provider issues (sessions, grants, codes, refresh tokens) in the laptop's store.
import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import type { Store, StoreOperation } from "../store.ts";
import { type Expiring, removeExpired } from "./expiry.ts";

const ROOT = "identity/oidc/";
const HOUR_MS = 60 * 60_000;

// These end with their grant. An interaction names a grant too, but must outlive it: signing in as somebody else
// revokes the grant.
const GRANTED = new Set(["AuthorizationCode", "RefreshToken"]);

interface Entry extends Expiring {
  payload: AdapterPayload;
}
/** Leads from another key to an entry. */
interface Pointer extends Expiring {
  target: string;
}

const keyOf = (model: string, id: string) => `${ROOT}model/${model}/${id}`;
const uidKey = (uid: string) => `${ROOT}uid/${uid}`;
const grantPrefix = (grantId: string) => `${ROOT}grant/${grantId}/`;
const grantKey = (grantId: string, model: string, id: string) => `${grantPrefix(grantId)}${model}/${id}`;

/** Ends every sign-in of a user: the sessions of browsers, and the grants of apps. */
export async function revokeAccount(store: Store, accountId: string): Promise<void> {
  const ended: StoreOperation[] = [];
  for (const model of ["Session", "Grant", "AuthorizationCode", "RefreshToken"]) {
    for await (const [key, { payload }] of store.list<Entry>(keyOf(model, ""))) {
      if (payload.accountId === accountId) ended.push({ type: "del", key });
    }
  }
  if (ended.length > 0) await store.batch(ended);
}

/** The `adapter` setting of the provider: one adapter per model, all in `store`. Expired entries are swept hourly. */
export function createAdapterFactory(store: Store): AdapterFactory {
  let nextSweep = 0;
  async function sweep(): Promise<void> {
    const now = Date.now();
    if (now < nextSweep) return;
    nextSweep = now + HOUR_MS;
    await removeExpired(store, ROOT, now);
  }
  return (model) => new StoreAdapter(store, model, sweep);
}

class StoreAdapter implements Adapter {
  readonly #store: Store;
  readonly #model: string;
  readonly #sweep: () => Promise<void>;

  constructor(store: Store, model: string, sweep: () => Promise<void>) {
    this.#store = store;
    this.#model = model;
    this.#sweep = sweep;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    // provider.ts sets a lifetime for every model.
    if (expiresIn === undefined) throw new Error(`A ${this.#model} without a lifetime cannot be stored.`);
    await this.#sweep();
    const key = keyOf(this.#model, id);
    const expiresAt = Date.now() + expiresIn * 1000;
    const entry: Entry = { expiresAt, payload };
    const pointer: Pointer = { expiresAt, target: key };
    const pointers = this.#pointerKeys(id, payload);
    await this.#store.batch([
      { type: "put", key, value: entry },
      ...pointers.map((each) => ({ type: "put" as const, key: each, value: pointer })),
    ]);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return (await this.#live(keyOf(this.#model, id)))?.payload;
  }

  async findByUserCode(): Promise<undefined> {
    throw new Error("The device flow, which has user codes, is switched off.");
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const pointer = await this.#store.get<Pointer>(uidKey(uid));
    return pointer && (await this.#live(pointer.target))?.payload;
  }

  async consume(id: string): Promise<void> {
    const key = keyOf(this.#model, id);
    const entry = await this.#live(key);
    if (!entry) return;
    const consumed = Math.floor(Date.now() / 1000);
    await this.#store.put(key, { ...entry, payload: { ...entry.payload, consumed } });
  }

  async destroy(id: string): Promise<void> {
    const key = keyOf(this.#model, id);
    const entry = await this.#store.get<Entry>(key);
    if (!entry) return;
    const keys = [key];
    for (const pointerKey of this.#pointerKeys(id, entry.payload)) {
      // The uid of a session that got a new id points at the new id already.
      if ((await this.#store.get<Pointer>(pointerKey))?.target === key) keys.push(pointerKey);
    }
    await this.#delete(keys);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const keys: string[] = [];
    for await (const [pointerKey, pointer] of this.#store.list<Pointer>(grantPrefix(grantId)))
      keys.push(pointerKey, pointer.target);
    if (keys.length > 0) await this.#delete(keys);
  }

  async #live(key: string): Promise<Entry | undefined> {
    const entry = await this.#store.get<Entry>(key);
    return entry && entry.expiresAt > Date.now() ? entry : undefined;
  }

  #delete(keys: string[]): Promise<void> {
    return this.#store.batch(keys.map((key) => ({ type: "del", key })));
  }

  /** Where the pointers to an entry are. */
  #pointerKeys(id: string, payload: AdapterPayload): string[] {
    const keys: string[] = [];
    if (this.#model === "Session" && typeof payload.uid === "string") keys.push(uidKey(payload.uid));
    if (GRANTED.has(this.#model) && typeof payload.grantId === "string")
      keys.push(grantKey(payload.grantId, this.#model, id));
    return keys;
  }
}
