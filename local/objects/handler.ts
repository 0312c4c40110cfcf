// Uploads and downloads of tenants' files over HTTP, each allowed by a signature that expires.
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { BodyTooLargeError, readBody, sendProblem } from "../http.ts";
import type { Files } from "./files.ts";
import type { Signer } from "./signer.ts";

/** Everything under this path. */
export const MOUNT = "/objects";
/** The largest file, and the form around it. */
const MAX_BODY_BYTES = 50 * 1024 * 1024 + 64 * 1024;

export type ObjectsHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `url` is the site's. */
export function createObjectsHandler(files: Files, signer: Signer, url: string): ObjectsHandler {
  return async (request, response) => {
    const at = new URL(request.url ?? "/", url);
    try {
      if (request.method === "POST" && at.pathname === MOUNT)
        return await upload(files, signer, request, response);
      if (request.method === "GET" || request.method === "HEAD")
        return await download(files, signer, at, request, response);
      refuse(response, 405, "Upload with POST, download with GET.");
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      refuse(response, 413, "A file can have at most 50 MB.");
      request.resume();
    }
  };
}

async function upload(files: Files, signer: Signer, request: IncomingMessage, response: ServerResponse) {
  const form = await readForm(request);
  const file = form?.get("file");
  if (!form || !(file instanceof Blob))
    return refuse(response, 400, "Send a form that has the file as its last part.");
  const field = (name: string) => String(form.get(name) ?? "");
  const [key, contentType] = [field("key"), field("Content-Type")];
  const [size, expires] = [field("x-size"), field("x-expires")];
  if (!signer.isSigned(field("x-signature"), "upload", key, contentType, size, expires))
    return refuse(response, 403, "This upload form is not valid. Ask for a new one.");
  if (Number(expires) < Date.now())
    return refuse(response, 403, "This upload form has expired. Ask for a new one.");
  if (file.size !== Number(size))
    return refuse(response, 400, `The file has ${file.size} bytes; the form is for ${size}.`);
  await files.put(key, new Uint8Array(await file.arrayBuffer()), contentType);
  response.writeHead(204).end();
}

async function readForm(request: IncomingMessage): Promise<FormData | undefined> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  // Undefined when the body is not a form.
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined);
}

async function download(
  files: Files,
  signer: Signer,
  at: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  // Keys have no character that a URL would escape.
  const key = at.pathname.slice(MOUNT.length + 1);
  const parameter = (name: string) => at.searchParams.get(name) ?? "";
  const [name, type, expires] = [parameter("name"), parameter("type"), parameter("expires")];
  if (!signer.isSigned(parameter("signature"), "download", key, name, type, expires))
    return refuse(response, 403, "This link is not valid. Ask for a new one.");
  if (Number(expires) < Date.now()) return refuse(response, 403, "This link has expired. Ask for a new one.");
  const info = await files.head(key);
  if (!info) return refuse(response, 404, "This file does not exist.");
  response.writeHead(200, {
    "content-type": type,
    "content-length": info.size,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(files.read(key), response);
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  const codes: Record<number, string> = { 403: "forbidden", 404: "not_found", 413: "too_large" };
  sendProblem(response, status, { title: "The file was refused", detail, code: codes[status] ?? "invalid" });
}
