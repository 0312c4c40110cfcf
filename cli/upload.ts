// Delivers a file to the board: a short text goes into the request, any other file to the object store.
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Schemas } from "../client/index.ts";
import type { Connection } from "./connection.ts";

const MAX_TEXT_BYTES = 256 * 1024;
const MAX_FILE_BYTES = 50 * 1024 * 1024;
const UPLOAD_MS = 120_000;

const texts = new Set([".md", ".markdown", ".txt"]);
const mediaTypes: Record<string, string> = {
  ".csv": "text/csv",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".gif": "image/gif",
  ".htm": "text/html",
  ".html": "text/html",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".md": "text/markdown",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webp": "image/webp",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".zip": "application/zip",
};

export type Delivery =
  | { kind: "text"; content: string }
  | { kind: "file"; name: string; contentType: string; bytes: Buffer<ArrayBuffer> };

/** Reads the file. Throws an `Error` that says what is wrong with the file. */
export async function readDelivery(path: string): Promise<Delivery> {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    throw new Error(`There is no file ${path}. Check the path; it is relative to the current directory.`);
  if (!found.isFile()) throw new Error(`${path} is not a file. Deliver single files, or one archive.`);
  if (found.size === 0) throw new Error(`${path} is empty.`);
  if (found.size > MAX_FILE_BYTES) throw new Error(`${path} is over 50 MB. Reduce its size, or split it.`);
  const bytes = await readFile(path);
  const extension = extname(path).toLowerCase();
  const content = texts.has(extension) && bytes.length <= MAX_TEXT_BYTES ? textOf(bytes) : undefined;
  if (content !== undefined) return { kind: "text", content };
  const contentType = mediaTypes[extension] ?? "application/octet-stream";
  return { kind: "file", name: basename(path), contentType, bytes };
}

/** Undefined when the bytes are not UTF-8. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined; // delivered as a file instead
  }
}

/** Announces the file, uploads it and confirms the upload. */
export async function upload(
  { api, path, request }: Connection,
  described: { taskId: string; title: string; type: Schemas["Document"]["type"]; by?: string },
  { name, contentType, bytes }: Extract<Delivery, { kind: "file" }>,
): Promise<Schemas["Document"]> {
  const { documentId, form } = await request((header) =>
    api.POST("/t/{tenantId}/uploads", {
      params: { path, header },
      body: { ...described, file: { name, contentType, size: bytes.length } },
    }),
  );
  await post(form, bytes);
  return request((header) =>
    api.POST("/t/{tenantId}/uploads/{documentId}/confirm", {
      params: { path: { ...path, documentId }, header },
    }),
  );
}

async function post({ url, fields }: Schemas["Upload"]["form"], bytes: Buffer<ArrayBuffer>): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", new Blob([bytes]));
  let answer: Response;
  try {
    answer = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(UPLOAD_MS) });
  } catch (cause) {
    throw new Error("The file could not be uploaded. Check the network, then deliver it again.", { cause });
  }
  if (!answer.ok) throw new Error(`The store refused the file (${answer.status}). Deliver it again.`);
}
