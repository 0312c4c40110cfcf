// The laptop's object store: files in a directory, sent and fetched by signed URLs that expire, as with S3.
import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Objects } from "../platform/types/objects.ts";
import { BodyTooLargeError, readBody, sendProblem } from "./http.ts";
import type { Store } from "./store.ts";

/** The largest file, and the form around it. */
const MAX_BODY_BYTES = 50 * 1024 * 1024 + 64 * 1024;
const MOUNT = "/objects";
const KEY_FORM = /^t\/(ten_[0-9A-Z]{26})\/[\w-]+(\/[\w-]+)*$/;

interface Kept {
  contentType: string;
  size: number;
}

const entryOf = (key: string) => `object~${key}`;

export interface LocalObjects extends Objects {
  /** Takes and gives files; for everything under `/objects`. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Files are kept in `directory`, what is known of them in `store`; `url` is the site's. */
export async function createObjects(input: {
  store: Store;
  directory: string;
  url: string;
}): Promise<LocalObjects> {
  const { store, directory, url } = input;
  const secret = (await store.get<string>("object-secret")) ?? randomBytes(32).toString("base64url");
  await store.put("object-secret", secret);

  const sign = (...parts: (string | number)[]) =>
    createHmac("sha256", secret)
      .update(JSON.stringify(parts.map(String)))
      .digest("base64url");
  const isSigned = (given: string, ...parts: (string | number)[]) => {
    const [a, b] = [given, sign(...parts)].map((text) => createHash("sha256").update(text).digest());
    return timingSafeEqual(a!, b!);
  };

  /** A name of our own: nothing of the key but the tenant's checked id gets into a path. */
  function pathOf(key: string): string {
    const tenantId = KEY_FORM.exec(key)?.[1];
    if (!tenantId) throw new Error("Not the key of a tenant's file");
    return join(directory, tenantId, createHash("sha256").update(key).digest("hex"));
  }

  async function remove(key: string): Promise<void> {
    await store.delete(entryOf(key));
    await rm(pathOf(key), { force: true });
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MAX_BODY_BYTES);
    const form = await new Response(new Uint8Array(body), {
      headers: { "content-type": request.headers["content-type"] ?? "" },
    })
      .formData()
      .catch(() => undefined);
    const file = form?.get("file");
    if (!form || !(file instanceof Blob))
      return refuse(response, 400, "Send a form whose last part is the file.");
    const text = (name: string) => String(form.get(name) ?? "");
    const key = text("key");
    const [contentType, size, expires] = [text("Content-Type"), text("x-size"), text("x-expires")];
    if (!isSigned(text("x-signature"), "upload", key, contentType, size, expires))
      return refuse(response, 403, "This form was changed, or is not ours.");
    if (Number(expires) < Date.now())
      return refuse(response, 403, "This form has expired. Ask for a new one.");
    if (file.size !== Number(size))
      return refuse(response, 400, `The file has ${file.size} bytes; ${size} were announced.`);
    const path = pathOf(key);
    const draft = `${path}.${randomUUID()}.tmp`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(draft, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    await rename(draft, path);
    await store.put(entryOf(key), { contentType, size: file.size } satisfies Kept);
    response.writeHead(204).end();
  }

  async function give(request: IncomingMessage, response: ServerResponse, at: URL): Promise<void> {
    // Keys have no character that a URL would escape.
    const key = at.pathname.slice(MOUNT.length + 1);
    const [name, type, expires, signature] = ["name", "type", "expires", "signature"].map(
      (field) => at.searchParams.get(field) ?? "",
    ) as [string, string, string, string];
    if (!isSigned(signature, "download", key, name, type, expires))
      return refuse(response, 403, "This link was changed, or is not ours.");
    if (Number(expires) < Date.now())
      return refuse(response, 403, "This link has expired. Ask for a new one.");
    const kept = await store.get<Kept>(entryOf(key));
    if (!kept) return refuse(response, 404, "There is no such file.");
    response.writeHead(200, {
      "content-type": type,
      "content-length": kept.size,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    if (request.method === "HEAD") response.end();
    else await pipeline(createReadStream(pathOf(key)), response);
  }

  return {
    async write(key, content) {
      const path = pathOf(key);
      const kept = await store.get<Kept>(entryOf(key));
      if (kept) {
        content.destroy();
        return kept.size;
      }
      // One name: what a crash has left of it is written over by the next try.
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
      await store.put(entryOf(key), { contentType: "application/octet-stream", size } satisfies Kept);
      return size;
    },
    async read(key) {
      return (await store.get<Kept>(entryOf(key))) && createReadStream(pathOf(key));
    },
    async uploadForm(key, { contentType, size }, seconds) {
      pathOf(key);
      const expires = Date.now() + seconds * 1000;
      const fields = {
        key,
        "Content-Type": contentType,
        "x-size": String(size),
        "x-expires": String(expires),
        "x-signature": sign("upload", key, contentType, size, expires),
      };
      return { url: `${url}${MOUNT}`, fields, expiresAt: new Date(expires).toISOString() };
    },
    async downloadUrl(key, { fileName, contentType }, seconds) {
      pathOf(key);
      const expires = Date.now() + seconds * 1000;
      const query = new URLSearchParams({
        name: fileName,
        type: contentType,
        expires: String(expires),
        signature: sign("download", key, fileName, contentType, expires),
      });
      return { url: `${url}${MOUNT}/${key}?${query}`, expiresAt: new Date(expires).toISOString() };
    },
    head: (key) => store.get<Kept>(entryOf(key)),
    delete: remove,
    async deleteAll(prefix) {
      for await (const [entry] of store.list(entryOf(prefix))) await remove(entry.slice(entryOf("").length));
      // What a crash left between a file and its entry goes too.
      const tenantId = /^t\/(ten_[0-9A-Z]{26})\/$/.exec(prefix)?.[1];
      if (tenantId) await rm(join(directory, tenantId), { recursive: true, force: true });
    },
    async handler(request, response) {
      const at = new URL(request.url ?? "/", url);
      try {
        if (request.method === "POST" && at.pathname === MOUNT) return await take(request, response);
        if (request.method === "GET" || request.method === "HEAD") return await give(request, response, at);
        refuse(response, 405, "Files are sent by POST and fetched by GET.");
      } catch (error) {
        if (!(error instanceof BodyTooLargeError)) throw error;
        refuse(response, 413, "A file has 50 MB at most.");
        request.resume();
      }
    },
  };
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  const codes: Record<number, string> = { 403: "forbidden", 404: "not_found", 413: "too_large" };
  sendProblem(response, status, { title: "The file was refused", detail, code: codes[status] ?? "invalid" });
}
