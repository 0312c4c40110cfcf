// The laptop's object store: files in a directory, uploaded and downloaded by signed URLs that expire, as with S3.
import type { Objects } from "../platform/types/objects.ts";
import { createFiles } from "./objects/files.ts";
import { createObjectsHandler, MOUNT, type ObjectsHandler } from "./objects/handler.ts";
import { openSigner } from "./objects/signer.ts";
import type { Store } from "./store.ts";

export interface LocalObjects extends Objects {
  /** Answers the uploads and downloads: everything under `/objects`. */
  handler: ObjectsHandler;
}

/** Files are in `directory`, what is known of them is in `store`; `url` is the site's. */
export async function createObjects(input: {
  store: Store;
  directory: string;
  url: string;
}): Promise<LocalObjects> {
  const { store, directory, url } = input;
  const files = createFiles(store, directory);
  const signer = await openSigner(store);

  return {
    async write(key, content) {
      const existing = await files.head(key);
      if (!existing) return files.writeStream(key, content);
      content.destroy();
      return existing.size;
    },
    read: async (key) => ((await files.head(key)) ? files.read(key) : undefined),
    async uploadForm(key, { contentType, size }, seconds) {
      files.checkKey(key);
      const expires = Date.now() + seconds * 1000;
      const fields = {
        key,
        "Content-Type": contentType,
        "x-size": String(size),
        "x-expires": String(expires),
        "x-signature": signer.sign("upload", key, contentType, size, expires),
      };
      return { url: `${url}${MOUNT}`, fields, expiresAt: new Date(expires).toISOString() };
    },
    async downloadUrl(key, { fileName, contentType }, seconds) {
      files.checkKey(key);
      const expires = Date.now() + seconds * 1000;
      const query = new URLSearchParams({
        name: fileName,
        type: contentType,
        expires: String(expires),
        signature: signer.sign("download", key, fileName, contentType, expires),
      });
      return { url: `${url}${MOUNT}/${key}?${query}`, expiresAt: new Date(expires).toISOString() };
    },
    head: files.head,
    delete: files.delete,
    deleteAll: files.deleteAll,
    handler: createObjectsHandler(files, signer, url),
  };
}
