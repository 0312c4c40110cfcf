// Serves the built single-page app: files as they are, the app's page for every address that is not a file.
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { sendProblem } from "./http.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const COMPRESSIBLE = /^(text\/|application\/(json|xml|manifest\+json)|image\/svg)/;
/** Vite's names: `assets/index-B2xk9f_1.js`. */
const HASHED = /[/\\]assets[/\\].+-[\w-]{8,}\.\w+$/;

/** What the app may load: itself, its own API and socket, pictures from anywhere secure (favicons of businesses). */
export function appPolicy(): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // Radix positions its popovers by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

interface Asset {
  bytes: Buffer;
  zipped?: Buffer;
  etag: string;
  type: string;
  modified: number;
}

const zip = promisify(gzip);

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return false;
    throw error;
  }
}

async function load(path: string, modified: number): Promise<Asset> {
  const bytes = await readFile(path);
  const type = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  if (!COMPRESSIBLE.test(type) || bytes.length < 1024) return { bytes, type, etag, modified };
  const zipped = (await isFile(`${path}.gz`)) ? await readFile(`${path}.gz`) : await zip(bytes);
  return { bytes, type, etag, modified, zipped };
}

/** The file of a decoded path inside `root`; undefined for whatever is not one, or lies outside. */
async function locate(root: string, path: string): Promise<string | undefined> {
  if (path.includes("\0")) return undefined;
  const file = resolve(join(root, path));
  if (!file.startsWith(root + sep) || !(await isFile(file))) return undefined;
  // A link inside the directory must not lead out of it.
  return (await realpath(file)).startsWith((await realpath(root)) + sep) ? file : undefined;
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split("?", 1)[0] ?? "/");
  } catch {
    // A malformed escape: decodeURIComponent has no other way to say so.
    return undefined;
  }
}

/** Answers GET and HEAD from `directory`, the build's output. Files are read once and again when they change. */
export function createStatic(
  directory: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const root = resolve(directory);
  const assets = new Map<string, Asset>();

  async function assetOf(file: string): Promise<Asset> {
    const { mtimeMs } = await stat(file);
    const known = assets.get(file);
    if (known?.modified === mtimeMs) return known;
    const asset = await load(file, mtimeMs);
    assets.set(file, asset);
    return asset;
  }

  return async (request, response) => {
    const refuse = (status: number, title: string, code: string, headers?: Record<string, string>) =>
      sendProblem(response, status, { title, code }, headers);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refuse(405, "Method Not Allowed", "method_not_allowed", { allow: "GET, HEAD" });
    }
    const path = decodePath(request.url ?? "/");
    if (path === undefined) return refuse(400, "The path is not well encoded", "bad_request");
    const isPage = extname(path) === "";
    // `/docs` is docs.html; every other address without an ending is the app's own.
    const pages = isPage ? [`${path}.html`, "index.html"] : [];
    let file = await locate(root, path);
    for (const page of pages) file ??= await locate(root, page);
    if (file === undefined) return refuse(404, "Not Found", "not_found");

    const { bytes, zipped, etag, type } = await assetOf(file);
    const wantsZip =
      zipped && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(request.headers["accept-encoding"]));
    const tag = wantsZip ? etag.replace(/"$/, '-gz"') : etag;
    const headers: Record<string, string> = {
      "content-type": type,
      "cache-control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      etag: tag,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
    };
    if (zipped) headers.vary = "Accept-Encoding";
    if (type.startsWith("text/html")) headers["content-security-policy"] = appPolicy();
    if (request.headers["if-none-match"]?.split(/\s*,\s*/).some((each) => each.replace(/^W\//, "") === tag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const body = wantsZip ? zipped : bytes;
    if (wantsZip) headers["content-encoding"] = "gzip";
    response.writeHead(200, { ...headers, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  };
}
