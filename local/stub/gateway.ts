// The stub gateway and its HTTP server: the paths of a real gateway with our plugin.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { adminRpc } from "./admin-rpc.ts";
import { chat, completeChat, hangUp } from "./chat.ts";
import { adopt, prove, sendMessage, writeFiles } from "./clawe-routes.ts";
import type { ConfigFile } from "./config-file.ts";
import { HttpError, requireToken, sendJson } from "./http.ts";
import { openJournal } from "./journal.ts";
import { createSessions } from "./sessions.ts";
import type { Gateway } from "./state.ts";
import { invokeTool } from "./tools.ts";
import { runTurn } from "./turn.ts";
import { createTurnQueue, type TurnListener } from "./turn-queue.ts";

type Handler = (gateway: Gateway, request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const health: Record<string, unknown> = {
  "/healthz": { ok: true, status: "live" },
  "/readyz": { ready: true, failing: [] },
  "/startupz": { ok: true, status: "started", version: "stub" },
};

const routes: Record<string, Handler> = {
  "POST /clawe/adopt": adopt,
  "POST /clawe/send": sendMessage,
  "POST /clawe/chat": chat,
  "POST /clawe/hangup": hangUp,
  "PUT /clawe/files": writeFiles,
  "POST /api/v1/admin/rpc": adminRpc,
  "POST /v1/chat/completions": completeChat,
  "POST /tools/invoke": invokeTool,
};

/** Creates a gateway from its config and state directory, and queues the messages that still wait for a turn. */
export function createGateway(options: {
  config: ConfigFile;
  stateDirectory: string;
  closing: AbortSignal;
  log(line: string): void;
  listener: TurnListener;
  onAdopted(): void;
}): Gateway {
  const { config, closing, log, listener, onAdopted } = options;
  const sessions = createSessions();
  const queue = createTurnQueue(listener);
  const journal = openJournal(join(options.stateDirectory, "clawe-messages.json"));

  async function begin(agentId: string, sessionKey: string, message: string, signal: AbortSignal) {
    signal.throwIfAborted();
    const { agents, model } = config.settings();
    const agent = agents.get(agentId);
    if (!agent) throw new Error(`agent ${agentId} no longer exists`);
    return runTurn({ agent, model, sessionKey, message, signal }, sessions);
  }

  const gateway: Gateway = {
    config,
    sessions,
    queue,
    journal,
    chats: new Map(),
    log,
    onAdopted,
    turn(agentId, sessionKey, message, signal) {
      const either = signal ? AbortSignal.any([signal, closing]) : closing;
      return queue.add(agentId, () => begin(agentId, sessionKey, message, either));
    },
    deliver({ agentId, message, idempotencyKey }) {
      const turn = queue.add(agentId, () => begin(agentId, `agent:${agentId}:main`, message, closing));
      const ended = turn.catch((error: unknown) => log(`a turn of ${agentId} failed: ${String(error)}`));
      void ended.then(() => {
        if (!closing.aborted) journal.end(idempotencyKey);
      });
    },
  };
  for (const message of journal.waiting()) gateway.deliver(message);
  return gateway;
}

/** The HTTP server of a gateway, not yet listening. */
export function createGatewayServer(gateway: Gateway): Server {
  return createServer((request, response) => {
    handle(gateway, request, response).catch((error: unknown) => {
      gateway.log(`a request failed: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: { message: "internal error", type: "api_error" } });
    });
  });
}

async function handle(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? "/", "http://gateway").pathname;
  try {
    if (request.method === "GET" && health[path]) return sendJson(response, 200, health[path]);
    if (request.method === "POST" && path === "/clawe/prove") return await prove(gateway, request, response);
    const route = routes[`${request.method} ${path}`];
    if (!route) throw new HttpError(404, { error: { message: "Not Found", type: "not_found" } });
    requireToken(request, gateway.config.settings().token);
    await route(gateway, request, response);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    sendJson(response, error.status, error.body);
  }
}
