// Serves the built single-page app: its files, and the app's page for every other address.
import { realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import compression from "compression";
import send from "send";
import { sendProblem } from "./http.ts";

/** Vite's names: `assets/index-B2xk9f_1.js`. */
const HASHED = /[/\\]assets[/\\].+-[\w-]{8,}\.\w+$/;

/** The app may load itself, its own API and socket, and pictures over HTTPS (favicons of businesses). */
const APP_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // Radix positions its popovers with style attributes.
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

/** What `send` reports of a path that is malformed, that leads out of the directory, or that does not exist. */
const NOT_A_FILE = [400, 403, 404];

const compress = compression();
/** The types of `compression` are Express's; the function itself asks for no more than node:http has. */
type CompressParameters = Parameters<typeof compress>;

/** Answers GET and HEAD requests from `directory`, the build's output. Rejects when a file cannot be read. */
export function createStatic(
  directory: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const root = resolve(directory);
  // `/docs` is docs.html.
  const options = {
    root,
    extensions: ["html"],
    cacheControl: false,
    lastModified: false,
    acceptRanges: false,
  };

  return async (request, response) => {
    const refuse = (status: number, title: string, code: string, headers?: Record<string, string>) =>
      sendProblem(response, status, { title, code }, headers);
    if (request.method !== "GET" && request.method !== "HEAD")
      return refuse(405, "Method Not Allowed", "method_not_allowed", { allow: "GET, HEAD" });
    const [url = "/"] = (request.url ?? "/").split("?", 1);
    const path = decodePath(url);
    if (path === undefined) return refuse(400, "The path is not well encoded", "bad_request");
    const notFound = () => refuse(404, "Not Found", "not_found");
    if (await leadsOut(root, path)) return notFound();

    const { promise, resolve: end, reject } = Promise.withResolvers<void>();
    response.once("close", end);
    const sendFile = (file: string, otherwise: () => void) =>
      send(request, file, options)
        .on("headers", setHeaders)
        .on("directory", otherwise)
        .on("error", (error: Error & { status: number }) =>
          NOT_A_FILE.includes(error.status) ? otherwise() : reject(error),
        )
        .pipe(response);
    // An address without a file extension is one of the app's own.
    const sendPage = () => (extname(path) === "" ? sendFile("index.html", notFound) : notFound());
    compress(request as CompressParameters[0], response as CompressParameters[1], () =>
      sendFile(url, sendPage),
    );
    return promise;
  };
}

function setHeaders(response: ServerResponse, file: string): void {
  response.setHeader("cache-control", HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  if (extname(file) === ".html") response.setHeader("content-security-policy", APP_POLICY);
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    // A malformed escape: decodeURIComponent has no other way to say so.
    return undefined;
  }
}

/** Whether the decoded path, or a link that it names, leads out of `root`. */
async function leadsOut(root: string, path: string): Promise<boolean> {
  // What does not exist leads nowhere.
  const target = await realpath(join(root, path)).catch(() => undefined);
  return target !== undefined && !`${target}${sep}`.startsWith((await realpath(root)) + sep);
}
