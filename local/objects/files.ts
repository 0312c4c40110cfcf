// Tenants' files: their bytes in a directory, what is known of them in the store.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Store } from "../store.ts";

const KEY_FORM = /^t\/(ten_[0-9A-Z]{26})\/[\w-]+(\/[\w-]+)*$/;

export interface FileInfo {
  contentType: string;
  /** Bytes. */
  size: number;
}

export type Files = ReturnType<typeof createFiles>;

export function createFiles(store: Store, directory: string) {
  /** A name of our own: nothing of the key but the tenant's checked id gets into a path. */
  function pathOf(key: string): string {
    const tenantId = KEY_FORM.exec(key)?.[1];
    if (!tenantId) throw new Error("Not the key of a tenant's file");
    return join(directory, tenantId, createHash("sha256").update(key).digest("hex"));
  }

  async function remove(key: string): Promise<void> {
    await store.delete(entryKey(key));
    await rm(pathOf(key), { force: true });
  }

  return {
    /** Throws when it is not the key of a tenant's file. */
    checkKey: (key: string): void => void pathOf(key),
    head: (key: string): Promise<FileInfo | undefined> => store.get<FileInfo>(entryKey(key)),
    read: (key: string): Readable => createReadStream(pathOf(key)),

    /** Replaces the file. */
    async put(key: string, content: Uint8Array, contentType: string): Promise<void> {
      const path = pathOf(key);
      const draft = `${path}.${randomUUID()}.tmp`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(draft, content, { mode: 0o600 });
      await rename(draft, path);
      await store.put(entryKey(key), { contentType, size: content.byteLength } satisfies FileInfo);
    },

    /** Writes the stream, whole or not at all. Returns the number of bytes. */
    async writeStream(key: string, content: Readable): Promise<number> {
      const path = pathOf(key);
      // Always the same name: the next attempt overwrites what a crash has left.
      const draft = `${path}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await pipeline(content, createWriteStream(draft, { mode: 0o600 }));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      const { size } = await stat(draft);
      await rename(draft, path);
      const info: FileInfo = { contentType: "application/octet-stream", size };
      await store.put(entryKey(key), info);
      return size;
    },

    delete: remove,
    async deleteAll(prefix: string): Promise<void> {
      for await (const [entry] of store.list(entryKey(prefix)))
        await remove(entry.slice(entryKey("").length));
      // A crash may have left a file without an entry.
      const tenantId = /^t\/(ten_[0-9A-Z]{26})\/$/.exec(prefix)?.[1];
      if (tenantId) await rm(join(directory, tenantId), { recursive: true, force: true });
    },
  };
}

const entryKey = (key: string) => `object~${key}`;
