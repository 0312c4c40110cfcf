// The LevelDB as the engine uses it: nothing is acknowledged that it could lose.
//
// After an append to LevelDB's log has failed, as on a full disk, LevelDB goes on appending behind the torn record and
// acknowledges each write. When the log is next read, everything behind the torn record is dropped. So a failed write
// closes the door: writes are refused until there is room and the database has been opened anew, which ends the log at
// the torn record. Reads go on meanwhile.
import { open as openFile, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Level } from "./dynalite.ts";
import { StorageUnavailable } from "./errors.ts";

export interface GuardedLevel extends Level {
  /** Runs a read; once more, when the database was opened anew under it. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Why writes are refused; undefined while they are accepted. */
  failure(): string | undefined;
}

/** Refused writes look for room again at most this often. */
const RETRY_MS = 500;
/** What opening writes besides the content of the logs: a manifest and a new log. */
const SPARE_BYTES = 256 * 1024;

/** `directory` is where the database lives; in memory when absent. */
export function guardLevel(level: Level, directory?: string): GuardedLevel {
  let reason: string | undefined;
  /** Grows with each failure: a write that was under way then may lie behind the torn record. */
  let failures = 0;
  let lastAttempt = Number.NEGATIVE_INFINITY;
  let recovering: Promise<void> | undefined;

  async function read<T>(work: () => Promise<T>): Promise<T> {
    await recovering?.catch(() => undefined);
    try {
      return await work();
    } catch (error) {
      if (!isClosed(error) || !reason) throw error;
      // Opening may have failed; then the second try says so.
      await recovering?.catch(() => undefined);
      return work();
    }
  }

  async function write(work: () => Promise<void>): Promise<void> {
    if (reason) await recover(reason);
    const before = failures;
    try {
      await work();
    } catch (error) {
      if (isCallersFault(error)) throw error;
      failures += 1;
      reason = reasonOf(error);
      throw new StorageUnavailable(reason, error);
    }
    if (failures !== before) throw new StorageUnavailable(reason ?? "a write beside it failed");
  }

  async function recover(because: string): Promise<void> {
    if (recovering || performance.now() - lastAttempt < RETRY_MS) throw new StorageUnavailable(because);
    lastAttempt = performance.now();
    recovering = reopen();
    try {
      await recovering;
      reason = undefined;
    } catch (error) {
      reason = reasonOf(error);
      throw new StorageUnavailable(reason, error);
    } finally {
      recovering = undefined;
    }
  }

  const close = level.close._original ?? level.close;

  async function reopen(): Promise<void> {
    if (directory) await assertRoom(directory);
    await close();
    await level.open();
  }

  return {
    open: () => level.open(),
    close,
    get: (key) => read(() => level.get(key)),
    getSync: (key) => level.getSync(key),
    put: (key, value) => write(() => level.put(key, value)),
    del: (key) => write(() => level.del(key)),
    batch: (operations) => write(() => level.batch(operations)),
    clear: (range) => write(() => level.clear(range)),
    keys: (range) => level.keys(range),
    values: (range) => level.values(range),
    iterator: (range) => level.iterator(range),
    read,
    failure: () => reason,
  };
}

/** Throws when the file system has no room for what opening the database writes. */
async function assertRoom(directory: string): Promise<void> {
  const logs = (await readdir(directory)).filter((name) => name.endsWith(".log"));
  const sizes = await Promise.all(logs.map(async (name) => (await stat(join(directory, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, SPARE_BYTES);
  const path = join(directory, "room.probe");
  try {
    const file = await openFile(path, "w", 0o600);
    try {
      await file.writeFile(Buffer.alloc(bytes, 1));
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? "");

/** Dynalite puts its own words in the place of the code. */
const isClosed = (error: unknown): boolean =>
  /^LEVEL_(DATABASE|ITERATOR)_NOT_OPEN$/.test(codeOf(error)) ||
  (error as Error).message === "Database is closed";

/** An error about the request says nothing about the disk. */
const isCallersFault = (error: unknown): boolean =>
  /^LEVEL_(INVALID|ENCODING|NOT_SUPPORTED)/.test(codeOf(error));

/** The innermost cause: LevelDB's own message, or the file system's. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? reasonOf(cause) : message;
}
