// The laptop's one durable store: the table, the workflow journal, lanes, schedules, secrets and sign-ins are in the same
// LevelDB, so that they agree even after a `kill -9`.

export type StoreOperation = { type: "put"; key: string; value: unknown } | { type: "del"; key: string };

/** Keys are strings in byte order, values are JSON. Each `batch` is atomic. */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  batch(operations: StoreOperation[]): Promise<void>;
  /** All entries whose key starts with `prefix`, in key order. */
  list<T>(prefix: string): AsyncIterable<[key: string, value: T]>;
}
