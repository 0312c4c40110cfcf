// A proxy between the forwarder and the gateways that fails as networks and processes do.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import type { Discovery } from "../../platform/types/gateway.ts";

export type Fault =
  /** Forwarded late. */
  | "slow"
  /** The gateway is busy with a turn. */
  | "busy"
  /** The gateway fails. */
  | "error"
  /** Something else answers at its address. */
  | "garbage"
  /** The connection breaks before the gateway has the request. */
  | "cut"
  /** The gateway handles the request, and its answer is lost. */
  | "lost";

/** An attempt to send a message to a gateway. */
export interface SendCall {
  tenantId: string;
  agentId: string;
  key: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Whether the gateway accepted it, and not as a duplicate. */
  accepted: boolean;
}

export interface FaultyGateways {
  discovery: Discovery;
  /** The number of requests to gateways so far. */
  requests(): number;
  /** The attempts to send a message, in order. */
  sends: SendCall[];
  /** Makes all requests to this tenant's gateway fail in this way; undefined ends it. */
  fail(tenantId: string, fault: Fault | undefined): void;
  close(): Promise<void>;
}

const SLOW_MS = 400;
const PREFIX = "squadhub-";

export function openFaultyGateways(real: Discovery): FaultyGateways {
  const servers = new Map<string, Promise<Server>>();
  const failing = new Map<string, Fault>();
  const sends: SendCall[] = [];
  let requests = 0;

  async function handle(tenantId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const fault = failing.get(tenantId);
    const body = await text(request);
    const sent = request.url === "/clawe/send" ? sendOf(tenantId, body) : undefined;
    if (sent) sends.push(sent);
    if (fault === "slow") await delay(SLOW_MS);
    if (fault === "busy") return answer(response, 409, JSON.stringify({ busy: true }));
    if (fault === "error") return answer(response, 503, JSON.stringify({ error: {} }));
    if (fault === "garbage") return answer(response, 200, "<html>Welcome to nginx!</html>");
    if (fault === "cut") return void response.destroy();
    const [url] = await real.resolve(PREFIX + tenantId);
    if (!url) return void response.destroy();
    const forwarded = await forward(request, body, url);
    const answered = await forwarded.text();
    if (sent && forwarded.ok) sent.accepted = !(JSON.parse(answered) as { duplicate: boolean }).duplicate;
    if (fault === "lost") return void response.destroy();
    answer(response, forwarded.status, answered);
  }

  return {
    sends,
    requests: () => requests,
    discovery: {
      async resolve(name) {
        if ((await real.resolve(name)).length === 0) return [];
        const tenantId = name.slice(PREFIX.length);
        const server =
          servers.get(tenantId) ?? listen((request, response) => handle(tenantId, request, response));
        servers.set(tenantId, server);
        return [`http://127.0.0.1:${((await server).address() as AddressInfo).port}`];
      },
    },
    fail(tenantId, fault) {
      if (fault) failing.set(tenantId, fault);
      else failing.delete(tenantId);
    },
    async close() {
      for (const opened of servers.values()) {
        const server = await opened;
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
    },
  };
}

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    // A connection that the gateway breaks is broken here too.
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function forward(
  { method, url = "/", headers }: IncomingMessage,
  body: string,
  to: string,
): Promise<Response> {
  const { authorization } = headers;
  return fetch(new URL(url, to), {
    method,
    headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
    body: method === "GET" ? undefined : body,
  });
}

function sendOf(tenantId: string, body: string): SendCall {
  const { agentId, idempotencyKey: key } = JSON.parse(body) as { agentId: string; idempotencyKey: string };
  return { tenantId, agentId, key, at: Date.now(), accepted: false };
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}
