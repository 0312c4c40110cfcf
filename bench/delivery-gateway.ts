// Stands in for every gateway, in this process, with a port for each: a thousand gateway processes would not fit on the
// machine that measures.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Discovery } from "../platform/types/gateway.ts";

export interface Gateways {
  discovery: Discovery;
  /** Resolves with the time at which the message with this text is accepted. Call it before the message is written. */
  accepts(text: string): Promise<number>;
  /** The number of requests so far, of any kind. */
  requests(): number;
  close(): Promise<void>;
}

const PREFIX = "squadhub-";

/** Each gateway proves its tenant's token and accepts each message at once. `tokens` has the gateway tokens by tenant. */
export async function openGateways(tokens: Map<string, string>): Promise<Gateways> {
  const awaited = new Map<string, (at: number) => void>();
  const servers = new Map<string, Server>();
  let requests = 0;

  async function handle(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const body = (await json(request)) as Record<string, string>;
    if (request.url === "/clawe/prove") {
      const proof = createHmac("sha256", token).update(`clawe-prove:${body.nonce}`).digest("hex");
      response.end(JSON.stringify({ proof }));
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end();
      return;
    }
    // "[custom] from …\n\n<text>"
    const text = body.message?.split("\n\n")[1] ?? "";
    awaited.get(text)?.(performance.now());
    awaited.delete(text);
    response.writeHead(202).end(JSON.stringify({ accepted: true, duplicate: false }));
  }

  for (const [tenantId, token] of tokens) {
    const server = createServer((request, response) => {
      handle(token, request, response).catch((error: Error) => response.destroy(error));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    servers.set(tenantId, server);
  }
  const portOf = (tenantId: string) => (servers.get(tenantId)!.address() as AddressInfo).port;

  return {
    discovery: { resolve: async (name) => [`http://127.0.0.1:${portOf(name.slice(PREFIX.length))}`] },
    accepts: (text) => new Promise((resolve) => awaited.set(text, resolve)),
    requests: () => requests,
    async close() {
      for (const server of servers.values()) {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
    },
  };
}
