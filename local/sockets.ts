// API Gateway's WebSocket API on `ws`: each connection is announced to handlers by events, and written to by its id.
import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Sockets } from "../platform/types/sockets.ts";

const MAX_MESSAGE = 128 * 1024;
const MAX_UNREAD = 1_048_576;

/** The $connect event, with the query that carries the ticket. */
export type SocketEvent = APIGatewayProxyWebsocketEventV2 & {
  headers: Record<string, string>;
  queryStringParameters?: Record<string, string>;
};

export interface SocketHandlers {
  /** Anything but 200 refuses the connection with that status. */
  onConnect(event: SocketEvent): Promise<{ statusCode: number }>;
  onDisconnect(event: SocketEvent): Promise<void>;
  onMessage?(event: SocketEvent): Promise<void>;
}

export interface LocalSockets extends Sockets {
  /** Takes the upgrades to `path` on `server`; other paths are left to others. */
  attach(server: Server, path?: string): void;
  closeAll(): Promise<void>;
}

function refuse(socket: Duplex, statusCode: number): void {
  const reason = STATUS_CODES[statusCode] ?? "Error";
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${statusCode} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function eventOf(
  type: "CONNECT" | "MESSAGE" | "DISCONNECT",
  connection: { id: string; connectedAt: number; request: IncomingMessage },
  body?: string,
): SocketEvent {
  const { id, connectedAt, request } = connection;
  const now = new Date();
  const query = new URL(request.url ?? "/", "ws://localhost").searchParams;
  const routeKey = { CONNECT: "$connect", MESSAGE: "$default", DISCONNECT: "$disconnect" }[type];
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(",") : value;
  }
  return {
    requestContext: {
      routeKey,
      messageId: randomUUID(),
      eventType: type,
      extendedRequestId: randomUUID(),
      requestTime: now.toUTCString(),
      messageDirection: "IN",
      stage: "local",
      connectedAt,
      requestTimeEpoch: now.getTime(),
      requestId: randomUUID(),
      domainName: headers.host ?? "localhost",
      connectionId: id,
      apiId: "local",
    },
    headers: type === "CONNECT" ? headers : {},
    // As in the cloud, only $connect has the query.
    queryStringParameters: type === "CONNECT" && query.size > 0 ? Object.fromEntries(query) : undefined,
    body,
    isBase64Encoded: false,
  };
}

/** Sockets for pages of `allowedOrigins`. Peers that do not answer a ping are dropped. */
export function createSockets(
  handlers: SocketHandlers,
  options: { allowedOrigins: string[]; pingMs?: number },
): LocalSockets {
  const { allowedOrigins, pingMs = 30_000 } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false });
  const open = new Map<string, WebSocket>();
  const ending = new Set<Promise<void>>();
  const answered = new WeakSet<WebSocket>();
  const attached: { server: Server; listener: (...upgrade: Upgrade) => void }[] = [];
  let closed = false;

  type Upgrade = [request: IncomingMessage, socket: Duplex, head: Buffer];
  const report = (what: string) => (error: unknown) => console.error(`sockets: ${what} failed:`, error);

  // A page that was closed without a word (a laptop's lid) answers no ping.
  const pinging = setInterval(() => {
    for (const socket of open.values()) {
      if (!answered.delete(socket)) {
        socket.terminate();
        continue;
      }
      socket.ping();
    }
  }, pingMs);
  pinging.unref();

  function accept(id: string, connectedAt: number, ...[request, socket, head]: Upgrade): void {
    const connection = { id, connectedAt, request };
    const disconnected = () => {
      const told = handlers.onDisconnect(eventOf("DISCONNECT", connection)).catch(report("$disconnect"));
      ending.add(told);
      void told.finally(() => ending.delete(told));
    };
    if (socket.destroyed || closed) {
      disconnected();
      socket.destroy();
      return;
    }
    server.handleUpgrade(request, socket, head, (peer) => {
      open.set(id, peer);
      answered.add(peer);
      peer.on("pong", () => answered.add(peer));
      peer.on("error", () => peer.terminate());
      peer.on("message", (data: RawData) => {
        handlers.onMessage?.(eventOf("MESSAGE", connection, String(data))).catch(report("a message"));
      });
      peer.on("close", () => {
        open.delete(id);
        disconnected();
      });
    });
  }

  async function upgrade(...[request, socket, head]: Upgrade): Promise<void> {
    const { origin } = request.headers;
    // Browsers always send it; programs need not, and hold a ticket all the same.
    if (origin !== undefined && !allowedOrigins.includes(origin)) {
      refuse(socket, 403);
      return;
    }
    const id = randomUUID();
    const connectedAt = Date.now();
    const ignore = () => undefined;
    // Until `ws` takes over, a reset by the peer would be an uncaught error.
    socket.on("error", ignore);
    const { statusCode } = await handlers.onConnect(eventOf("CONNECT", { id, connectedAt, request }));
    socket.off("error", ignore);
    if (statusCode === 200) accept(id, connectedAt, request, socket, head);
    else refuse(socket, statusCode);
  }

  return {
    attach(httpServer, path = "/ws") {
      const listener = (...[request, socket, head]: Upgrade) => {
        if (request.url?.split("?", 1)[0] !== path) {
          if (httpServer.listenerCount("upgrade") === 1) refuse(socket, 404);
          return;
        }
        upgrade(request, socket, head).catch((error: unknown) => {
          report("$connect")(error);
          refuse(socket, 500);
        });
      };
      httpServer.on("upgrade", listener);
      attached.push({ server: httpServer, listener });
    },
    async send(connectionId, data) {
      const peer = open.get(connectionId);
      if (!peer || peer.readyState !== peer.OPEN) return false;
      if (peer.bufferedAmount > MAX_UNREAD) {
        // It does not read; it will fetch what it missed when it comes back.
        peer.terminate();
        return false;
      }
      const { promise, resolve } = Promise.withResolvers<boolean>();
      peer.send(JSON.stringify(data), (error) => resolve(!error));
      return promise;
    },
    async closeAll() {
      closed = true;
      clearInterval(pinging);
      for (const each of attached.splice(0)) each.server.off("upgrade", each.listener);
      const closing = [...open.values()].map((peer) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        peer.once("close", () => resolve());
        // 1001: the server goes away; pages come back by themselves.
        peer.close(1001);
        setTimeout(() => peer.terminate(), 1000).unref();
        return promise;
      });
      await Promise.all(closing);
      await Promise.all(ending);
    },
  };
}
