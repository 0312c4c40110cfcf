// Servers and directories that last as long as the test.
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request as httpRequest, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  const closed = once(server, "close");
  server.close();
  await closed;
}

export async function serve(
  listener?: RequestListener,
): Promise<{ server: Server; origin: string; port: number }> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => closeServer(server));
  const { port } = server.address() as AddressInfo;
  return { server, port, origin: `http://127.0.0.1:${port}` };
}

export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-test-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** The status of a GET. It sends the path as it is; `fetch` would normalize it. */
export async function rawGet(port: number, path: string): Promise<number> {
  const request = httpRequest({ port, path, host: "127.0.0.1" }).end();
  const [response] = await once(request, "response");
  response.resume();
  return response.statusCode ?? 0;
}
