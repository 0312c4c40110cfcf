// The laptop's one port. It is open before the service is ready: requests that come early wait.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { listenOnFreePort } from "./ports.ts";
import type { Store } from "./store.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface LocalServer {
  server: Server;
  port: number;
  url: string;
  /** Answers requests from now on, first those that have waited. */
  serve(handler: Handler): void;
}

const FIRST_PORT = 4000;

/** Listens on the port wanted or the next free one: the one of the last time, or 4000, unless said. 0 takes any. */
export async function openServer(options: {
  store: Store;
  port: number | undefined;
  report: (problem: string) => void;
}): Promise<LocalServer> {
  const { store, report } = options;
  const { promise: ready, resolve: serve } = Promise.withResolvers<Handler>();
  const server = createServer(async (request, response) => {
    try {
      await (await ready)(request, response);
    } catch (error) {
      report(`${request.method} ${request.url?.split("?", 1)[0]} failed: ${error}`);
      response.destroy();
    }
  });
  const wanted = options.port ?? (await store.get<number>("port")) ?? FIRST_PORT;
  const port = await listenOnFreePort(server, wanted);
  await store.put("port", port);
  return { server, port, url: `http://localhost:${port}`, serve };
}
