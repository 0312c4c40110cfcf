// Shared by the local HTTP servers: headers, bodies within a limit, and problem details (RFC 9457).
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

/** Headers as Lambda events have them: several values of one name are joined by commas. */
export function flatHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(",") : value;
  }
  return flat;
}

/** Reads the whole body. Stops, and throws `BodyTooLargeError`, as soon as the body is known to be over the limit. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw new BodyTooLargeError();
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBytes) {
      chunks.push(chunk);
      return;
    }
    request.off("data", take);
    request.pause();
    reject(new BodyTooLargeError());
  };
  request.on("data", take);
  request.on("end", () => resolve(Buffer.concat(chunks)));
  request.on("error", reject);
  request.on("close", () => reject(new Error("The request was aborted")));
  return promise;
}

/** Answers with problem details. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  problem: { title: string; detail?: string; code: string; requestId?: string },
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  const body = JSON.stringify({ type: "about:blank", ...problem, status });
  response.writeHead(status, {
    ...headers,
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  });
  response.end(body);
}
