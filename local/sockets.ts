// API Gateway's WebSocket API on `ws`: handlers get an event for each connection, and write to it by its id.
import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Sockets } from "../platform/types/sockets.ts";
import { type Connection, eventOf, type SocketEvent } from "./sockets/event.ts";

export type { SocketEvent } from "./sockets/event.ts";

const MAX_MESSAGE_BYTES = 128 * 1024;
const MAX_UNREAD_BYTES = 1_048_576;
/** How long a peer may take to close. */
const CLOSE_TIMEOUT_MS = 1000;

export interface SocketHandlers {
  /** Any status but 200 refuses the connection with that status. */
  onConnect(event: SocketEvent): Promise<{ statusCode: number }>;
  onDisconnect(event: SocketEvent): Promise<void>;
  onMessage?(event: SocketEvent): Promise<void>;
}

export interface SocketOptions {
  /** The origins whose pages may connect. */
  allowedOrigins: string[];
  /** How often peers are pinged. One that has not answered by the next ping is dropped. */
  pingMs?: number;
}

export interface LocalSockets extends Sockets {
  /** Takes the upgrades to `path` on `server`; other paths are left to other listeners. */
  attach(server: Server, path?: string): void;
  closeAll(): Promise<void>;
}

type Upgrade = [request: IncomingMessage, socket: Duplex, head: Buffer];

export const createSockets = (handlers: SocketHandlers, options: SocketOptions): LocalSockets =>
  new WebSocketApi(handlers, options);

class WebSocketApi implements LocalSockets {
  readonly #handlers: SocketHandlers;
  readonly #allowedOrigins: string[];
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  readonly #open = new Map<string, WebSocket>();
  /** The disconnects that are still being handled. */
  readonly #disconnecting = new Set<Promise<void>>();
  /** The peers that have answered since the last ping. */
  readonly #answered = new WeakSet<WebSocket>();
  readonly #attached: { server: Server; listener: (...upgrade: Upgrade) => void }[] = [];
  readonly #pinging: NodeJS.Timeout;
  #isClosed = false;

  constructor(handlers: SocketHandlers, { allowedOrigins, pingMs = 30_000 }: SocketOptions) {
    this.#handlers = handlers;
    this.#allowedOrigins = allowedOrigins;
    this.#pinging = setInterval(() => this.#ping(), pingMs).unref();
  }

  attach(server: Server, path = "/ws"): void {
    const listener = (...[request, socket, head]: Upgrade) => {
      if (request.url?.split("?", 1)[0] !== path) {
        if (server.listenerCount("upgrade") === 1) refuse(socket, 404);
        return;
      }
      this.#upgrade(request, socket, head).catch((error: unknown) => {
        reportFailure("$connect")(error);
        refuse(socket, 500);
      });
    };
    server.on("upgrade", listener);
    this.#attached.push({ server, listener });
  }

  async send(connectionId: string, data: Record<string, unknown>): Promise<boolean> {
    const peer = this.#open.get(connectionId);
    if (!peer || peer.readyState !== peer.OPEN) return false;
    if (peer.bufferedAmount > MAX_UNREAD_BYTES) {
      // The page does not read. It fetches what it missed when it reconnects.
      peer.terminate();
      return false;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    peer.send(JSON.stringify(data), (error) => resolve(!error));
    return promise;
  }

  async closeAll(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#pinging);
    for (const { server, listener } of this.#attached.splice(0)) server.off("upgrade", listener);
    await Promise.all([...this.#open.values()].map(closePeer));
    await Promise.all(this.#disconnecting);
  }

  /** Drops the peers that did not answer the last ping: a page behind a closed laptop lid ends without a word. */
  #ping(): void {
    for (const peer of this.#open.values()) {
      if (this.#answered.delete(peer)) peer.ping();
      else peer.terminate();
    }
  }

  async #upgrade(...[request, socket, head]: Upgrade): Promise<void> {
    const { origin } = request.headers;
    // Browsers always send it. Programs need not; they must have a ticket all the same.
    if (origin !== undefined && !this.#allowedOrigins.includes(origin)) {
      refuse(socket, 403);
      return;
    }
    const connection = { id: randomUUID(), connectedAt: Date.now(), request };
    const ignore = () => undefined;
    // Until `ws` takes over, a reset by the peer would be an uncaught error.
    socket.on("error", ignore);
    const { statusCode } = await this.#handlers.onConnect(eventOf("CONNECT", connection));
    socket.off("error", ignore);
    if (statusCode === 200) this.#accept(connection, socket, head);
    else refuse(socket, statusCode);
  }

  #accept(connection: Connection, socket: Duplex, head: Buffer): void {
    if (socket.destroyed || this.#isClosed) {
      this.#disconnected(connection);
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(connection.request, socket, head, (peer) => {
      this.#open.set(connection.id, peer);
      this.#answered.add(peer);
      peer.on("pong", () => this.#answered.add(peer));
      peer.on("error", () => peer.terminate());
      peer.on("message", (data: RawData) => {
        const message = eventOf("MESSAGE", connection, String(data));
        this.#handlers.onMessage?.(message).catch(reportFailure("a message"));
      });
      peer.on("close", () => {
        this.#open.delete(connection.id);
        this.#disconnected(connection);
      });
    });
  }

  #disconnected(connection: Connection): void {
    const event = eventOf("DISCONNECT", connection);
    const handled = this.#handlers.onDisconnect(event).catch(reportFailure("$disconnect"));
    this.#disconnecting.add(handled);
    void handled.finally(() => this.#disconnecting.delete(handled));
  }
}

function closePeer(peer: WebSocket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  peer.once("close", () => resolve());
  // 1001: the server goes away. Pages reconnect by themselves.
  peer.close(1001);
  setTimeout(() => peer.terminate(), CLOSE_TIMEOUT_MS).unref();
  return promise;
}

function refuse(socket: Duplex, statusCode: number): void {
  const reason = STATUS_CODES[statusCode] ?? "Error";
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${statusCode} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const reportFailure = (what: string) => (error: unknown) => console.error(`sockets: ${what} failed:`, error);
