// Fakes Clawe for a gateway under test: the squadhub routes of its API, and a model that does what messages say.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { modelAnswer } from "./model.ts";

export interface Received {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

export interface ClaweServer {
  url: string;
  modelUrl: string;
  /** The requests so far at paths with this ending. */
  received(pathEnd: string): Received[];
  /** The next request at paths with this ending, in the order of arrival: each is returned once. */
  next(pathEnd: string): Promise<Received>;
  /** Holds model calls whose request contains this text back until the returned function is called. */
  hold(text: string): () => void;
  /** The requests that turns were started with, in order. */
  turns(): string[];
  close(): Promise<void>;
}

export async function startClawe(): Promise<ClaweServer> {
  const requests: Received[] = [];
  const taken = new Map<string, number>();
  const arrivals = new EventTarget();
  const holds = new Map<string, Promise<void>>();
  const turns: string[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const body = request.method === "POST" ? ((await json(request)) as Record<string, unknown>) : {};
    const path = request.url ?? "/";
    if (path.startsWith("/model/v1/chat/completions")) {
      const answer = modelAnswer(body);
      if (answer.begins) turns.push(answer.request);
      for (const [text, released] of holds) if (answer.request.includes(text)) await released;
      response.writeHead(200, { "content-type": answer.contentType }).end(answer.content);
      return;
    }
    requests.push({ path, authorization: request.headers.authorization, body });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
    arrivals.dispatchEvent(new Event("request"));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const received = (pathEnd: string) => requests.filter(({ path }) => path.endsWith(pathEnd));

  return {
    url,
    modelUrl: `${url}/model/v1`,
    received,
    async next(pathEnd) {
      const index = taken.get(pathEnd) ?? 0;
      taken.set(pathEnd, index + 1);
      for (;;) {
        const found = received(pathEnd)[index];
        if (found) return found;
        await once(arrivals, "request");
      }
    },
    hold(text) {
      const { promise, resolve } = Promise.withResolvers<void>();
      holds.set(text, promise);
      return () => {
        holds.delete(text);
        resolve();
      };
    },
    turns: () => [...turns],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
