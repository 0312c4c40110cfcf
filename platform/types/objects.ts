// Files of tenants.
import type { Readable } from "node:stream";

/** How to send a file: a POST of `multipart/form-data` with these fields in front of the part `file`. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
  /** ISO 8601. */
  expiresAt: string;
}

/** Files of tenants. A key is `t/<tenantId>/…`. */
export interface Objects {
  /** Keeps what the stream gives, whole or not at all; a file that is there already stays. Returns its bytes. */
  write(key: string, content: Readable): Promise<number>;
  /** Undefined when there is no such file. */
  read(key: string): Promise<Readable | undefined>;
  /** A form that for so many seconds takes one file of exactly this size and type. */
  uploadForm(key: string, file: { contentType: string; size: number }, seconds: number): Promise<UploadForm>;
  /** A URL that for so many seconds gives the file, as something to save and never to show. */
  downloadUrl(
    key: string,
    file: { fileName: string; contentType: string },
    seconds: number,
  ): Promise<{ url: string; expiresAt: string }>;
  /** Undefined when there is no such file. */
  head(key: string): Promise<{ contentType: string; size: number } | undefined>;
  delete(key: string): Promise<void>;
  /** Deletes every file whose key begins so, with all its versions. */
  deleteAll(prefix: string): Promise<void>;
}
