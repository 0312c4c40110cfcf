// The files of tenants.
import type { Readable } from "node:stream";

/** How to upload a file: a POST of `multipart/form-data` with these fields, followed by the part `file`. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
  /** ISO 8601. */
  expiresAt: string;
}

/** The files of tenants. Every key begins with `t/<tenantId>/`; sizes are in bytes. */
export interface Objects {
  /** Writes the stream as a whole or not at all, and returns its size. A file that exists stays as it is. */
  write(key: string, content: Readable): Promise<number>;
  /** Undefined when there is no such file. */
  read(key: string): Promise<Readable | undefined>;
  /** A form that accepts one file of exactly this size and type, for `seconds`. */
  uploadForm(key: string, file: { contentType: string; size: number }, seconds: number): Promise<UploadForm>;
  /** A URL that serves the file for `seconds`, as a download that browsers save and never show. */
  downloadUrl(
    key: string,
    file: { fileName: string; contentType: string },
    seconds: number,
  ): Promise<{ url: string; expiresAt: string }>;
  /** Undefined when there is no such file. */
  head(key: string): Promise<{ contentType: string; size: number } | undefined>;
  /** Deletes the file; does nothing when there is none. */
  delete(key: string): Promise<void>;
  /** Deletes every file whose key begins with `prefix`, with all of its versions. */
  deleteAll(prefix: string): Promise<void>;
}
